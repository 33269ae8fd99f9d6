import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '@plenary/testing';
import { createPlenary } from '../process/plenary-process.ts';
import { openProxy } from '../process/tcp-proxy.ts';
import { startCrew, type CrewProcess } from '../writers/crew.ts';
import type { ReplicaReport, WriterPlan } from '../writers/messages.ts';
import { readTestimony } from '../writers/saved-log.ts';
import { FAULT_NAMES, FAULTS, KILLING, killServer, type FaultName, type Victims } from './faults.ts';
import { readFresh } from './fresh-reader.ts';
import { judge, type Signature } from './judge.ts';
import { createSummit, inviteWriters } from './summit.ts';
import { signAndReopen } from './signing.ts';

/** How a run goes. The same seed brings the same faults in the same order; what they meet is up to the machine. */
export interface ChaosOptions {
  readonly seed: number;
  /** SIGKILLs of the server under load. */
  readonly kills: number;
  readonly writers: number;
  readonly crews: number;
  readonly groups: number;
  /** Mean pause between two edits of one writer. */
  readonly pauseMs: number;
  /** Tokens that must be saved between two kills, if that is possible within two seconds. */
  readonly savedBetween: number;
  /** The longest time without a fault after that. */
  readonly calmMs: number;
  /** How often a section is signed under load and opened again. */
  readonly signings: number;
  /** What may come between the kills; everything unless it is given. */
  readonly faults?: readonly FaultName[];
  readonly say: (line: string) => void;
}

/** What came of it. */
export interface ChaosResult {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly kills: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly signings: number;
  readonly written: number;
  readonly saved: number;
  /** Tokens that were on the screen of somebody else. */
  readonly seen: number;
  readonly drafted: number;
  readonly found: number;
  readonly updates: number;
  readonly seconds: number;
}

/** Lets writers write through faults, then holds what they were shown against what is on disk. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seed, say } = options;
  const begin = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'plenary-chaos-'));
  const logs = join(folder, 'writers');
  mkdirSync(logs);
  const broken: string[] = [];
  const random = createRandom(seed);
  const server = await createPlenary({ dataDir: join(folder, 'data') });
  await server.start();
  const proxy = await openProxy(server.port);
  const url = `ws://127.0.0.1:${proxy.port}/sync`;
  const summit = await createSummit(server, options.groups);
  const plans = await inviteWriters(server, summit, options.writers);
  const crews: CrewProcess[] = [];
  let earlierSaved = 0;

  const enlist = (index: number, generation: number): CrewProcess =>
    startCrew(
      {
        url,
        folder: logs,
        seed: seed + 1000 * index + 100_000 * generation,
        pauseMs: options.pauseMs,
        writers: plans
          .filter((_, number) => number % options.crews === index)
          .map((plan, number) => ({
            ...plan,
            name: `${plan.name}g${generation}`,
            // One for each document is enough; their logs are the largest.
            witness: number < options.groups,
          })),
      },
      {
        mistreated: (writer, reason) => broken.push(`${writer} was mistreated: ${reason}`),
        storage: () => broken.push('The server said that it cannot store.'),
      },
    );
  const generations: number[] = [];
  for (let index = 0; index < options.crews; index += 1) {
    generations.push(0);
    crews.push(enlist(index, 0));
  }
  const renew = (index: number): void => {
    earlierSaved += crews[index]?.saved ?? 0;
    generations[index] = (generations[index] ?? 0) + 1;
    crews[index] = enlist(index, generations[index] ?? 0);
  };
  const saved = (): number => crews.reduce((sum, crew) => sum + crew.saved, earlierSaved);
  const progress = async (): Promise<void> => {
    const each = Math.ceil(options.savedBetween / crews.length);
    await Promise.all(crews.map((crew) => crew.moreSaved(each, PROGRESS_MS)));
    // What was typed off line is saved in one piece; after that people write word by word for a while.
    await pause(random.below(options.calmMs));
  };

  const victims: Victims = {
    server,
    proxy,
    random,
    async replaceCrew() {
      const index = random.below(crews.length);
      await crews[index]?.kill();
      renew(index);
    },
    pauseCrews() {
      for (const crew of crews) crew.pause();
      return () => {
        for (const crew of crews) crew.resume();
      };
    },
    async killCrews() {
      await Promise.all(crews.map((crew) => crew.kill()));
      return () => {
        for (const index of crews.keys()) renew(index);
      };
    },
    async nextSaved(limitMs) {
      await Promise.race(crews.map((crew) => crew.moreSaved(1, limitMs)));
    },
    pauseCrew() {
      const crew = random.pick(crews);
      crew.pause();
      return () => crew.resume();
    },
  };

  const faults: Record<string, number> = {};
  const signatures: Signature[] = [];
  let kills = 0;
  let whole = false;
  try {
    await progress();
    for (let round = 0; kills < options.kills; round += 1) {
      await killServer(victims);
      kills += 1;
      await progress();
      const name = random.pick(options.faults ?? FAULT_NAMES);
      say(`${kills} kills, ${saved()} saved, now ${name}`);
      await FAULTS[name](victims);
      faults[name] = (faults[name] ?? 0) + 1;
      if (KILLING.includes(name)) kills += 1;
      await progress();
      const signDue = signatures.length < options.signings * ((round + 1) / ((options.kills * 3) / 4));
      if (signDue && signatures.length < options.signings) {
        const group = random.pick(summit.groups);
        say('signing');
        signatures.push(await signAndReopen(victims, summit, group, url, plans, broken));
        kills += 1;
        for (const crew of crews) crew.comeBack();
      }
    }
    say(`resting: ${kills} kills, ${saved()} saved`);
    const replicas = await settleDown(crews, url, plans, summit.groups, broken);
    const code = await server.leave();
    if (code !== 0) broken.push(`At the end the server left with ${code}.`);
    broken.push(...server.accidents);
    const testimony = readTestimony(logs);
    const verdict = await judge({
      dataDir: server.dataDir,
      groups: summit.groups,
      testimony,
      replicas,
      signatures,
    });
    broken.push(...verdict.broken);
    whole = broken.length === 0;
    if (!whole) say(`what is left of it is in ${folder}`);
    return {
      seed,
      broken,
      kills,
      faults,
      signings: signatures.length,
      written: testimony.written.size,
      saved: testimony.saved.size,
      seen: testimony.seen.size,
      drafted: testimony.drafted.size,
      found: verdict.found,
      updates: verdict.updates,
      seconds: Math.round((performance.now() - begin) / 1000),
    };
  } finally {
    await Promise.all(crews.map((crew) => crew.kill()));
    server.resume();
    await server.kill();
    await proxy.close();
    if (whole) rmSync(folder, { recursive: true, force: true });
  }
}

/** Everybody's last edit is saved; then all replicas, and fresh ones, say what they see. */
async function settleDown(
  crews: readonly CrewProcess[],
  url: string,
  plans: readonly WriterPlan[],
  groups: readonly string[],
  broken: string[],
): Promise<readonly ReplicaReport[]> {
  for (const crew of crews) crew.comeBack();
  await Promise.all(crews.map((crew) => crew.rest(REST_MS))).catch(() =>
    broken.push(`Not everything was saved within ${REST_MS / 1000} s of calm.`),
  );
  const fresh: ReplicaReport[] = [];
  for (const group of groups) {
    const plan = plans.find((candidate) => candidate.group === group);
    if (plan !== undefined) fresh.push(await readFresh(url, plan));
  }
  const hashes = new Map(fresh.map(({ group, hash }) => [group, hash]));
  const deadline = performance.now() + REST_MS;
  for (;;) {
    const reports = (await Promise.all(crews.map((crew) => crew.report()))).flat();
    const behind = reports.some(({ group, hash }) => hash !== undefined && hash !== hashes.get(group));
    if (!behind || performance.now() > deadline) return [...reports, ...fresh];
    // Whoever had nothing to save may still be on the way back.
    await pause(100);
  }
}

/** A reconnection takes half a second at most, a start of the server one. */
const PROGRESS_MS = 2000;
/** A morning of edits typed off line, on a machine that has other things to do. */
const REST_MS = 90_000;
