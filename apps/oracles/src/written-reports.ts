import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFormat, type ReportFile } from '@plenary/exporters';
import { kitchenSink, PICTURES, summitReport } from '@plenary/exporters/fixtures';
import type { Report } from '@plenary/report-ast';
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

/** All of them in a format, in a folder of their own that whoever asks takes away. */
export async function writeReports(format: string): Promise<{
  readonly folder: string;
  readonly reports: Readonly<Record<ReportName, WrittenReport>>;
}> {
  const exporter = await findFormat(format)?.load();
  if (exporter === undefined) throw new Error(`There is no format ${format}.`);
  const folder = await mkdtemp(path.join(tmpdir(), `plenary-${format}-`));
  const write = async (name: ReportName, report: Report): Promise<WrittenReport> => {
    const { file } = await exporter.write(report, PICTURES);
    const at = path.join(folder, `${name}.${exporter.extension}`);
    await writeFile(at, file);
    return { report, file, at };
  };
  return {
    folder,
    reports: {
      kitchen: await write('kitchen', kitchenSink),
      hostile: await write('hostile', hostileReport()),
      summit: await write('summit', summitReport),
      sample: await write('sample', await sampleReport()),
    },
  };
}
