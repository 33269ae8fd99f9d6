import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What to start, and on which core. Servers and their load must not take each other's time. */
export interface NodeProcess {
  readonly entry: string;
  readonly core: 'server' | 'load';
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What becomes of what it prints on stdout; nothing, where absent. */
  readonly stdout?: 'pipe';
}

const CORES = { server: '0', load: '1' } as const;

/** Whether each side gets a core of its own here. */
export const pinned =
  availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' }).status === 0;

const running = new Map<ChildProcess, NodeProcess['core']>();
// Whatever ends the driver, nothing it started is left behind.
process.on('exit', () => {
  for (const child of running.keys()) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Starts Node on a file, with an IPC channel; what it prints on stderr is shown. */
export function startNode({ entry, core, flags = [], env = {}, stdout }: NodeProcess): ChildProcess {
  const node = [process.execPath, ...flags, entry];
  const [command = '', ...args] = pinned ? ['taskset', '-c', CORES[core], ...node] : node;
  const child = spawn(command, args, {
    stdio: ['ignore', stdout ?? 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  running.set(child, core);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends every load that still runs: what a run that failed has left behind must not disturb the next. */
export function endLoads(): void {
  for (const [child, core] of running) if (core === 'load') child.kill('SIGKILL');
}
