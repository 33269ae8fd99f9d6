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

/** Runs a program to its end. Throws what it said where it ends badly. Needs GNU time. */
export function timed(
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Taken {
  const note = join(folder, 'time.txt');
  const began = performance.now();
  const { status, stderr, error } = spawnSync(
    'time',
    ['-q', '-f', '%U %S %M', '-o', note, program, ...args],
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', ...env } },
  );
  const seconds = (performance.now() - began) / 1000;
  if (error !== undefined || status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
  const [user = Number.NaN, system = Number.NaN, kilobytes = Number.NaN] = readFileSync(note, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  return { cpu: user + system, megabytes: kilobytes / 1024, seconds };
}

/** Whether a program answers on this machine. */
export function isHere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
