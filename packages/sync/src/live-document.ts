import { CommitWaiters } from './commit-waiters.ts';
import type { DocumentEvents } from './document-events.ts';
import type { Log } from './durability.ts';
import { NoSuchDocument, RoomEnded, StoreFailed } from './errors.ts';
import { type Followed, Following, type LogBehind } from './following.ts';
import { type LoadedDocument, loadDocument } from './load-document.ts';
import { type Edit, type PendingEdit, pendingEdit, PendingEdits } from './pending-edits.ts';
import type { AppendOutcome, AppendRequest, DocumentHead, DocumentId, Seal } from './ports.ts';
import { Readiness } from './readiness.ts';
import type { Replica } from './replica.ts';
import type { RoomHost } from './room-host.ts';
import { Snapshots } from './snapshots.ts';
import type { Vitals } from './vitals.ts';

/**
 * A document between the log and memory.
 *
 *             loaded               refused, poisoned
 *   loading ─────────▶ live ───────────────────────▶ loading
 *      └──────────┬──────┘
 *                 ▼ absent, unreadable, store failed, ended from outside
 *               gone
 *
 * Invariants
 * 1. `head` is what is on disk; the replica is `head` and the pending edits, in order: head.seq ≤ replica.seq.
 * 2. Edits are applied only while live, each on top of the one before, and go on their way only when Yjs has come to the
 *    end of the transaction they were applied in.
 * 3. A replica that threw, or on which an edit was refused, is never used again.
 * 4. Loading begins only when nothing is pending: all that was taken here is in the log that is read.
 * 5. What waits for a sequence number runs after that update is on disk, in the order of the log.
 */
export class LiveDocument implements Log, Followed {
  readonly id: DocumentId;
  readonly #host: RoomHost;
  readonly #events: DocumentEvents;
  readonly #edits = new PendingEdits();
  /** Applied in the transaction that runs. */
  #applied: PendingEdit[] = [];
  readonly #waiters = new CommitWaiters();
  #state: 'loading' | 'live' | 'gone' = 'loading';
  #head: DocumentHead | undefined;
  #replica: Replica | undefined;
  #snapshots: Snapshots | undefined;
  #sealedMeanwhile: Seal | undefined;
  readonly #readiness = new Readiness();
  readonly #following: Following;

  constructor(host: RoomHost, id: DocumentId, events: DocumentEvents) {
    this.#host = host;
    this.id = id;
    this.#events = events;
    this.#following = new Following(this, host.store, host.meter);
    void this.#load();
  }

  get live(): boolean {
    return this.#state === 'live';
  }

  /** Replica and head while live; undefined otherwise. */
  get now(): { readonly replica: Replica; readonly head: DocumentHead } | undefined {
    if (this.#state !== 'live' || this.#replica === undefined || this.#head === undefined) return undefined;
    return { replica: this.#replica, head: this.#head };
  }

  /** Nothing pending: committed equals applied. */
  get settledDown(): boolean {
    return this.#edits.empty;
  }

  /** How far memory and disk are apart. */
  vitals(): Pick<Vitals, 'uncommitted' | 'longestTail' | 'pendingStructs'> {
    if (this.now === undefined) return { uncommitted: 0, longestTail: 0, pendingStructs: 0 };
    const { replica, head } = this.now;
    return {
      uncommitted: replica.seq - head.seq,
      longestTail: this.#snapshots?.tailAt(head.seq) ?? 0,
      pendingStructs: replica.isPending() ? 1 : 0,
    };
  }

  get waiting(): boolean {
    return !this.#following.isReading && this.#edits.waiting;
  }

  /** Resolves when live; rejects with why it never will be. */
  ready(): Promise<void> {
    return this.#readiness.until(this.live);
  }

  /** Another server says that the log has moved to `word`; undefined: it may have. */
  hear(word: DocumentHead | undefined): void {
    this.#following.hear(word);
  }

  /**
   * Runs `task`, which applies checked edits, and sends them on their way to the log. False when Yjs threw, at whichever of
   * them: none is on its way, and the document loads again.
   */
  together(task: () => void): boolean {
    const { now } = this;
    if (now === undefined) return false;
    this.#applied = [];
    try {
      now.replica.together(task);
    } catch {
      this.#host.meter.count('replica_dropped');
      void this.#loadAgain();
      return false;
    }
    const applied = this.#applied;
    this.#applied = [];
    for (const edit of applied) this.#edits.add(edit);
    if (applied.length > 0) this.#host.queue.add(this);
    return true;
  }

  /** Applies a checked edit, in the task of `together`. Throws when Yjs throws. */
  apply(edit: Edit): void {
    const { now } = this;
    if (now === undefined) throw new RoomEnded('The document is not loaded.');
    now.replica.apply(edit);
    this.#applied.push(pendingEdit(edit, now.head, this.#host.clock.now()));
  }

  /** Runs `task(true)` once update `seq` is on disk, or `task(false)` when it never will be. */
  after(seq: number, task: (reached: boolean) => void): void {
    if (this.#head !== undefined && seq <= this.#head.seq) task(true);
    else this.#waiters.add(seq, task);
  }

  /** Resolves when all that was taken is committed or refused. */
  async flush(): Promise<void> {
    await this.#edits.untilEmpty();
  }

  /** The store has sealed the document. */
  sealed(seal: Seal): void {
    this.#sealedMeanwhile = seal;
    if (this.#head !== undefined) this.#head = { ...this.#head, seal };
  }

  /** Ends it from outside. Writes a snapshot when the tail is long; resolves when that is done. */
  async end(reason: Error): Promise<void> {
    const { now } = this;
    if (now !== undefined && this.#edits.empty) {
      const { limits } = this.#host;
      this.#snapshots?.writeWhenDue(now.head.seq, limits.snapshotAtUnload, () => now.replica.state());
    }
    this.#end(reason);
    await this.#snapshots?.written();
  }

  take(requests: number, bytes: number): readonly AppendRequest[] {
    return this.#following.isReading ? [] : this.#edits.take(requests, bytes);
  }

  settled(outcomes: readonly AppendOutcome[]): void {
    if (!this.#following.defers(outcomes)) this.settle(outcomes);
  }

  settle(outcomes: readonly AppendOutcome[]): void {
    const landed = this.#edits.landed();
    const before = this.#head?.seq ?? 0;
    let stored = 0;
    for (const [index, edit] of landed.entries()) {
      const outcome = outcomes[index];
      if (this.#state === 'gone' || this.#head === undefined || outcome?.ok !== true) break;
      if (outcome.seq !== this.#head.seq + 1) break;
      this.#head = { ...this.#head, seq: outcome.seq };
      this.#events.stored(edit, outcome.seq);
      edit.done?.(outcome.seq);
      stored += 1;
    }
    if (this.#head !== undefined && this.#head.seq > before) this.#advance(this.#head);
    if (stored < landed.length) this.#refuse(landed.slice(stored), outcomes[stored]);
    this.#edits.settle();
    this.#following.consider();
  }

  failed(): void {
    const lost = [...this.#edits.landed(), ...this.#edits.discard()];
    for (const edit of lost) edit.done?.('storage');
    this.#end(new StoreFailed(this.id));
    this.#edits.settle();
  }

  get isWithStore(): boolean {
    return this.#edits.inFlight;
  }

  follow({ updates, owners, head }: LogBehind): void {
    const { now } = this;
    if (now === undefined) return;
    if (head?.epoch !== now.head.epoch) {
      return this.#giveUp({ ok: false, refused: head === undefined ? 'missing' : 'epoch' });
    }
    try {
      now.replica.follow(updates, owners, this.#edits.clocks());
    } catch {
      return this.#giveUp(undefined);
    }
    if (updates.length > 0) this.#show(updates, { ...now.head, seq: now.head.seq + updates.length });
    if (head.seal !== undefined && now.head.seal === undefined) this.#events.sealedElsewhere(head.seal);
  }

  goOn(): void {
    if (this.waiting) this.#host.queue.add(this);
  }

  /** Another server's updates, up to `head`: who waits for their numbers hears so before anything else. */
  #show(updates: LogBehind['updates'], head: DocumentHead): void {
    this.#head = head;
    const tellThoseWhoWait = this.#waiters.detach();
    this.#events.appendedElsewhere(updates, head.seq - updates.length);
    tellThoseWhoWait();
    this.#events.advancedElsewhere(head);
  }

  /** Nothing that is on its way is what it was built to be. */
  #giveUp(because: AppendOutcome | undefined): void {
    this.#refuse(this.#edits.landed(), because);
    this.#edits.settle();
  }

  #advance(head: DocumentHead): void {
    this.#waiters.release(head.seq);
    this.#events.advanced(head);
    const replica = this.#replica;
    if (replica === undefined || this.#snapshots?.due(head.seq, this.#host.limits.snapshotEvery) !== true)
      return;
    const { seq } = replica;
    const state = replica.state();
    this.#snapshots.plan(seq);
    this.after(seq, (reached) => {
      if (reached) this.#snapshots?.write(seq, state);
    });
  }

  #refuse(landed: readonly PendingEdit[], outcome: AppendOutcome | undefined): void {
    const because = outcome?.ok === false ? outcome.refused : 'moved-on';
    const edits = [...landed, ...this.#edits.discard()];
    for (const edit of edits) edit.done?.(because === 'sealed' ? 'locked' : 'storage');
    if (this.#state === 'gone') return;
    this.#host.meter.count('commit_refused', { because });
    void this.#loadAgain();
    this.#waiters.abandon();
    this.#events.refused(edits, because, this.#head?.seq ?? 0);
  }

  /** Stops taking edits at once; reads the log when the last of those taken has landed. */
  async #loadAgain(): Promise<void> {
    if (this.#state !== 'live') return;
    this.#state = 'loading';
    this.#replica?.destroy();
    this.#replica = undefined;
    await this.#edits.untilEmpty();
    if (!this.#isGone()) await this.#load();
  }

  async #load(): Promise<void> {
    const begin = this.#host.clock.now();
    const shown = this.#head;
    let loaded: LoadedDocument | undefined;
    try {
      loaded = await loadDocument(this.#host.store, this.id, shown);
    } catch (error) {
      this.#host.meter.count('load_failed');
      return this.#end(error instanceof Error ? error : new StoreFailed(this.id));
    }
    if (this.#isGone()) return loaded?.replica.destroy();
    if (loaded === undefined) return this.#end(new NoSuchDocument(this.id));
    const { head, replica, snapshot, missed } = loaded;
    const seal = head.seal ?? this.#sealedMeanwhile;
    this.#head = seal === undefined ? head : { ...head, seal };
    this.#replica = replica;
    this.#snapshots ??= new Snapshots(this.#host.store, this.#host.meter, this.id, snapshot);
    this.#state = 'live';
    this.#host.meter.observe('load_ms', this.#host.clock.now() - begin);
    if (missed.length > 0) this.#show(missed, this.#head);
    this.#events.loaded();
    this.#readiness.begin();
    this.#following.consider();
  }

  #end(reason: Error): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.#replica?.destroy();
    this.#replica = undefined;
    this.#events.ended(reason);
    this.#waiters.abandon();
    this.#readiness.end(reason);
  }

  /** The state may change at every `await`; a method keeps the compiler from believing otherwise. */
  #isGone(): boolean {
    return this.#state === 'gone';
  }
}
