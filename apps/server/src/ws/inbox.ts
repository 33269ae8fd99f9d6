import type { Rooms, Session } from '@plenary/sync';

/** Where the frames of all connections wait for the end of the turn of the event loop in which they came. */
export interface Inbox {
  /** A connection got a frame. */
  add(session: Session, frame: Uint8Array): void;
  /** Hands over what is there, in the order it came; to be called before anything else is said of a connection. */
  empty(): void;
}

/**
 * Hands the frames of a turn to the rooms together. Nobody waits for it: the turn ends when no more connection has anything
 * to read.
 */
export function createInbox(rooms: Pick<Rooms, 'together'>): Inbox {
  let frames: { readonly session: Session; readonly frame: Uint8Array }[] = [];
  const empty = (): void => {
    if (frames.length === 0) return;
    const received = frames;
    frames = [];
    rooms.together(() => {
      for (const { session, frame } of received) session.receive(frame);
    });
  };
  return {
    add(session, frame) {
      if (frames.length === 0) setImmediate(empty);
      frames.push({ session, frame });
    },
    empty,
  };
}
