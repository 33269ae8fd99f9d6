/** A source of numbers that look random and are the same for the same seed. */
export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** A whole number from 0 (inclusive) to `limit` (exclusive). Throws when `limit` is not a positive whole number. */
  below(limit: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of `items`, each as likely as the others. Throws when there is none. */
  pick<T>(items: readonly T[]): T;
}

/**
 * Mulberry32: 32 bits of state, a period of 2^32, good enough to vary a test and small enough to read. Not for
 * secrets. A test prints its seed, and the seed brings the same run back.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => {
    if (!Number.isInteger(limit) || limit < 1)
      throw new RangeError(`below(${limit}): the limit is at least 1`);
    return Math.floor(next() * limit);
  };
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('pick: there is nothing to pick from');
    // The index is below the length, so there is an item.
    return items[below(items.length)] as T;
  };
  return { next, below, chance: (probability) => next() < probability, pick };
}
