import { CLOSE } from '@plenary/protocol';

/** First wait after a lost connection; it doubles with every failure. */
const FIRST_MS = 300;
/** Nobody waits longer for the hall's network to be back. */
const LONGEST_MS = 5_000;
/** A restarting or overloaded server is given this long, spread over everyone. */
const RESTART_MS = 3_000;

/**
 * Milliseconds until the next attempt. Spread at random over the whole span, because three hundred people lose one
 * access point at the same moment. `failures`: attempts since the last success; `random` gives 0 to 1.
 */
export function reconnectDelay(code: number | undefined, failures: number, random: () => number): number {
  const planned = code === CLOSE.restart || code === CLOSE.overloaded;
  const span = planned ? RESTART_MS : Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  return Math.round(FIRST_MS / 3 + random() * span);
}
