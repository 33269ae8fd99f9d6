import { askFrame, type Message } from './frame.ts';
import type { LiveDocument } from './live-document.ts';
import type { Presence } from './presence.ts';
import type { RoomHost } from './room-host.ts';
import type { RoomSession } from './session.ts';
import type { Judged } from './update-policy.ts';

/**
 * What a room says to a connection of the frames it took.
 *
 * Invariants
 * 1. What is said of the document, and every echo of a marker, waits for the number in the log that it needs.
 * 2. Everything is said while the document is live; what has to wait longer is asked again.
 */
export class Replies {
  readonly #host: RoomHost;
  readonly #document: LiveDocument;
  readonly #presence: Presence;

  constructor(host: RoomHost, document: LiveDocument, presence: Presence) {
    this.#host = host;
    this.#document = document;
    this.#presence = presence;
  }

  /** A frame was taken. `judged`: of an update. */
  conclude(session: RoomSession, frame: Message, judged: Judged | undefined): void {
    switch (frame.kind) {
      case 'update':
        return judged === undefined ? undefined : this.#received(session, frame.answer, judged);
      case 'ask':
        return this.#answer(session, frame.vector);
      case 'marker':
        return this.#mark(session, frame.number);
      case 'presence':
        return this.#presence.receive(session, frame.payload) ? undefined : session.reject('malformed');
      case 'query-presence':
        return this.#presence.tell(session);
      default:
        return frame satisfies never;
    }
  }

  /** Asks for what the document has not got. */
  ask(session: RoomSession): void {
    const { now } = this.#document;
    if (now === undefined) return;
    session.markers.asked();
    session.send(askFrame(now.replica.vector()));
  }

  /** Numbers that were waited for are others now: what had to wait for them is asked and waited for again. */
  goOn(sessions: Iterable<RoomSession>): void {
    for (const session of sessions) {
      if (session.state !== 'live') continue;
      session.resume();
      if (session.markers.size > 0) this.#acknowledge(session);
    }
  }

  #received(session: RoomSession, answer: boolean, { judgement, seq }: Judged): void {
    switch (judgement.kind) {
      case 'refuse':
        return session.reject(judgement.reason);
      case 'incomplete':
        // Typed before the answer that is on its way, which brings it: who comes back and types on means no harm.
        if (!answer && session.markers.unanswered) return undefined;
        if (session.incompleteOnceMore()) return session.reject('incomplete');
        return this.ask(session);
      case 'take':
      case 'nothing':
        break;
      default:
        return judgement satisfies never;
    }
    // What added nothing may still wait for its commit: another tab sent it a moment ago.
    session.markers.reached(seq);
    if (!answer) return;
    session.markers.answered();
    this.#acknowledge(session);
  }

  #answer(session: RoomSession, vector: Uint8Array): void {
    const { now } = this.#document;
    if (now === undefined) return;
    const { replica } = now;
    if (!session.mayAsk()) return session.reject('too-fast');
    const frame = replica.answer(vector);
    if (frame === undefined) return session.reject('malformed');
    session.answeredUpTo = replica.seq;
    this.#document.after(replica.seq, (reached) => {
      if (reached) return session.sendAnswer(frame);
      session.answeredUpTo = 0;
      session.again(askFrame(vector));
    });
  }

  #mark(session: RoomSession, number: number): void {
    if (session.markers.size >= this.#host.limits.waitingMarkers) return session.reject('too-fast');
    session.markers.add(number, this.#host.clock.now());
    this.#acknowledge(session);
  }

  /** Echoes what is due once all that the connection has sent so far is on disk. */
  #acknowledge(session: RoomSession): void {
    const { position } = session.markers;
    this.#document.after(position, (reached) => {
      if (reached) session.acknowledge(position);
    });
  }
}
