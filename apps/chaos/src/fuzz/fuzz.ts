import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FrameCost } from './fuzz-round.ts';

/** What the process says after each round. */
export interface FuzzNews {
  readonly received: number;
  readonly outcomes: Readonly<Record<'taken' | 'ignored' | 'refused', number>>;
  readonly kinds: Readonly<Record<string, number>>;
  /** The dearest frame of each kind. */
  readonly dearest: Readonly<Record<string, FrameCost>>;
  /** Frames that cost more than any may. */
  readonly tooDear: readonly FrameCost[];
  /** Resident memory, in MiB. */
  readonly memory: number;
}

/** What came of it. */
export interface FuzzResult {
  readonly seed: number;
  readonly news: FuzzNews | undefined;
  readonly mostMemory: number;
  readonly seconds: number;
  /** Why it ended early; absent when every frame was borne. */
  readonly crash?: string;
  /** The frames of the round that ended early, a line of JSON each after one with the seed. */
  readonly frames?: string;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly frames: number;
  readonly say?: (line: string) => void;
}

/** Throws frames at rooms in a process of their own, whose memory, time and output are bounded. */
export async function fuzz({ seed, frames, say }: FuzzOptions): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-fuzz-'));
  const file = join(folder, 'frames');
  const begin = performance.now();
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${MOST_HEAP_MIB}`, FUZZ_PROCESS, String(seed), String(frames), file],
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-MOST_SAID);
  });
  let news: FuzzNews | undefined;
  let mostMemory = 0;
  let ended: string | undefined;
  const end = (why: string): void => {
    ended ??= why;
    child.kill('SIGKILL');
  };
  let watchdog = setTimeout(end, SILENCE_MS, 'No round ended for a minute.');
  let nextLine = 0;
  child.on('message', (told: FuzzNews) => {
    news = told;
    mostMemory = Math.max(mostMemory, told.memory);
    if (told.memory > MOST_MEMORY_MIB) end(`It holds ${told.memory} MiB.`);
    clearTimeout(watchdog);
    watchdog = setTimeout(end, SILENCE_MS, 'No round ended for a minute.');
    if (told.received < nextLine) return;
    nextLine = told.received + frames / 20;
    say?.(`${told.received} frames, ${told.memory} MiB`);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(watchdog);
  const crash = code === 0 ? undefined : `${ended ?? `It ended with ${code ?? signal}.`} ${said}`.trim();
  const result: FuzzResult = {
    seed,
    news,
    mostMemory,
    seconds: Math.round((performance.now() - begin) / 1000),
    ...(crash === undefined ? {} : { crash, frames: readFileSync(file, 'utf8') }),
  };
  rmSync(folder, { recursive: true, force: true });
  return result;
}

const FUZZ_PROCESS = fileURLToPath(new URL('fuzz-process.ts', import.meta.url));
/** A server of a summit is given more; what needs more than this for one document leaks. */
const MOST_HEAP_MIB = 512;
const MOST_MEMORY_MIB = 1024;
const SILENCE_MS = 60_000;
const MOST_SAID = 4000;
