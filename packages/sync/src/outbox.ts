import type { RoomSession } from './session.ts';

/**
 * What a room has for everybody, gathered so that a connection is written to once for all of it: in a room of
 * forty, writing is what costs.
 *
 * Invariants
 * 1. Frames leave in the order they were added.
 * 2. Nobody gets an own update back, nor one that an answer on its way to them holds.
 * 3. Connections that are spared nothing are handed the very same array, so that an adapter prepares it once.
 */
export class Outbox {
  readonly #sessions: ReadonlySet<RoomSession>;
  #entries: Entry[] = [];

  constructor(sessions: ReadonlySet<RoomSession>) {
    this.#sessions = sessions;
  }

  /** Adds a committed update, for all but its author. */
  addUpdate(frame: Uint8Array, seq: number, author: RoomSession | undefined): void {
    if (this.#sessions.size > 0) this.#entries.push({ frame, seq, author });
  }

  /** Adds what everybody gets. */
  add(frame: Uint8Array): void {
    if (this.#sessions.size > 0) this.#entries.push({ frame, seq: Infinity, author: undefined });
  }

  /** Hands everybody what was added, and `also`. */
  flush(also?: Uint8Array): void {
    if (also !== undefined) this.add(also);
    const entries = this.#entries;
    if (entries.length === 0) return;
    this.#entries = [];
    const frames = entries.map(({ frame }) => frame);
    const authors = new Set(entries.map(({ author }) => author));
    const first = Math.min(...entries.map(({ seq }) => seq));
    const spared: RoomSession[] = [];
    // A slow reader is closed on the way and leaves the set; a set bears that while it is walked.
    for (const session of this.#sessions) {
      if (session.state !== 'live') continue;
      if (first > session.answeredUpTo && !authors.has(session)) session.sendAll(frames);
      else spared.push(session);
    }
    // After all others, so that an adapter has what they share at hand from the first of them to the last.
    for (const session of spared) session.sendAll(framesFor(session, entries));
  }
}

interface Entry {
  readonly frame: Uint8Array;
  /** Its number in the log; infinite for what is in no log. */
  readonly seq: number;
  readonly author: RoomSession | undefined;
}

function framesFor(session: RoomSession, entries: readonly Entry[]): readonly Uint8Array[] {
  return entries
    .filter(({ seq, author }) => author !== session && seq > session.answeredUpTo)
    .map(({ frame }) => frame);
}
