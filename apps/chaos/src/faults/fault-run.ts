import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createPlenary, type PlenaryProcess } from '../process/plenary-process.ts';
import { readFresh } from '../run/fresh-reader.ts';
import { judge } from '../run/judge.ts';
import { createSummit, inviteWriters } from '../run/summit.ts';
import { startCrew, type CrewProcess } from '../writers/crew.ts';
import { readTestimony } from '../writers/saved-log.ts';

/** What one fault has to deal with. */
export interface FaultScene {
  readonly server: PlenaryProcess;
  /** Writers at work. */
  readonly crew: CrewProcess;
  /** Lets other writers come in place of those who are gone. */
  replaceCrew(): Promise<CrewProcess>;
  /** Resolves once writers were told `count` more times that their words cannot be stored. */
  refused(count: number): Promise<void>;
  /** Says that something is not as it should be. */
  remark(sentence: string): void;
}

/** How writers meet one fault. */
export interface FaultOptions {
  readonly seed: number;
  readonly writers: number;
  readonly pauseMs: number;
  /** Where the data folder is made; a folder of its own unless it is given. */
  readonly disk?: string;
  /** A command that starts the server's own. */
  readonly under?: readonly string[];
  /** Does the harm, and undoes it: afterwards everybody has to be able to save. */
  readonly harm: (scene: FaultScene) => Promise<void>;
}

/** What came of it. */
export interface FaultResult {
  /** Each invariant that was broken, a sentence; empty when all hold. */
  readonly broken: readonly string[];
  readonly saved: number;
  readonly found: number;
  readonly updates: number;
  /** How often a writer was told that words cannot be stored. */
  readonly refusals: number;
}

/** Lets people write into one document of a real server, does one kind of harm, and holds what is left to `judge`. */
export async function runFault(options: FaultOptions): Promise<FaultResult> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-fault-'));
  const logs = join(folder, 'writers');
  mkdirSync(logs);
  const { under } = options;
  const server = await createPlenary({
    dataDir: join(options.disk ?? folder, 'data'),
    ...(under === undefined ? {} : { under }),
  });
  const broken: string[] = [];
  const listeners = new Set<() => void>();
  let refusals = 0;
  const crews: CrewProcess[] = [];
  try {
    await server.start();
    const summit = await createSummit(server, 1);
    const plans = await inviteWriters(server, summit, options.writers);
    const url = `ws://127.0.0.1:${server.port}/sync`;
    const enlist = (): CrewProcess => {
      const generation = crews.length;
      const crew = startCrew(
        {
          url,
          folder: logs,
          seed: options.seed + generation,
          pauseMs: options.pauseMs,
          writers: plans.map((plan) => ({ ...plan, name: `${plan.name}g${generation}` })),
        },
        {
          mistreated: (writer, reason) => broken.push(`${writer} was mistreated: ${reason}`),
          storage() {
            refusals += 1;
            for (const listener of listeners) listener();
          },
        },
      );
      crews.push(crew);
      return crew;
    };
    let crew = enlist();
    await crew.moreSaved(5 * options.writers, START_MS);
    await options.harm({
      server,
      crew,
      async replaceCrew() {
        await crew.kill();
        crew = enlist();
        return crew;
      },
      async refused(count) {
        const enough = refusals + count;
        await new Promise<void>((resolve) => {
          const look = (): void => {
            if (refusals < enough) return;
            listeners.delete(look);
            resolve();
          };
          listeners.add(look);
        });
      },
      remark: (sentence) => void broken.push(sentence),
    });
    const before = crew.saved;
    await crew.moreSaved(5 * options.writers, START_MS);
    if (crew.saved === before) broken.push('Nothing is saved any more.');
    await crew.rest(REST_MS).catch(() => broken.push('Not everything was saved in the end.'));
    const [plan] = plans;
    if (plan === undefined) throw new Error('A fault needs writers.');
    const fresh = await readFresh(url, plan);
    let replicas = await crew.report();
    // Whoever was turned away and has saved all may be on the way back; whoever differs then, differs for good.
    for (let look = 0; look < LOOKS && replicas.some(({ hash }) => hash !== fresh.hash); look += 1) {
      await delay(LOOK_MS);
      replicas = await crew.report();
    }
    await crew.kill();
    const code = await server.leave();
    if (code !== 0) broken.push(`At the end the server left with ${code}.`);
    broken.push(...server.accidents);
    const testimony = readTestimony(logs);
    const verdict = await judge({
      dataDir: server.dataDir,
      groups: summit.groups,
      testimony,
      replicas: [...replicas, fresh],
      signatures: [],
    });
    const { found, updates } = verdict;
    return {
      broken: [...broken, ...verdict.broken],
      saved: testimony.saved.size,
      found,
      updates,
      refusals,
    };
  } finally {
    await Promise.all(crews.map((crew) => crew.kill()));
    server.resume();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Patience with a machine that has other things to do. */
const START_MS = 20_000;
/** A stock client waits 2.5 s at most before it comes again. */
const LOOKS = 100;
const LOOK_MS = 100;
const REST_MS = 60_000;
