import { describe, expect, test } from 'vitest';
import { proveFsync } from './fsync-proof.ts';
import { canTrace, traceServer } from './traced-run.ts';

/** Bytes as `strace -xx` writes them. */
function hex(...bytes: readonly number[]): string {
  return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

const SOCKET = '20<TCP:[127.0.0.1:1->127.0.0.1:2]>';
const UPDATE = [0, 2, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const HEAD = [...Buffer.from('GET / HTTP/1.1\r\n\r\n')];

function read(...message: readonly number[]): string {
  const frame = [0x82, 0x80 | message.length, 0, 0, 0, 0, ...message];
  return `1 read(${SOCKET}, "${hex(...frame)}", 65536) = ${frame.length}`;
}

function write(...message: readonly number[]): string {
  return `1 writev(${SOCKET}, [{iov_base="${hex(0x82, message.length)}", iov_len=2}, {iov_base="${hex(...message)}", iov_len=${message.length}}], 2) = ${message.length + 2}`;
}

const OPENING = [
  `1 read(${SOCKET}, "${hex(...HEAD)}", 65536) = ${HEAD.length}`,
  `1 write(${SOCKET}, "${hex(...HEAD)}", ${HEAD.length}) = ${HEAD.length}`,
];
const FLUSH = '2 fdatasync(5</data/plenary.sqlite-wal>) = 0';

describe('the reading of a trace', () => {
  test('an echo after a flush that followed the update is proof', () => {
    const trace = [...OPENING, read(...UPDATE), read(102, 1), FLUSH, write(102, 1)].join('\n');
    expect(proveFsync(trace)).toMatchObject({ echoes: 1, fsyncs: 1, broken: [] });
  });

  test.each([
    ['no flush', [read(...UPDATE), read(102, 1), write(102, 1)]],
    ['a flush before the update', [FLUSH, read(...UPDATE), read(102, 1), write(102, 1)]],
    ['a flush after the echo', [read(...UPDATE), read(102, 1), write(102, 1), FLUSH]],
    ['a flush of another file', [read(...UPDATE), read(102, 1), FLUSH.replace('-wal', ''), write(102, 1)]],
    [
      'a flush that failed',
      [read(...UPDATE), read(102, 1), FLUSH.replace('= 0', '= -1 EIO (Input/output error)'), write(102, 1)],
    ],
    [
      'a flush that had begun before',
      [
        '2 fdatasync(5</data/plenary.sqlite-wal> <unfinished ...>',
        read(...UPDATE),
        read(102, 1),
        '2 <... fdatasync resumed>) = 0',
        write(102, 1),
      ],
    ],
    [
      'a flush that has not ended',
      [
        read(...UPDATE),
        read(102, 1),
        '2 fdatasync(5</data/plenary.sqlite-wal> <unfinished ...>',
        write(102, 1),
        '2 <... fdatasync resumed>) = 0',
      ],
    ],
  ])('%s is none', (_, lines) => {
    expect(proveFsync([...OPENING, ...lines].join('\n')).broken).toHaveLength(1);
  });

  test('an update that reaches another connection before the flush is found', () => {
    const other = SOCKET.replace('20<', '21<').replace(':2]', ':3]');
    const opening = OPENING.map((line) => line.replace(SOCKET, other));
    const relayed = write(...UPDATE).replace(SOCKET, other);
    const early = [...OPENING, ...opening, read(...UPDATE), relayed, FLUSH].join('\n');
    const late = [...OPENING, ...opening, read(...UPDATE), FLUSH, relayed].join('\n');
    expect(proveFsync(early)).toMatchObject({ broadcasts: 1, broken: [expect.any(String)] });
    expect(proveFsync(late)).toMatchObject({ broadcasts: 1, broken: [] });
  });
});

describe.skipIf(!canTrace())('a real server under strace (skipped where strace is not installed)', () => {
  test('every echo and every broadcast follows a completed flush, and none follows one that failed', async () => {
    const healthy = await traceServer({ edits: 12 });
    expect(healthy).toMatchObject({ saved: 24, broken: [], failedFsyncs: 0 });
    expect(healthy.echoes).toBe(24);
    expect(healthy.broadcasts).toBeGreaterThan(24);

    const failing = await traceServer({ edits: 12, failFrom: healthy.flushesBefore + 6 });
    expect(failing.broken).toEqual([]);
    expect(failing.failedFsyncs).toBeGreaterThan(0);
    expect(failing.saved).toBe(failing.echoes);
    expect(failing.saved).toBeLessThan(24);
  }, 90_000);
});
