import { findFormat, formats } from '@plenary/exporters';
import type { Lang } from '@plenary/programme';
import { ProblemError, type FormatList } from '@plenary/protocol';
import { requireReporter, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { findSummit } from './lookup.ts';
import { formatIds } from './reporting.ts';

/** What the report can be taken along as, in the asker's language. Organisers and rapporteurs only. */
export async function listFormats(
  context: Context,
  summitIdOrSlug: string,
  asker: Asker,
  lang: Lang,
): Promise<FormatList> {
  requireReporter(await findSummit(context, summitIdOrSlug), asker);
  return { formats: formats.map(({ id, label, extension }) => ({ id, label: label[lang], extension })) };
}

/** Throws what keeps somebody from taking the report along in a format, before anything is made: `forbidden`, `format-unknown`. */
export async function requireExport(
  context: Context,
  summitIdOrSlug: string,
  format: string,
  asker: Asker,
): Promise<void> {
  requireReporter(await findSummit(context, summitIdOrSlug), asker);
  if (findFormat(format) === undefined)
    throw new ProblemError('format-unknown', { format, formats: formatIds.join(', ') });
}

/** Whether a file of this format is set by the typesetter, which takes seconds where the others take a fraction of one. */
export function isTypeset(format: string): boolean {
  return findFormat(format)?.isTypeset === true;
}
