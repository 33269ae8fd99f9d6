import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { pinned } from '../node-process.ts';

/** Where figures were measured; without this they mean nothing. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  /** What the data folders are on. */
  readonly disk: string;
  /** Server and load each on a core of its own. */
  readonly pinned: boolean;
  readonly commit: string;
}

/** Describes this machine; `folder`: where data folders are made. */
export function describeMachine(folder: string): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    disk: fileSystemOf(folder),
    pinned,
    commit: tryRun('git', ['rev-parse', '--short', 'HEAD']),
  };
}

/** The mount that holds the folder: device and kind of file system. */
function fileSystemOf(folder: string): string {
  try {
    const mounts = readFileSync('/proc/self/mounts', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    const holding = mounts
      .filter(
        ([, point = '']) => folder === point || folder.startsWith(point.endsWith('/') ? point : `${point}/`),
      )
      .toSorted(([, a = ''], [, b = '']) => b.length - a.length);
    const [device = 'unknown', , kind = ''] = holding[0] ?? [];
    return `${kind} on ${device}`;
  } catch {
    return 'unknown';
  }
}

function tryRun(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
