import type { Direction } from '@plenary/report-ast';

/** Which way a word processor has to be told that a text runs: letters know by themselves, all else goes with its surroundings. */
export function runDirection(text: string, surroundings: Direction): Direction {
  if (surroundings === 'ltr') return 'ltr';
  return RTL_LETTER.test(text) || !LETTER.test(text) ? 'rtl' : 'ltr';
}

const RTL_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
