import type { Block, Displaced } from './displaced-text.ts';

/** Where letters that were taken out go on in what was put in. */
export interface Place {
  /** In the document after the change. */
  readonly at: number;
  /** The number of the letter put in that follows, and how many before it are those that stood before. */
  readonly next: number;
  readonly led: number;
}

/**
 * Where those letters go on now that stood in a block of text behind the first so many of all that were taken out.
 * Undefined where they are nowhere. Of a few letters there may be others; they count only near where the block stood.
 */
export function placeOf(displaced: Displaced, home: number, behind: number): Place | undefined {
  const block = blockOf(displaced, home);
  let best: Candidate = { own: 0, all: 0, far: Infinity, next: 0, at: 0, led: 0 };
  for (let next = 0; next <= displaced.put.length; next += 1) {
    const found = candidateAt(displaced, home, behind, next);
    const place = { ...found, far: Math.abs(found.at - (block?.now ?? found.at)) };
    if (isBetter(place, best)) best = place;
  }
  const size = block?.size ?? Infinity;
  const isHalf = best.own >= Math.max(2, size / 2) && (best.own >= SOME || best.far <= size + ENOUGH);
  return best.own >= ENOUGH || isHalf ? best : undefined;
}

/** Where something nearest to this place in a block that was taken out stands now, if something of the block does. */
export function placeNear(displaced: Displaced, home: number, behind: number): number | undefined {
  const { first, size } = blockOf(displaced, home) ?? { first: 0, size: 0 };
  const steps = Array.from({ length: Math.floor(size / STEP) }, (_, index) => first + index * STEP);
  for (const step of steps.toSorted((one, other) => Math.abs(one - behind) - Math.abs(other - behind))) {
    const place = placeOf(displaced, home, step);
    if (place) return place.at;
  }
  return undefined;
}

/** From where to where in the document after the change there are copies of what this person had deleted. */
export function copiesOfWithdrawn(
  displaced: Displaced,
): readonly { readonly from: number; readonly to: number }[] {
  const { put, taken } = displaced;
  return taken.flatMap(({ home = 0, isWithdrawn }, index) => {
    if (isWithdrawn !== true || taken[index - 1]?.isWithdrawn === true) return [];
    const place = placeOf(displaced, home, index);
    // Between the letters it stood between: what one has deleted and written elsewhere is not meant.
    if (!place || place.led === 0) return [];
    const isCopied = (count: number): boolean =>
      taken[index + count]?.letter === put[place.next + count]?.letter;
    let count = 0;
    while (taken[index + count]?.isWithdrawn === true && isCopied(count)) count += 1;
    const from = put[place.next]?.at;
    return from === undefined || count === 0 || !isCopied(count) ? [] : [{ from, to: from + count }];
  });
}

/** So many letters in a row are no chance. */
const ENOUGH = 8;
/** So many may be one, but not where they are half of what stood in the block; fewer have to be near, too. */
const SOME = 5;
/** Enough to tell apart what begins alike. */
const MOST = 99;
/** So small that nothing long enough is stepped over. */
const STEP = ENOUGH / 2;

interface Candidate extends Place {
  /** How many letters around it are those around the place before: of its own block, and of blocks beside it as well. */
  readonly own: number;
  readonly all: number;
  readonly far: number;
}

function candidateAt(
  { put, taken }: Displaced,
  home: number,
  behind: number,
  next: number,
): Omit<Candidate, 'far'> {
  const alike = (from: number, to: number, step: 1 | -1): { own: number; all: number } => {
    let [own, all] = [0, 0];
    for (; all < MOST; all += 1) {
      const letter = taken[from + all * step];
      if (!letter || letter.letter !== put[to + all * step]?.letter) break;
      if (letter.home === home) own += 1;
    }
    return { own, all };
  };
  const [left, right] = [alike(behind - 1, next - 1, -1), alike(behind, next, 1)];
  const [before, after] = [put[next - 1], put[next]];
  const at = left.own > 0 && before ? before.at + 1 : (after?.at ?? 0);
  return { own: left.own + right.own, all: left.all + right.all, next, at, led: left.own };
}

/** Letters of the block itself are what counts; those beside it, and the way, where there are several places. */
function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.own !== other.own) return one.own > other.own;
  return one.all === other.all ? one.far < other.far : one.all > other.all;
}

function blockOf({ lost }: Displaced, home: number): Block | undefined {
  return lost.find((block) => block.home === home);
}
