/** A repeatable sequence of numbers from 0 to 1: the same seed types the same way in every run and at every server. */
export function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Yjs client ids as browsers draw them: 32 bits, each once. */
export function createClientIds(seed: number): () => number {
  const dice = createDice(seed);
  const used = new Set<number>();
  return () => {
    for (;;) {
      const id = Math.floor(dice() * 2 ** 32);
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
}
