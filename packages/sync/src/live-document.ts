import { CommitWaiters } from './commit-waiters.ts';
import type { Log } from './durability.ts';
import { EditRefused, NoSuchDocument, RoomEnded, StoreFailed } from './errors.ts';
import { type Edit, type PendingEdit, pendingEdit, PendingEdits } from './pending-edits.ts';
import type {
  AppendOutcome,
  AppendRequest,
  DocumentHead,
  DocumentId,
  Seal,
  StoredDocument,
} from './ports.ts';
import { Replica } from './replica.ts';
import type { RoomHost } from './room-host.ts';
import { Snapshots } from './snapshots.ts';
import type { Vitals } from './vitals.ts';

/** Why edits did not get into the log; `moved-on`: somebody else appended, the replica is behind. */
export type RefusedBecause = 'sealed' | 'epoch' | 'missing' | 'conflict' | 'moved-on';

/** What a room hears of its document. */
export interface DocumentEvents {
  /** It is loaded, for the first time or again. */
  loaded(): void;
  /** One edit is on disk. Comes in the order of the log. */
  stored(edit: PendingEdit, seq: number): void;
  /** A batch is over; the head has moved. */
  advanced(head: DocumentHead): void;
  /** Edits were refused by the store, with all that was built on them; the document loads again. */
  refused(edits: readonly PendingEdit[], because: RefusedBecause, committed: number): void;
  /** It cannot go on; another one may be loaded. */
  ended(reason: Error): void;
}

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
 * 4. Loading begins only when nothing is pending: the log that is read is complete.
 * 5. What waits for a sequence number runs after that update is on disk, in the order of the log.
 */
export class LiveDocument implements Log {
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
  #whenReady: { readonly resolve: () => void; readonly reject: (reason: Error) => void }[] = [];
  #endedBy: Error | undefined;

  constructor(host: RoomHost, id: DocumentId, events: DocumentEvents) {
    this.#host = host;
    this.id = id;
    this.#events = events;
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
    const { now } = this;
    if (now === undefined) return { uncommitted: 0, longestTail: 0, pendingStructs: 0 };
    const { replica, head } = now;
    return {
      uncommitted: replica.seq - head.seq,
      longestTail: this.#snapshots?.tailAt(head.seq) ?? 0,
      pendingStructs: replica.isPending() ? 1 : 0,
    };
  }

  get waiting(): boolean {
    return this.#edits.waiting;
  }

  /** Resolves when live; rejects with why it never will be. */
  async ready(): Promise<void> {
    if (this.#state === 'live') return;
    if (this.#endedBy !== undefined) throw this.#endedBy;
    await new Promise<void>((resolve, reject) => {
      this.#whenReady.push({ resolve, reject });
    });
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

  /** Applies a checked edit of the server; resolves when it is on disk. Throws `EditRefused`. */
  async store(edit: Edit): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const done: Edit['done'] = (refused) => {
        if (refused === undefined) resolve();
        else reject(new EditRefused(refused));
      };
      if (!this.together(() => this.apply({ ...edit, done }))) reject(new EditRefused('malformed'));
    });
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
    const { snapshotAtUnload } = this.#host.limits;
    if (
      now !== undefined &&
      this.#edits.empty &&
      this.#snapshots?.due(now.head.seq, snapshotAtUnload) === true
    ) {
      this.#snapshots.write(now.head.seq, now.replica.state());
    }
    this.#end(reason);
    await this.#snapshots?.written();
  }

  take(requests: number, bytes: number): readonly AppendRequest[] {
    return this.#edits.take(requests, bytes);
  }

  settled(outcomes: readonly AppendOutcome[]): void {
    const landed = this.#edits.landed();
    const before = this.#head?.seq ?? 0;
    let stored = 0;
    for (const [index, edit] of landed.entries()) {
      const outcome = outcomes[index];
      if (this.#state === 'gone' || this.#head === undefined || outcome?.ok !== true) break;
      if (outcome.seq !== this.#head.seq + 1) break;
      this.#head = { ...this.#head, seq: outcome.seq };
      this.#events.stored(edit, outcome.seq);
      edit.done?.(undefined);
      stored += 1;
    }
    if (this.#head !== undefined && this.#head.seq > before) this.#advance(this.#head);
    if (stored < landed.length) this.#refuse(landed.slice(stored), outcomes[stored]);
    this.#edits.settle();
  }

  failed(): void {
    const lost = [...this.#edits.landed(), ...this.#edits.discard()];
    for (const edit of lost) edit.done?.('storage');
    this.#end(new StoreFailed(this.id));
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
    let stored: StoredDocument | undefined;
    let replica: Replica | undefined;
    try {
      stored = await this.#host.store.load(this.id);
      replica = stored === undefined || this.#isGone() ? undefined : new Replica(stored);
    } catch (error) {
      this.#host.meter.count('load_failed');
      this.#end(error instanceof Error ? error : new StoreFailed(this.id));
      return;
    }
    if (this.#isGone()) return;
    if (stored === undefined || replica === undefined) {
      this.#end(new NoSuchDocument(this.id));
      return;
    }
    const { head, snapshot } = stored;
    const seal = head.seal ?? this.#sealedMeanwhile;
    this.#head = seal === undefined ? head : { ...head, seal };
    this.#replica = replica;
    this.#snapshots ??= new Snapshots(this.#host.store, this.#host.meter, this.id, snapshot?.seq ?? 0);
    this.#state = 'live';
    this.#host.meter.observe('load_ms', this.#host.clock.now() - begin);
    const ready = this.#whenReady;
    this.#whenReady = [];
    this.#events.loaded();
    for (const { resolve } of ready) resolve();
  }

  #end(reason: Error): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.#endedBy = reason;
    this.#replica?.destroy();
    this.#replica = undefined;
    const ready = this.#whenReady;
    this.#whenReady = [];
    this.#events.ended(reason);
    this.#waiters.abandon();
    for (const { reject } of ready) reject(reason);
  }

  /** The state may change at every `await`; a method keeps the compiler from believing otherwise. */
  #isGone(): boolean {
    return this.#state === 'gone';
  }
}
