/**
 * The same JSON value with the keys of every object in one fixed order, whatever order they were set in: first the
 * known keys as a reader expects them, then the others by code unit. Keys without a value are left out.
 */
export declare function canonical(value: unknown): unknown;
