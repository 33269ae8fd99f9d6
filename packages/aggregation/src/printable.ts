import { singleLine } from '@plenary/report-ast';

/** A title on one line, fit for every format; `otherwise` where it has no words, because a title is never empty. */
export function printable(title: string, otherwise: string): string {
  const line = singleLine(title).trim();
  if (line !== '') return line;
  const instead = singleLine(otherwise).trim();
  return instead === '' ? '–' : instead;
}
