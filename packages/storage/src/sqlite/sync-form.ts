/** A port whose methods return promises, as its worker implements it: with the same arguments, at once. */
export type SyncForm<Port> = {
  readonly [Method in keyof Port]: Port[Method] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result
    : never;
};
