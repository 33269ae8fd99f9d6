import type { RoomSession } from './session.ts';

/**
 * Sends one frame, encoded once, to everybody who is in; the very same bytes, so that a socket adapter can
 * prepare them once, too. Connections whose answer already holds update `seq` are spared it.
 */
export function broadcast(
  sessions: Iterable<RoomSession>,
  frame: Uint8Array,
  except?: RoomSession,
  seq?: number,
): void {
  // A slow reader is closed on the way and leaves the set; a set bears that while it is walked.
  for (const session of sessions) {
    if (session === except || session.state !== 'live') continue;
    if (seq !== undefined && seq <= session.answeredUpTo) continue;
    session.send(frame);
  }
}
