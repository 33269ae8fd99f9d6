import type { Lang } from '@plenary/programme';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import type { ReportWords } from './words/report-words.ts';

/** The report's own words, a file for each language the program speaks. */
export const WORDS: Readonly<Record<Lang, ReportWords>> = { fr, en };

/** Names as a sentence lists them: “A, B and C”. */
export function listed(names: readonly string[], lang: Lang): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${WORDS[lang].and} ${names.at(-1)}`;
}

/** The fingerprint people compare: 12 hexadecimal digits tell 16 million versions apart and fit on a line. */
export function shortFingerprint(hash: string): string {
  return hash.slice(0, 12);
}
