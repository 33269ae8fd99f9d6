import { CLOSE } from '@plenary/protocol';
import type { Limits } from './limits.ts';
import type { Clock } from './ports.ts';
import type { RoomSession } from './session.ts';

/** The golden ratio: its multiples, without what stands before the point, fill the span evenly from the first on. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Asks connections to come back, spread over a second at most, so that a room does not return in one instant. The
 * moments of any few neighbours in the list lie far apart; no dice are needed. Resolves when all are closed.
 */
export async function leaveOneByOne(
  sessions: readonly RoomSession[],
  clock: Clock,
  { leaveWithinMs, leaveEveryMs }: Limits,
): Promise<void> {
  const span = Math.min(leaveWithinMs, (sessions.length - 1) * leaveEveryMs);
  const closed = sessions.map(async (session, index) => {
    const delay = Math.round(span * ((index * GOLDEN) % 1));
    if (delay > 0) {
      await new Promise<void>((resolve) => {
        clock.after(delay, resolve);
      });
    }
    session.end(CLOSE.restart, 'restart');
  });
  await Promise.all(closed);
}
