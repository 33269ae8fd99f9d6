import { findFormat } from '@plenary/exporters';
import { ProblemError } from '@plenary/protocol';
import type { Context } from './context.ts';
import type { ExportedReport, ExportJob, ExportWatch } from './export-job.ts';
import { exportCompiled, formatIds } from './reporting.ts';

/** Makes and audits the file of a job here, wherever that is. Throws `audit-failed`. */
export async function runExport(
  context: Pick<Context, 'now' | 'blocks' | 'typesetter'>,
  job: ExportJob,
  watch: ExportWatch = {},
): Promise<ExportedReport> {
  const { assets, input, report, summit } = job;
  const format = findFormat(job.format);
  if (format === undefined)
    throw new ProblemError('format-unknown', { format: job.format, formats: formatIds.join(', ') });
  const illustrated = { report, assets, input: { ...input, blocks: context.blocks } };
  return exportCompiled(context, summit, format, illustrated, watch);
}
