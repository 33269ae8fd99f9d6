/**
 * `node src/reports/soak.ts [--seed n] [--reports 10000] [--minutes 8] [--jobs 2] [--formats html,docx] [--only n] [--out folder]`: random reports in
 * every format until there were so many or the time is up; or the one of the seed that has this place, to look at it again.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formats } from '@plenary/exporters';
import { describeMachine } from '../report/machine.ts';
import type { Batch, BatchFindings } from './soak-batch.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    reports: { type: 'string' },
    minutes: { type: 'string' },
    jobs: { type: 'string' },
    formats: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});
/** A seed is as good as the next one; what a report needs to be found again is its seed and its place in the batch. */
const BATCH = 100;

const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const only = values.only === undefined ? undefined : Number(values.only);
const most = only === undefined ? Number(values.reports ?? Infinity) : BATCH;
const began = Date.now();
const until = began + Number(values.minutes ?? 8) * 60_000;
const jobs = Number(values.jobs ?? availableParallelism());
const asked = values.formats?.split(',');
const ids = formats.map(({ id }) => id).filter((id) => asked?.includes(id) ?? true);

/** Not looked for again where one report of this size shows it; the property test finds a smaller one with the seed. */
const MOST_SHOWN = 20;
const PROCESS = fileURLToPath(new URL('soak-batch.ts', import.meta.url));

const failures: string[] = [];
const cpu: Record<string, number> = {};
let [dealt, count, reduced] = [0, 0, 0];
console.log(`seed ${seed}, formats ${ids.join(' ')}, ${jobs} processes`);
await Promise.all(Array.from({ length: jobs }, job));

const page = pageOf();
console.log(page);
if (values.out !== undefined) {
  const date = new Date().toISOString().slice(0, 16).replace(':', '').toLowerCase();
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, `${date}-soak.md`), page);
}
process.exitCode = failures.length === 0 ? 0 : 1;

/** One process, which is dealt batch after batch. Throws where it ends before it has answered. */
async function job(): Promise<void> {
  const child = fork(PROCESS, [ids.join(',')]);
  const left = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the soak ended with ${String(code)}.`);
  });
  for (let batch = nextBatch(); batch !== undefined; batch = nextBatch()) {
    child.send(batch);
    const [found] = (await Promise.race([once(child, 'message'), left])) as [BatchFindings];
    count += found.reports;
    reduced += found.reduced;
    failures.push(...found.failures);
    for (const [what, seconds] of Object.entries(found.cpu)) cpu[what] = (cpu[what] ?? 0) + seconds;
    console.log(`${count} reports, ${failures.length} failed, ${reduced} reduced`);
  }
  const ended = left.catch(() => undefined);
  child.disconnect();
  await ended;
}

function nextBatch(): Batch | undefined {
  const reports = Math.min(BATCH, most - dealt);
  if (reports <= 0 || Date.now() >= until || failures.length >= MOST_SHOWN) return undefined;
  const batch = {
    seed: seed + Math.floor(dealt / BATCH),
    reports,
    until,
    ...(only !== undefined && { only }),
  };
  dealt += reports;
  return batch;
}

function pageOf(): string {
  const perReport = Object.entries(cpu).map(
    ([what, seconds]) => `${what} ${((seconds * 1000) / count).toFixed(1)}`,
  );
  return [
    '# Random reports in every format',
    '',
    Object.values(describeMachine('/tmp')).join(' · '),
    '',
    `Seed ${seed}, ${BATCH} reports from each seed that follows; formats: ${ids.join(', ')}. Each report, with pictures or without, is written and read`,
    'back: every leaf in order, as many headings, cells, pictures, notes and links as it has, and nothing thrown. In csv and ics, which hold outcomes',
    'alone, the texts of the report stand as outcomes. A failure is found again with `--seed`, `--formats` and `--only`.',
    '',
    `${count} reports, ${count * ids.length} files, in ${((Date.now() - began) / 60_000).toFixed(1)} minutes by ${jobs} processes: ${failures.length === 0 ? 'nothing was lost.' : `${failures.length} failed.`}`,
    `${reduced} files had all words and did without something that their format can hold, because with it none was made, or none that was read back whole.`,
    `CPU of a report in milliseconds, written and read back: ${perReport.join(', ')}.`,
    ...failures.map((failure) => `\n- ${failure}`),
    '',
  ].join('\n');
}
