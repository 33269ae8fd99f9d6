import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HouseCopy } from './house-copy.ts';
import type { FaultName } from '../run/faults.ts';
import type { Mutant } from './mutant.ts';

/** What a program said of a mutant. */
export interface Catch {
  readonly caught: boolean;
  /** The last thing it printed. */
  readonly said: string;
}

/** Runs the directed check of a mutant against a copy in which it is planted. */
export async function huntWithCheck(copy: HouseCopy, { edits, check }: Mutant): Promise<Catch> {
  return planted(copy, edits, ['apps/chaos/src/checks/run-check.ts', check]);
}

/** Runs the chaos run, with these faults alone, against a copy with these edits; with none, nothing may be caught. */
export async function huntWithChaos(
  copy: HouseCopy,
  edits: Mutant['edits'],
  faults: readonly FaultName[],
  seed: number,
): Promise<Catch> {
  const seeded = ['apps/chaos/src/run.ts', '--seed', String(seed), '--kills', '25'];
  return planted(copy, edits, [...seeded, '--faults', faults.join()]);
}

async function planted(copy: HouseCopy, edits: Mutant['edits'], program: readonly string[]): Promise<Catch> {
  const takeOut = copy.plant(edits);
  try {
    const [file = '', ...args] = program;
    const child = spawn(process.execPath, [join(copy.root, file), ...args], {
      cwd: copy.root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-MOST_SAID);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    // `close`, unlike `exit`, comes after the last of its output.
    const [code] = (await once(child, 'close')) as [number | null];
    // Node itself ends with 1 when a program throws; that proves nothing.
    if (code !== 0 && code !== BROKEN) throw new Error(`${program.join(' ')} ended with ${code}: ${said}`);
    return { caught: code === BROKEN, said: said.trim() };
  } finally {
    takeOut();
  }
}

/** What the programs end with when an invariant was broken. */
const BROKEN = 3;
const MOST_SAID = 2000;
