/** A process of the soak: draws the reports of the seeds it is sent, and answers what was lost. Started by `soak.ts` with the formats to write. */
import { blocks } from '@plenary/blocks';
import { type Assets, type Exporter, type ExportTools, formats, lostOutcomes } from '@plenary/exporters';
import { firstLost } from '@plenary/exporters/first-lost';
import { PICTURES } from '@plenary/exporters/fixtures';
import { type Report, type ReportOutcome, reportLeaves } from '@plenary/report-ast';
import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';

/** Reports drawn at once from a seed of their own, so that any of them is found again without those before it. */
export interface Batch {
  readonly seed: number;
  readonly reports: number;
  /** As `Date.now()` tells it; after that no further report is begun. */
  readonly until: number;
  /** The place of the one that is written, where it is not all of them. */
  readonly only?: number;
}

/** What came of a batch. */
export interface BatchFindings {
  /** How many reports were written and read back. */
  readonly reports: number;
  /** Each with what shows it again. */
  readonly failures: readonly string[];
  /** How many files had to do without something that the format could hold otherwise. */
  readonly reduced: number;
  /** CPU seconds of this process for each format, and for drawing the reports. */
  readonly cpu: Readonly<Record<string, number>>;
}

const asked = process.argv[2]?.split(',') ?? [];
const chosen = formats.filter(({ id }) => asked.includes(id));
const typesetter = asked.some((id) => id.startsWith('pdf')) ? await newTypesetter() : undefined;
const tools: ExportTools = typesetter === undefined ? {} : { typesetter };
const exporters = await Promise.all(chosen.map((format) => format.load(tools)));
const KINDS = Object.keys(blocks);

process.on('message', (batch: Batch) => {
  void run(batch).then((findings) => process.send?.(findings));
});
process.on('disconnect', () => typesetter?.close());

async function run({ seed, reports, until, only }: Batch): Promise<BatchFindings> {
  const cpu: Record<string, number> = {};
  const failures: string[] = [];
  let [count, reduced] = [0, 0];
  let before = process.cpuUsage();
  const spentOn = (what: string): void => {
    const { user, system } = process.cpuUsage(before);
    cpu[what] = (cpu[what] ?? 0) + (user + system) / 1e6;
    before = process.cpuUsage();
  };
  const cases = fc.sample(fc.tuple(arbitraryReport(), fc.constantFrom(PICTURES, undefined)), {
    seed,
    numRuns: reports,
  });
  spentOn('drawing');
  for (const [index, [report, assets]] of cases.entries()) {
    if (Date.now() >= until) break;
    if (only !== undefined && index !== only) continue;
    for (const exporter of exporters) {
      const counted: Exporter = {
        ...exporter,
        write: async (...job) => {
          const written = await exporter.write(...job);
          if (written.without !== undefined) reduced += 1;
          return written;
        },
      };
      const lost = await lostBy(counted, report, assets).catch((error: unknown) => ({
        threw: String(error),
      }));
      if (lost !== undefined)
        failures.push(`${exporter.id}, seed ${seed}, report ${index}: ${JSON.stringify(lost)}`);
      spentOn(exporter.id);
    }
    count += 1;
  }
  return { reports: count, failures, reduced, cpu };
}

async function lostBy(
  exporter: Exporter,
  report: Report,
  assets: Assets | undefined,
): Promise<object | undefined> {
  if (exporter.covers === undefined) return firstLost(exporter, report, assets);
  const told = { ...report, outcomes: outcomesOf(report) };
  const { words } = await exporter.readBack((await exporter.write(told, assets)).file);
  return lostOutcomes(told, exporter.covers, words)[0];
}

/** For formats that hold outcomes and nothing else: the texts of the report as what groups agreed. */
function outcomesOf(report: Report): readonly ReportOutcome[] {
  return reportLeaves(report).map((text, index) => ({
    id: `outcome-${index}`,
    kind: KINDS[index % KINDS.length] ?? '',
    group: 'group',
    session: 'session',
    text,
    data: { due: '2017-01-31' },
  }));
}

/** Many small files from one process, which ends before what it learns about them fills the memory. */
async function newTypesetter() {
  const { createTypesetter } = await import('@plenary/typesetter');
  return createTypesetter({ filesPerProcess: 100 });
}
