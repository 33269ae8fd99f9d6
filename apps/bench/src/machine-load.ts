import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Seconds all cores together have been busy since the machine started; NaN where there is no /proc. */
export function busySeconds(): number {
  try {
    return parseBusySeconds(readFileSync('/proc/stat', 'utf8'));
  } catch {
    return Number.NaN;
  }
}

/** The same from the text of `/proc/stat`. Time the hypervisor gave to others counts as busy: it was not ours. */
export function parseBusySeconds(stat: string): number {
  const first = stat.slice(0, stat.indexOf('\n'));
  const [user, nice, system, , , irq, softIrq, steal] = first.split(/\s+/).slice(1).map(Number);
  const ticks = [user, nice, system, irq, softIrq, steal].reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return ticks / 100;
}

/** Fewer busy cores than this are a machine at rest. */
const QUIET_CORES = 0.25;

/** Waits until the rest of the machine does little, at most so long. Says whether it came to that. */
export async function waitForQuiet(atMostMs: number): Promise<boolean> {
  const until = performance.now() + atMostMs;
  for (;;) {
    const [at, busy] = [performance.now(), busySeconds()];
    await delay(Math.min(1000, Math.max(100, atMostMs)));
    const cores = ((busySeconds() - busy) * 1000) / (performance.now() - at);
    // Where it cannot be known, there is nothing to wait for.
    if (!(cores > QUIET_CORES)) return true;
    if (performance.now() > until) return false;
  }
}
