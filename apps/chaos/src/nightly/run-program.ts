import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** How a program ended. */
export interface Ended {
  readonly passed: boolean;
  /** `exit code 3`, `ended by SIGKILL`, `still running after 180 minutes`. */
  readonly how: string;
  readonly minutes: number;
  /** The last lines it printed. */
  readonly said: readonly string[];
}

/** Where a program runs, where its words go, and how long it may take. */
export interface ProgramRun {
  readonly cwd: string;
  readonly log: string;
  readonly mostMinutes: number;
  /** Beside those of the environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs Node with these arguments and variables, writes down all that it prints, and ends it when its time is up. */
export async function runProgram(
  args: readonly string[],
  { cwd, log, mostMinutes, variables = {} }: ProgramRun,
): Promise<Ended> {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever breaks the night off leaves nothing behind that goes on.
  const endChild = (): void => void child.kill('SIGKILL');
  process.once('exit', endChild);
  let isLate = false;
  const watchdog = setTimeout(() => {
    isLate = true;
    // It may still have servers of its own to end.
    child.kill('SIGTERM');
    setTimeout(endChild, GRACE_MS).unref();
  }, mostMinutes * 60_000);
  const file = createWriteStream(log);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      file.write(text);
      said = (said + text).slice(-MOST_SAID);
    });
  }
  // What Node gives with this event.
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(watchdog);
  process.off('exit', endChild);
  file.end();
  await finished(file);
  const ended = signal === null ? `exit code ${code}` : `ended by ${signal}`;
  return {
    passed: code === 0 && !isLate,
    how: isLate ? `still running after ${mostMinutes} minutes` : ended,
    minutes: (performance.now() - began) / 60_000,
    said: said.trimEnd().split('\n').slice(-MOST_LINES),
  };
}

/** For a program that was told to end. */
const GRACE_MS = 10_000;
const MOST_LINES = 12;
const MOST_SAID = 4000;
