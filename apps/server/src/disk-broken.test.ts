import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { startProcess, type ProcessOptions, type ServerProcess } from '../fixtures/process.ts';
import { ask } from '../fixtures/request.ts';
import { openWriter, type Writer } from '../fixtures/writer.ts';

const PATIENCE = 60_000;
const servers: ServerProcess[] = [];

afterEach(async () => {
  for (const { child, exited } of servers.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
});

/** Whether this machine can spoil what a process asks of its disk. */
const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;

describe('a database that is gone', () => {
  test(
    'tells everybody who writes, acknowledges nothing more, and ends the server with a sentence',
    { timeout: PATIENCE },
    async () => {
      const dataDir = join(folder(), 'data');
      const server = await launch({ dataDir });
      const { cookie, group } = await comeIn(server);
      const [writer, other] = [open(server, cookie, group), open(server, cookie, group)];
      await Promise.all([writer.synced, other.synced]);
      await writer.acknowledgement(writer.write('kept'));

      renameSync(dataDir, `${dataDir}-elsewhere`);
      const marker = writer.write('never saved');
      expect(await writer.closed).toBe(1013);
      expect(await other.closed).toBe(1013);
      expect(writer.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
      expect(other.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
      expect(writer.acknowledged).toBeLessThan(marker);
      expect(other.text()).not.toContain('never saved');

      expect(await server.exited).toBe(1);
      expect(server.err()).toMatch(
        /^The disk of the data folder fails \(.*plenary\.sqlite was removed or replaced while Plenary ran\)\. Nothing is written any more; check the disk, then start Plenary again\.\n$/,
      );
      expect(existsSync(dataDir)).toBe(false);

      // The folder is put back, and with it everything that was acknowledged.
      renameSync(`${dataDir}-elsewhere`, dataDir);
      expect(await textAfterRestart(dataDir, cookie, group)).toContain('kept');
    },
  );
});

describe('a disk that fails to flush', () => {
  test.skipIf(!canTrace)(
    'is told to everybody who writes, and ends the server with a sentence (skipped where strace is not installed)',
    { timeout: PATIENCE },
    async () => {
      const dataDir = join(folder(), 'data');
      // -D: the process that is started is the server itself, so that its exit code is seen.
      const spoil = [
        '-e',
        'trace=fsync,fdatasync',
        '-e',
        `inject=fsync,fdatasync:error=EIO:when=${FLUSHES}+`,
      ];
      const under = ['strace', '-D', '-f', '-o', '/dev/null', ...spoil];
      const server = await launch({ dataDir, under });
      const { cookie, group } = await comeIn(server);
      const writer = open(server, cookie, group);
      await writer.synced;
      const acknowledged = await writeUntilTold(writer);
      expect(await writer.closed).toBe(1013);
      expect(writer.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
      expect(await server.exited).toBe(1);
      expect(server.err()).toMatch(
        /^The disk of the data folder fails \(.*\)\. Nothing is written any more; .*\n$/,
      );
      expect(acknowledged.length).toBeGreaterThan(0);
      const text = await textAfterRestart(dataDir, cookie, group);
      for (const words of acknowledged) expect(text).toContain(words);
    },
  );
});

/** Flushes that succeed: more than a start with its sample needs. */
const FLUSHES = 120;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'plenary-broken-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function launch(options: ProcessOptions): Promise<ServerProcess> {
  const server = await startProcess(options);
  servers.push(server);
  return server;
}

function open(server: ServerProcess, cookie: string, group: string): Writer {
  return openWriter({ port: server.port, group, headers: { cookie }, plenary: true });
}

/** Writes line after line, waiting for each, until the connection is closed; what was acknowledged. */
async function writeUntilTold(writer: Writer): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  for (let number = 1; ; number += 1) {
    const words = `ligne ${number}.`;
    const marker = writer.write(words);
    const code = await Promise.race([writer.acknowledgement(marker), writer.closed]);
    if (typeof code === 'number') return acknowledged;
    acknowledged.push(words);
  }
}

async function textAfterRestart(dataDir: string, cookie: string, group: string): Promise<string> {
  const server = await launch({ dataDir });
  await server.ready;
  const reader = open(server, cookie, group);
  await reader.synced;
  return reader.text();
}

/** Joins the sample as its organiser. */
async function comeIn(server: ServerProcess): Promise<{ cookie: string; group: string }> {
  const code = (await server.ready).split('/').at(-1);
  const body = { code, name: 'Ada' };
  const joined = await ask(server.port, { method: 'POST', path: '/api/join', body });
  const cookie = joined.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { summit } = joined.json as { summit: { id: string } };
  const { json } = await ask(server.port, { path: `/api/summits/${summit.id}/groups`, headers: { cookie } });
  const { groups } = json as { groups: { id: string }[] };
  return { cookie, group: groups[0]!.id };
}
