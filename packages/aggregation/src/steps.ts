/** Work that comes in steps, none of them long: whoever runs it can do something else between two. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** All of it, without a pause. */
export function inOneGo<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
