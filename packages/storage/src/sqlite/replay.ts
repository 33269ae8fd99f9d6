import * as Y from 'yjs';

/** Updates applied in one Yjs transaction, by number and bytes: fewer cost time, more cost memory. */
const BATCH_UPDATES = 500;
const BATCH_BYTES = 8 * 2 ** 20;

/** An update of the log, as replaying sees it. */
export interface ReplayedUpdate {
  readonly seq: number;
  readonly author: string;
  readonly bytes: Uint8Array;
}

/** A client id that an author wrote with, first in this update. */
export interface Writer {
  readonly client: number;
  readonly author: string;
  readonly seq: number;
}

/**
 * A document built again from its log, update by update, holding what it says about itself against the log.
 *
 * Invariants
 * 1. Updates are applied in the order they come; `doc` is up to date after `flush`.
 * 2. `damage` names the first thing that cannot be; nothing is applied after it.
 */
export class Replay {
  readonly doc = new Y.Doc();
  /** What is wrong, as the end of a sentence; undefined when all is well so far. */
  damage: string | undefined;
  readonly #clocks = new Map<number, number>();
  readonly #authors = new Map<number, string>();
  readonly #writers: Writer[] = [];
  #batch: ReplayedUpdate[] = [];
  #batchBytes = 0;

  add(update: ReplayedUpdate): void {
    if (this.damage !== undefined) return;
    this.#batch.push(update);
    this.#batchBytes += update.bytes.length;
    if (this.#batch.length >= BATCH_UPDATES || this.#batchBytes >= BATCH_BYTES) this.flush();
  }

  /** Applies what waits. */
  flush(): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#batchBytes = 0;
    let at = 0;
    try {
      this.doc.transact(() => {
        for (const { seq, author, bytes } of batch) {
          at = seq;
          this.#noteWriters(seq, author, bytes);
          Y.applyUpdate(this.doc, bytes);
        }
      });
    } catch {
      this.damage = `update ${at} cannot be read`;
      return;
    }
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null)
      this.damage = `update ${at}, or one shortly before it, refers to something that is not there`;
  }

  /** Who wrote with which client id, each pair once, with the first update that shows it. */
  get writers(): readonly Writer[] {
    return this.#writers;
  }

  destroy(): void {
    this.doc.destroy();
  }

  /** Updates repeat what others wrote, too; only what is new was written by their author. */
  #noteWriters(seq: number, author: string, bytes: Uint8Array): void {
    for (const [client, end] of Y.parseUpdateMeta(bytes).to) {
      if (end <= (this.#clocks.get(client) ?? 0)) continue;
      this.#clocks.set(client, end);
      if (this.#authors.get(client) === author) continue;
      this.#authors.set(client, author);
      this.#writers.push({ client, author, seq });
    }
  }
}
