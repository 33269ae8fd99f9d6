/** Something to be found: its words, folded. */
export interface Sought {
  readonly text: string;
}

/**
 * Finds each of the leaves after the one before it. When all are there, each has the first place it can have; that
 * decides whether anything is lost. When not, the leaves are gone through again to name what is lost: then a match
 * far ahead is not believed while the leaves after it are found before it.
 */
export function locate<Leaf extends Sought>(
  leaves: readonly Leaf[],
  text: string,
  most: number,
): { readonly places: readonly (number | undefined)[]; readonly lost: readonly Leaf[] } {
  const places: (number | undefined)[] = [];
  let from = 0;
  for (const leaf of leaves) {
    const at = findWords(text, leaf.text, from);
    if (at === -1) return named(leaves, text, most);
    places.push(at);
    from = at + leaf.text.length;
  }
  return { places, lost: [] };
}

/**
 * Where the words begin, at `from` or later and at `until` or earlier; -1 when nowhere. They are found as words: not
 * as a part of longer ones, as `art` in `party`.
 */
export function findWords(text: string, words: string, from: number, until = text.length): number {
  const within = until < text.length ? text.slice(0, until + words.length + 1) : text;
  let at = within.indexOf(words, from);
  while (at !== -1 && at <= until) {
    if (isWhole(within, at, at + words.length)) return at;
    at = within.indexOf(words, at + 1);
  }
  return -1;
}

/** The report's own words between two leaves are shorter than this; a match further away may belong to another leaf. */
const NEAR = 1_000;
/** How many leaves that follow are asked whether a match far ahead can be right. */
const WITNESSES = 3;

function named<Leaf extends Sought>(
  leaves: readonly Leaf[],
  text: string,
  most: number,
): { places: (number | undefined)[]; lost: Leaf[] } {
  const places: (number | undefined)[] = [];
  const lost: Leaf[] = [];
  let from = 0;
  for (const [index, leaf] of leaves.entries()) {
    if (lost.length === most) break;
    const at = findWords(text, leaf.text, from);
    const found = at !== -1 && !(at - from > NEAR && hasWitness(leaves, index, text, from, at));
    places.push(found ? at : undefined);
    if (found) from = at + leaf.text.length;
    else lost.push(leaf);
  }
  return { places, lost };
}

function hasWitness(
  leaves: readonly Sought[],
  index: number,
  text: string,
  from: number,
  at: number,
): boolean {
  return leaves
    .slice(index + 1, index + 1 + WITNESSES)
    .some((next) => findWords(text, next.text, from, at - next.text.length) !== -1);
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isJoined(text, start) && !isJoined(text, end);
}

/** Whether a word runs across this place. */
function isJoined(text: string, at: number): boolean {
  // Half a character before the place makes the class miss it, so a pair is looked at as one.
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  return ENDS_IN_WORD.test(before) && BEGINS_WITH_WORD.test(after);
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}\p{M}]/u;
