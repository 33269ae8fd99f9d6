/** An event of a Chromium trace, as far as it is read here. Times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
}

/** What the page marks when a key is pressed, before anybody else hears of it. */
export const KEY_MARK = 'plenary-key';

/**
 * How long the page's main thread was busy after each key, in milliseconds: with the key, with drawing what came of it, and
 * with whatever else came in until `window` milliseconds after it. A key's own thread is the one that marked it.
 */
export function busyAfterKeys(events: readonly TraceEvent[], window: number): readonly number[] {
  const keys = events.filter(({ name, ph }) => name === KEY_MARK && (ph === 'I' || ph === 'R'));
  const [first] = keys;
  if (first === undefined) return [];
  const tasks = events.filter(
    ({ name, pid, tid }) => name === 'RunTask' && pid === first.pid && tid === first.tid,
  );
  return keys.map(({ ts }) => {
    const end = ts + window * 1000;
    const busy = tasks.reduce((sum, task) => sum + overlap(task.ts, task.ts + (task.dur ?? 0), ts, end), 0);
    return busy / 1000;
  });
}

function overlap(from: number, to: number, begin: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, begin));
}
