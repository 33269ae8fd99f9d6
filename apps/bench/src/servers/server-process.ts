import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@plenary/testing/processes';
import { startNode } from '../node-process.ts';
import type { Memory, StartedServer, StartOptions } from './server-kind.ts';

const MEMORY_PROBE = fileURLToPath(new URL('./memory-probe.ts', import.meta.url));
/** A server that does not listen by then never will. */
const LISTEN_WITHIN_MS = 30_000;
/** Letters of what a server said that are shown when it ends by itself. */
const MOST_SAID = 4000;

export type ServerProcess = Omit<StartedServer, 'rooms'> & { readonly port: number };

/** Starts a server's entry file with `PORT` and `DATA_DIR` set, on the servers' core; resolves when it listens. */
export async function startServerProcess(
  entry: string,
  { folder, flags = [] }: StartOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const child = startNode({
    entry,
    core: 'server',
    flags: ['--expose-gc', '--import', MEMORY_PROBE, ...flags],
    env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, ...env },
    stdout: 'pipe',
  });
  let lastSaid = '';
  child.stdout?.setEncoding('utf8').on('data', (said: string) => {
    lastSaid = (lastSaid + said).slice(-MOST_SAID);
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${entry} could not be started.`);
  let isEnded = false;
  const exited = once(child, 'exit');
  child.once('exit', (code, signal) => {
    // Whoever talks to it only learns that nobody answers any more.
    if (!isEnded) console.error(`${entry} ended by itself (${signal ?? `exit ${code}`}). ${lastSaid}`);
  });
  await listening(port, () => child.exitCode ?? child.signalCode);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    isEnded = true;
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    pid,
    port,
    async memory() {
      child.send('memory');
      // The probe sends nothing else.
      const [memory] = (await once(child, 'message')) as [Memory];
      return memory;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function listening(port: number, ended: () => number | string | null): Promise<void> {
  const until = performance.now() + LISTEN_WITHIN_MS;
  while (performance.now() < until) {
    if (ended() !== null) throw new Error(`A server ended (${ended()}) before it listened.`);
    if (await accepts(port)) return;
    await delay(50);
  }
  throw new Error(`A server did not listen on port ${port} within ${LISTEN_WITHIN_MS / 1000} seconds.`);
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
