import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program took, with everything it started. */
export interface Taken {
  /** CPU seconds, user and system. */
  readonly cpu: number;
  /** The most memory one of its processes held, in megabytes. */
  readonly megabytes: number;
  readonly seconds: number;
}

/** Runs a program to its end. Throws what it said where it ends badly. Needs GNU time, which knows the memory, and bash, which counts in milliseconds. */
export function timed(
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Taken {
  const [cpuNote, memoryNote] = [join(folder, 'cpu.txt'), join(folder, 'memory.txt')];
  const began = performance.now();
  const { status, stderr, error } = spawnSync(
    'bash',
    ['-c', COUNTED, cpuNote, 'time', '-q', '-f', '%M', '-o', memoryNote, program, ...args],
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', ...env } },
  );
  const seconds = (performance.now() - began) / 1000;
  if (error !== undefined || status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  const [user = Number.NaN, system = Number.NaN] = numbersIn(cpuNote);
  const [kilobytes = Number.NaN] = numbersIn(memoryNote);
  return { cpu: user + system, megabytes: kilobytes / 1024, seconds };
}

/** What the program says goes where it went, and what bash counted into a file. GNU time would cut hundredths of a second off. */
const COUNTED = 'TIMEFORMAT="%3U %3S"; { time "$@" 2>&3; } 3>&2 2>"$0"';

function numbersIn(file: string): readonly number[] {
  return readFileSync(file, 'utf8').trim().split(' ').map(Number);
}

/** Whether a program answers on this machine. */
export function isHere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
