import { STOP_WORDS } from './words/stop-words.ts';

/** What a text says, as far as it can be compared without understanding it. */
export interface Gist {
  readonly stems: ReadonlySet<string>;
  /** Two stems that stand beside each other or one apart, in either order. */
  readonly shingles: ReadonlySet<string>;
}

/** The gist of a text in French, English, or any language that parts words by blanks. */
export function gistOf(text: string): Gist {
  const words = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().match(WORD) ?? [];
  const stems = words.filter((word) => !STOP_WORDS.has(word)).map(stemOf);
  const shingles = stems.flatMap((stem, index) =>
    [stems[index + 1], stems[index + 2]].flatMap((other) =>
      other === undefined ? [] : [stem < other ? `${stem} ${other}` : `${other} ${stem}`],
    ),
  );
  return { stems: new Set(stems), shingles: new Set(shingles) };
}

/**
 * How much two texts are alike, from 0 to 1: the mean of how many of all their stems they share, how many stems of the
 * shorter one are in the longer one, and the same of shingles. The first sinks when one of them says much more, the
 * second does not, the third tells texts of the same words from texts that put them together in the same way.
 */
export function likeness(one: Gist, other: Gist): number {
  const shared = common(one.stems, other.stems);
  const all = one.stems.size + other.stems.size - shared;
  const least = Math.min(one.stems.size, other.stems.size);
  const leastShingles = Math.min(one.shingles.size, other.shingles.size);
  if (least < FEWEST_STEMS || leastShingles === 0) return 0;
  return (shared / all + shared / least + common(one.shingles, other.shingles) / leastShingles) / 3;
}

/**
 * From here on two outcomes are shown to a person. On the pairs of `likeness.test.ts`, every one that a person would
 * merge is at 0.57 or above, and those that only speak about the same thing stay below 0.5. Two that a person would not
 * merge reach 0.6: to decline one costs a click, one that is missed is printed twice.
 */
export const LIKE = 0.55;

/** Texts of fewer words that mean something, such as “To be decided”, are alike by chance. */
const FEWEST_STEMS = 3;

/**
 * A word without its ending: “mesurer” and “mesure”, “train” and “trained”. Five letters tell most words apart in both
 * languages; with six, “nomme” and “nommer” would be two words.
 */
const STEM_LENGTH = 5;
const WORD = /[\p{L}\p{N}]+/gu;

function stemOf(word: string): string {
  const singular = word.length > 3 ? word.replace(/[sx]$/, '') : word;
  return Array.from(singular).slice(0, STEM_LENGTH).join('');
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const item of few) if (many.has(item)) count += 1;
  return count;
}
