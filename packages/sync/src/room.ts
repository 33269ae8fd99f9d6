import { CLOSE } from '@plenary/protocol';
import type * as Y from 'yjs';
import { accessOf, refuseEpoch } from './admission.ts';
import type { DocumentEvents, RefusedBecause } from './document-events.ts';
import { EditRefused, NoSuchDocument, RoomEnded, StoreFailed } from './errors.ts';
import { type Message, updateFrame } from './frame.ts';
import { IdleTimer } from './idle-timer.ts';
import { LiveDocument } from './live-document.ts';
import { Outbox } from './outbox.ts';
import type { PendingEdit } from './pending-edits.ts';
import type { Author, DocumentHead, DocumentId, Seal, StoredUpdate } from './ports.ts';
import { Presence } from './presence.ts';
import { Replies } from './replies.ts';
import type { RoomHost } from './room-host.ts';
import { serverEdit, storeServerEdit } from './server-edit.ts';
import type { RoomSession, SessionRoom } from './session.ts';
import { Taking } from './taking.ts';
import { connectionVitals, type Vitals } from './vitals.ts';

/**
 * One document and the connections to it.
 *
 * Invariants
 * 1. A frame is taken to its end before the next one of any connection, or with those that came in the same turn
 *    (`Taking`): nothing here waits.
 * 2. What leaves is committed: updates are put into the outbox in `stored`, and `Replies` waits for what it needs.
 * 3. A connection is greeted once, when the head is known, and handed its waiting frames after that.
 * 4. The room is given up only without connections and users and with nothing pending.
 */
export class Room implements SessionRoom, DocumentEvents {
  readonly sessions = new Set<RoomSession>();
  readonly #host: RoomHost;
  readonly #document: LiveDocument;
  readonly #replies: Replies;
  readonly #taking: Taking;
  readonly #presence: Presence;
  readonly #outbox = new Outbox(this.sessions);
  /** The head the connections were told of. */
  #known: DocumentHead | undefined;
  #users = 0;
  readonly #unloading: IdleTimer;
  readonly #packing: IdleTimer;

  constructor(host: RoomHost, document: DocumentId) {
    this.#host = host;
    this.#presence = new Presence({
      clock: host.clock,
      limits: host.limits,
      ownerOf: (client) => this.#document.now?.replica.ownerOf(client),
      people: () => this.sessions.size,
      broadcast: (frame) => this.broadcast(frame),
    });
    this.#document = new LiveDocument(host, document, this);
    this.#replies = new Replies(host, this.#document, this.#presence);
    this.#taking = new Taking(host, this.#document, this.#presence, this.#replies);
    this.#unloading = new IdleTimer(
      host.clock,
      host.limits.unloadAfterMs,
      () => this.sessions.size === 0 && this.#users === 0 && this.live && this.#document.settledDown,
      () => void this.#document.end(new RoomEnded('The document was left.')),
    );
    this.#packing = new IdleTimer(
      host.clock,
      host.limits.packAfterMs,
      () => this.#document.settledDown && this.#document.now?.replica.isLoose(host.limits.packEvery) === true,
      () => {
        if (this.#document.now?.replica.pack(host.limits.packBytes) === true) host.meter.count('packed');
      },
    );
  }

  get live(): boolean {
    return this.#document.live;
  }

  enter(session: RoomSession): void {
    this.sessions.add(session);
    this.#host.came();
    this.#unloading.consider();
    const { now } = this.#document;
    if (now !== undefined) this.#greet(session, now.head);
  }

  left(session: RoomSession): void {
    if (this.sessions.delete(session)) this.#host.left();
    this.#presence.leave(session);
    this.#unloading.consider();
  }

  handle(session: RoomSession, frame: Message, bytes: Uint8Array): void {
    this.#taking.add(session, frame, bytes);
  }

  /** Runs a task on the live room, which stays in memory meanwhile. */
  async use<T>(task: (room: Room) => Promise<T>): Promise<T> {
    this.#users += 1;
    try {
      await this.#document.ready();
      return await task(this);
    } finally {
      this.#users -= 1;
      this.#unloading.consider();
    }
  }

  /** The state with what is being committed, once it is. */
  async read(): Promise<{ readonly head: DocumentHead; readonly state: Uint8Array }> {
    const { replica, head } = this.#now();
    const { seq } = replica;
    const state = replica.state();
    const reached = await new Promise<boolean>((resolve) => {
      this.#document.after(seq, resolve);
    });
    if (!reached) throw new RoomEnded('The document is being loaded again. Try once more.');
    return { head: { ...head, seq }, state };
  }

  async edit(author: Author, change: (doc: Y.Doc) => void): Promise<DocumentHead> {
    const { replica, head } = this.#now();
    if (head.seal !== undefined) throw new EditRefused('locked');
    const edit = serverEdit({ replica, head, author, access: 'write', limits: this.#host.limits }, change);
    if (edit === undefined) return (await this.read()).head;
    return { ...head, seq: await storeServerEdit(this.#document, { ...edit, author }) };
  }

  /** Another server says that the log has moved to `word`; undefined: it may have. */
  hear(word: DocumentHead | undefined): void {
    this.#document.hear(word);
  }

  /** Sends everybody a frame: with the updates that are about to be committed, or at once when there are none. */
  broadcast(frame: Uint8Array): void {
    this.#outbox.add(frame);
    if (this.#document.settledDown) this.#outbox.flush();
  }

  /** How the room is doing at `now`. */
  vitals(now: number): Vitals {
    return { ...this.#document.vitals(), ...connectionVitals(this.sessions, now) };
  }

  flush(): Promise<void> {
    return this.#document.flush();
  }

  /** Resolves when the frames that waited for loading have been taken and all is committed. */
  async finish(): Promise<void> {
    for (const session of this.sessions) session.deafen();
    // A document that cannot be loaded has nothing to finish.
    await this.#document.ready().catch(() => {});
    await this.#document.flush();
  }

  /** The store has sealed the document. */
  sealed(seal: Seal): void {
    this.#document.sealed(seal);
    if (this.#known !== undefined) this.#known = { ...this.#known, seal };
    for (const session of this.sessions) {
      if (session.state === 'live' && session.client.access === 'write') session.lock();
    }
  }

  /** The store has begun another epoch: nothing of this one may go on. */
  newEpoch(epoch: number): void {
    for (const session of this.sessions) session.endEpoch(epoch);
    void this.#document.end(new RoomEnded('The document was reopened.'));
  }

  /** The server leaves. */
  async leave(): Promise<void> {
    for (const session of this.sessions) session.end(CLOSE.restart, 'restart');
    await this.#document.end(new RoomEnded('The server restarts.'));
  }

  loaded(): void {
    const { head } = this.#now();
    const before = this.#known ?? head;
    this.#known = head;
    this.#outbox.flush();
    for (const session of this.sessions) {
      // What a session hands over may make the room load again; then the rest is greeted after that.
      if (!this.live) return;
      if (session.state === 'greeting') this.#greet(session, head);
      else if (before.epoch !== head.epoch) session.endEpoch(head.epoch);
      else if (before.seal === undefined && head.seal !== undefined && session.client.access === 'write')
        session.lock();
      else session.resume();
    }
    this.#unloading.consider();
  }

  stored(edit: PendingEdit, seq: number): void {
    this.#outbox.addUpdate(updateFrame(edit.request.update), seq, edit.session);
  }

  advanced(head: DocumentHead): void {
    this.#outbox.flush(this.#presence.due());
    this.#host.changed(head);
    this.#unloading.consider();
    this.#packing.consider();
  }

  appendedElsewhere(updates: readonly StoredUpdate[], committed: number): void {
    for (const { update, seq } of updates) this.#outbox.addUpdate(updateFrame(update), seq, undefined);
    for (const session of this.sessions) session.markers.moveOn(committed, updates.length);
  }

  advancedElsewhere(head: DocumentHead): void {
    this.#outbox.flush(this.#presence.due());
    this.#host.changedElsewhere(head);
    this.#replies.goOn(this.sessions);
    this.#packing.consider();
  }

  sealedElsewhere(seal: Seal): void {
    this.sealed(seal);
    const { now } = this.#document;
    if (now !== undefined) this.#host.changedElsewhere(now.head);
  }

  /**
   * Authors hear why; for a seal, an epoch or an end everybody does once the document is loaded. Whoever has a
   * part in what was refused begins anew: the numbers it waits for will be those of other updates.
   */
  refused(edits: readonly PendingEdit[], because: RefusedBecause, committed: number): void {
    if (because === 'epoch' || because === 'missing') return;
    if (because === 'conflict') edits[0]?.session?.reject('foreign-client-id');
    if (because === 'sealed') for (const { session } of edits) session?.reject('locked');
    for (const session of this.sessions) {
      if (session.markers.position > committed) session.end(CLOSE.overloaded, 'begin anew');
    }
  }

  ended(reason: Error): void {
    for (const session of this.sessions) {
      if (reason instanceof NoSuchDocument) session.end(CLOSE.gone, 'no such document');
      else if (reason instanceof StoreFailed) session.reject('storage');
      else session.end(CLOSE.overloaded, 'try again');
    }
    this.#presence.stop();
    this.#unloading.stop();
    this.#packing.stop();
    this.#host.ended(this.#document.id, this);
  }

  #greet(session: RoomSession, head: DocumentHead): void {
    const refusal = refuseEpoch(session.client, head);
    if (refusal !== undefined) return session.refuse(refusal.notice, refusal.code);
    session.begin();
    session.notify({ type: 'welcome', epoch: head.epoch, access: accessOf(session.client, head) });
    this.#replies.ask(session);
    this.#presence.tell(session);
    session.resume();
  }

  /** For what is called while live. */
  #now(): NonNullable<LiveDocument['now']> {
    const { now } = this.#document;
    if (now === undefined) throw new RoomEnded('The document is not loaded.');
    return now;
  }
}
