/**
 * Results kept for as long as the object they were made from, and made again when anything else they were made from is
 * no longer the very same. Two results of one object, such as one for each language, are kept under two names.
 */
export class Memo<Key extends object, Result> {
  readonly #kept = new WeakMap<Key, Map<string, Kept<Result>>>();

  /** The kept result, or a new one. `depends` has to name everything but `key` that `make` looks at. */
  get(key: Key, name: string, depends: readonly unknown[], make: () => Result): Result {
    const its = this.#kept.get(key) ?? new Map<string, Kept<Result>>();
    this.#kept.set(key, its);
    const kept = its.get(name);
    if (kept !== undefined && isSame(kept.depends, depends)) return kept.result;
    const result = make();
    its.set(name, { depends, result });
    return result;
  }
}

interface Kept<Result> {
  readonly depends: readonly unknown[];
  readonly result: Result;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => Object.is(value, other[index]));
}
