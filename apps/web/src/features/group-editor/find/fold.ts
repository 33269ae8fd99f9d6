/** A text as it is compared, and where each of its places is in the text as it is written. */
export interface Folded {
  readonly text: string;
  readonly at: (index: number) => number;
}

/**
 * Without accents and capitals; with the apostrophes, quotation marks, hyphens and blanks of a keyboard for those of
 * typography: who looks for `l'ecole` finds « l’École ».
 */
export function folded(text: string): Folded {
  let result = '';
  const places: number[] = [];
  let offset = 0;
  for (const letter of text) {
    for (const unit of simple(letter)) {
      result += unit;
      for (let count = 0; count < unit.length; count += 1) places.push(offset);
    }
    // A mark that stands for itself belongs to the letter before it.
    offset += letter.length;
  }
  places.push(offset);
  return { text: result, at: (index) => places[index] ?? -1 };
}

function simple(letter: string): string {
  const known = SIGNS.get(letter);
  if (known !== undefined) return known;
  return letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\u00A0', ' '],
  ['\u202F', ' '],
  ['\u2009', ' '],
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['«', '"'],
  ['»', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['ß', 'ss'],
]);
