import type { Message } from './frame.ts';
import type { Gatherer } from './gathering.ts';
import type { LiveDocument } from './live-document.ts';
import type { Presence } from './presence.ts';
import type { Replies } from './replies.ts';
import type { RoomHost } from './room-host.ts';
import type { RoomSession } from './session.ts';
import { type Judged, judgeUpdate } from './update-policy.ts';

/** A frame, and whose. */
interface Received {
  readonly session: RoomSession;
  readonly frame: Message;
  /** As it came, for when it has to wait. */
  readonly bytes: Uint8Array;
}

/**
 * Takes the frames of a room, each by itself or those together that were gathered in one turn: first what they do to the
 * document, in one transaction of Yjs, then what there is to say of them.
 *
 * Invariants
 * 1. Frames are taken in the order they came.
 * 2. Nobody hears of a frame before the transaction it was applied in is over.
 * 3. When that fails, it is as if none of its frames had come: all wait until the document is loaded again, and are then
 *    taken one by one, so that only whose frame it was is refused.
 */
export class Taking implements Gatherer {
  readonly #host: RoomHost;
  readonly #document: LiveDocument;
  readonly #presence: Presence;
  readonly #replies: Replies;
  #gathered: Received[] = [];
  /** Until the room is left: whoever sends what makes Yjs throw shall not do so to many again. */
  #oneByOne = false;

  constructor(host: RoomHost, document: LiveDocument, presence: Presence, replies: Replies) {
    this.#host = host;
    this.#document = document;
    this.#presence = presence;
    this.#replies = replies;
  }

  add(session: RoomSession, frame: Message, bytes: Uint8Array): void {
    const received = { session, frame, bytes };
    if (!this.#host.gathering.isOpen) return this.#take([received]);
    this.#gathered.push(received);
    this.#host.gathering.add(this);
  }

  takeGathered(): void {
    const gathered = this.#gathered;
    this.#gathered = [];
    let together: Received[] = [];
    for (const received of gathered) {
      // An answer is read off a document that is not in the midst of a transaction.
      const isAlone = this.#oneByOne || received.frame.kind === 'ask';
      if (!isAlone) together.push(received);
      else {
        this.#take(together);
        together = [];
        this.#take([received]);
      }
    }
    this.#take(together);
  }

  #take(together: readonly Received[]): void {
    if (!this.#document.live) return again(together);
    const updates = together.filter(({ frame }) => frame.kind === 'update');
    const judged = new Map<Received, Judged>();
    if (updates.length > 0 && !this.#document.together(() => this.#apply(updates, judged))) {
      if (updates.length === 1) updates[0]?.session.reject('malformed');
      else this.#oneByOne = true;
      return again(together);
    }
    for (const received of together) {
      const { session, frame } = received;
      if (session.state === 'live') this.#replies.conclude(session, frame, judged.get(received));
    }
  }

  /** Judges updates and applies those that pass, in the task of `together`. */
  #apply(updates: readonly Received[], judged: Map<Received, Judged>): void {
    const { now } = this.#document;
    if (now === undefined) return;
    const { replica, head } = now;
    const refused = new Set<RoomSession>();
    const presentAs = (client: number): string | undefined => this.#presence.personOf(client);
    for (const received of updates) {
      const { session, frame } = received;
      // A connection that is about to be closed is not listened to.
      if (frame.kind !== 'update' || refused.has(session)) continue;
      const { update } = frame;
      const { person, access } = session.client;
      const context = { replica, head, author: person.id, access, presentAs, limits: this.#host.limits };
      const judgement = judgeUpdate(update, context);
      if (judgement.kind === 'take') {
        const { claims, before } = judgement;
        this.#document.apply({ update, claims, before, author: person.id, session });
      } else if (judgement.kind === 'refuse') refused.add(session);
      judged.set(received, { judgement, seq: replica.seq });
    }
  }
}

function again(received: readonly Received[]): void {
  for (const { session, bytes } of received) session.again(bytes);
}
