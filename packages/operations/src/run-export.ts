import type { Context } from './context.ts';
import type { ExportedReport, ExportJob, ExportWatch } from './export-job.ts';
import type { PictureSource } from './report-assets.ts';
import { compileSources, exportCompiled, illustrate, knownFormat } from './reporting.ts';

/** What a job is made with, wherever that is. */
export interface ExportContext
  extends Pick<Context, 'now' | 'blocks' | 'typesetter' | 'reports' | 'breathe'>, PictureSource {}

/** Compiles the report of a job, makes its file and audits it. Throws `format-unknown` and `audit-failed`. */
export async function runExport(
  context: ExportContext,
  { sources, format: id, picturesIn }: ExportJob,
  watch: ExportWatch = {},
): Promise<ExportedReport> {
  const { summit } = sources;
  const format = knownFormat(id);
  const compiled = await compileSources(context, sources);
  const illustrated = await illustrate(context, summit, compiled, picturesIn);
  return exportCompiled(context, summit, format, illustrated, watch);
}
