import type { Steps } from '@plenary/aggregation';
import type { Context } from './context.ts';

/**
 * How long work goes on before others have their turn: a keystroke that waits for it shows on the other screens a
 * hundredth of a second later, which nobody sees.
 */
export const LONGEST_TURN_MS = 10;

/** Does work that comes in steps, with a breath whenever it has taken its turn. */
export async function inSteps<Result>(
  { breathe, now }: Pick<Context, 'breathe' | 'now'>,
  steps: Steps<Result>,
): Promise<Result> {
  let since = now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (breathe === undefined || now() - since < LONGEST_TURN_MS) continue;
    await breathe();
    since = now();
  }
}
