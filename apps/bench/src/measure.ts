import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitForQuiet } from './machine-load.ts';
import { endLoads } from './node-process.ts';
import type { Options } from './options.ts';
import type { Measurement } from './report/statistics.ts';
import type { Scenario } from './scenarios/scenario.ts';
import type { ServerKind, StartedServer } from './servers/server-kind.ts';

/** Where data folders are made. */
export const SCRATCH = tmpdir();

const folders = new Set<string>();
// Whoever breaks a run off finds no gigabytes of it later.
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * Runs the scenarios, each against each server in turn, and that as often as asked: a server is measured between
 * its peers, so that what changes on the machine meanwhile touches all of them.
 */
export async function measure(
  scenarios: readonly Scenario[],
  kinds: readonly ServerKind[],
  options: Options,
  tell: (line: string) => void,
): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const scenario of scenarios) {
    const unavailable = scenario.unavailable?.();
    if (unavailable !== undefined) {
      tell(`${scenario.name}: skipped, because ${unavailable}.`);
      continue;
    }
    const taking = kinds.filter(({ holds }) => scenario.needs === 'nothing' || holds === 'documents');
    for (let run = 1; run <= options.runs; run += 1) {
      // Every second time the other way round: nobody is always measured on the disk the one before has warmed.
      for (const kind of run % 2 === 1 ? taking : taking.toReversed()) {
        const measurement = await measureCalmly(scenario, kind, run, options, tell);
        if (measurement !== undefined) measurements.push(measurement);
      }
    }
  }
  return measurements;
}

/** More than this of the cores in other hands, and the times are theirs. */
const DISTURBED_CORES = 0.3;

/** Measures until the machine left it alone, or often enough; gives the calmest, whatever its figures are. */
async function measureCalmly(
  ...[scenario, kind, run, options, tell]: Parameters<typeof measureOnce>
): Promise<Measurement | undefined> {
  let calmest: Measurement | undefined;
  for (let attempt = 1; attempt <= options.tries; attempt += 1) {
    const measurement = await measureOnce(scenario, kind, run, options, tell);
    if (measurement === undefined) continue;
    if (calmest === undefined || disturbance(measurement) < disturbance(calmest)) calmest = measurement;
    if (disturbance(calmest) <= DISTURBED_CORES) break;
  }
  return calmest;
}

/** The most cores that the rest of the machine took in any of the cases; 0 where that is not known. */
function disturbance({ cases }: Measurement): number {
  return Math.max(0, ...cases.map(({ figures }) => figures.otherCores ?? 0));
}

async function measureOnce(
  scenario: Scenario,
  kind: ServerKind,
  run: number,
  { quick, seconds, quietMs, profile }: Options,
  tell: (line: string) => void,
): Promise<Measurement | undefined> {
  const title = `${scenario.name} · ${kind.name} · run ${run}`;
  if (quietMs > 0 && !(await waitForQuiet(quietMs)))
    tell(`${title}: the machine did not come to rest; read its times with care.`);
  const folder = await mkdtemp(join(SCRATCH, 'plenary-bench-'));
  folders.add(folder);
  const started: StartedServer[] = [];
  try {
    const cases = await scenario.run({
      kind,
      quick,
      seconds,
      seed: run * 1000,
      folder,
      start: async (rooms, people) => {
        const flags =
          profile === undefined || kind.name !== 'plenary' ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
        const server = await kind.start({ folder, rooms, people, flags });
        started.push(server);
        return server;
      },
    });
    // A profile is written by a server that may leave by itself.
    if (profile !== undefined) await started.at(-1)?.stop();
    for (const { name, figures } of cases)
      tell(`${title}${name === '' ? '' : ` · ${name}`}: ${JSON.stringify(figures)}`);
    return { scenario: scenario.name, server: kind.name, run, cases };
  } catch (error) {
    tell(`${title}: failed: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    endLoads();
    await Promise.all(started.map((server) => server.kill()));
    await rm(folder, { recursive: true, force: true });
  }
}
