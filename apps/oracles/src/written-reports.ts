import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFormat, type ReportFile } from '@plenary/exporters';
import { kitchenSink, PICTURES, summitReport } from '@plenary/exporters/fixtures';
import type { Report } from '@plenary/report-ast';
import { createTypesetter } from '@plenary/typesetter';
import { hostileReport } from './hostile-report.ts';
import { sampleReport } from './sample-report.ts';

/** A report, and the file that a format makes of it. */
export interface WrittenReport {
  readonly report: Report;
  readonly file: ReportFile;
  /** Where it lies on the disk. */
  readonly at: string;
}

/** The reports that are shown to other programs. */
export type ReportName = 'kitchen' | 'hostile' | 'summit' | 'sample';

/** Some of them in a format, all if nothing is said, in a folder of their own that whoever asks takes away. */
export async function writeReports<Name extends ReportName = ReportName>(
  format: string,
  names: readonly Name[] = Object.keys(REPORTS) as Name[], // they are the names
): Promise<{ readonly folder: string; readonly reports: Readonly<Record<Name, WrittenReport>> }> {
  const exporter = await findFormat(format)?.load({ typesetter: createTypesetter() });
  if (exporter === undefined) throw new Error(`There is no format ${format}.`);
  const folder = await mkdtemp(path.join(tmpdir(), `plenary-${format}-`));
  const written: [Name, WrittenReport][] = [];
  for (const name of names) {
    const report = await REPORTS[name]();
    const { file } = await exporter.write(report, PICTURES);
    const at = path.join(folder, `${name}.${exporter.extension}`);
    await writeFile(at, file);
    written.push([name, { report, file, at }]);
  }
  return { folder, reports: Object.fromEntries(written) as Record<Name, WrittenReport> }; // an entry for each name
}

const REPORTS: Readonly<Record<ReportName, () => Report | Promise<Report>>> = {
  kitchen: () => kitchenSink,
  hostile: hostileReport,
  summit: () => summitReport,
  sample: () => sampleReport(),
};
