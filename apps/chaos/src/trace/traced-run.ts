import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { createPlenary } from '../process/plenary-process.ts';
import { createSummit, inviteWriters } from '../run/summit.ts';
import { openStockClient, type StockClient } from '../writers/stock-client.ts';
import { writeParagraph } from '../writers/text.ts';
import { proveFsync, type FsyncProof } from './fsync-proof.ts';

/** Whether this machine can trace a process. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
}

/** How the traced server is treated. */
export interface TracedOptions {
  /** Edits of each of the two writers, one after the other, each waited for. */
  readonly edits: number;
  /** From that flush of the log on, the disk says EIO. */
  readonly failFrom?: number;
}

/** What came of it. */
export interface TracedRun extends FsyncProof {
  /** Edits that were shown as saved to their writers. */
  readonly saved: number;
}

/** Lets two people write into one document of a real server under strace, and reads the trace. */
export async function traceServer({ edits, failFrom }: TracedOptions): Promise<TracedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-trace-'));
  const file = join(folder, 'trace');
  const inject = failFrom === undefined ? [] : ['-e', `inject=fsync,fdatasync:error=EIO:when=${failFrom}+`];
  // -D: the process that is started is the server itself, so that signals reach it and not its tracer.
  const under = ['strace', '-D', '-f', '-yy', '-xx', '-s', '65536', '-o', file, '-e', TRACED, ...inject];
  const server = await createPlenary({ dataDir: join(folder, 'data'), under });
  const clients: StockClient[] = [];
  try {
    await server.start();
    const summit = await createSummit(server, 1);
    const plans = await inviteWriters(server, summit, 2);
    const url = `ws://127.0.0.1:${server.port}/sync`;
    const writers = await Promise.all(
      plans.map(async ({ group, token }, index) => {
        const doc = new Y.Doc();
        const waiting = new Map<number, () => void>();
        let turnAway: (() => void) | undefined;
        const turnedAway = new Promise<'away'>((resolve) => {
          turnAway = () => resolve('away');
        });
        let greet: (() => void) | undefined;
        const synced = new Promise<void>((resolve) => {
          greet = resolve;
        });
        const client = openStockClient({
          url,
          group,
          token,
          doc,
          onEcho: (number) => waiting.get(number)?.(),
          onNotice: (notice) => {
            if (notice.type === 'rejected') turnAway?.();
          },
        });
        clients.push(client);
        client.provider.once('sync', () => greet?.());
        await synced;
        return {
          async write(number: number): Promise<boolean> {
            const echoed = new Promise<'echo'>((resolve) => waiting.set(number, () => resolve('echo')));
            writeParagraph(doc, 0, `t${index}-${number}`);
            if (!client.mark(number)) return false;
            return (await Promise.race([echoed, turnedAway])) === 'echo';
          },
        };
      }),
    );
    let saved = 0;
    for (let number = 1; number <= edits; number += 1) {
      const shown = await Promise.all(writers.map((writer) => writer.write(number)));
      saved += shown.filter(Boolean).length;
      if (!shown.every(Boolean)) break;
    }
    for (const client of clients) client.destroy();
    // With a disk that fails it cannot leave politely.
    if (failFrom === undefined) await server.leave();
    else await server.kill();
    return { ...proveFsync(readFileSync(file, 'utf8')), saved };
  } finally {
    for (const client of clients) client.destroy();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const TRACED = 'trace=fsync,fdatasync,read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg';
