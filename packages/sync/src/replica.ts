import * as Y from 'yjs';
import { LogDamaged } from './errors.ts';
import { answerFrame } from './frame.ts';
import { withinSteps } from './integration-steps.ts';
import type { Edit } from './pending-edits.ts';
import type { Author, StoredDocument, StoredUpdate } from './ports.ts';
import type { DecodedUpdate } from './update-decode.ts';
import { isBetweenNeighbours } from './update-neighbours.ts';

/** Owner of client ids that are in the log without an owner: the seed's. */
const SERVER: Author = 'system:seed';

/**
 * The server's copy of a document, at `seq`: the log up to the newest committed update and, on top, those that
 * wait for their commit. Encoded forms are kept until the next update, so that a crowd that joins shares one; the whole
 * state only until the memory is wanted for something else.
 *
 * Invariants
 * 1. `doc` has no pending structs and no pending deletes.
 * 2. `seq` grows by one with every applied update.
 * 3. After `apply` or `together` threw, the replica is worth nothing: Yjs does not roll back.
 */
export class Replica {
  seq: number;
  #doc: Y.Doc;
  /** Updates since the document was built. */
  #pieces = 0;
  /** Documents hardly shrink, and only to know the size takes writing all of it down. */
  #isTooLargeToPack = false;
  readonly #owners: Map<number, Author>;
  readonly #idsOf = new Map<Author, number>();
  #bytes: number;
  #vector: Uint8Array | undefined;
  #answer: WeakRef<Uint8Array> | undefined;

  /** Rebuilds a document from the store. Throws `LogDamaged` when the parts do not make a whole. */
  constructor(stored: StoredDocument) {
    const { head, snapshot, tail } = stored;
    this.#doc = new Y.Doc();
    this.#owners = new Map(stored.owners);
    for (const owner of this.#owners.values()) this.#idsOf.set(owner, this.idsOf(owner) + 1);
    this.seq = snapshot?.seq ?? 0;
    this.#bytes = snapshot?.state.length ?? 0;
    try {
      this.#doc.transact(() => {
        if (snapshot !== undefined) Y.applyUpdate(this.#doc, snapshot.state);
        for (const { seq, update } of tail) {
          if (seq !== this.seq + 1) throw new LogDamaged(head.document, `update ${this.seq + 1} is missing`);
          Y.applyUpdate(this.#doc, update);
          this.seq = seq;
          this.#bytes += update.length;
        }
      });
    } catch (error) {
      this.#doc.destroy();
      throw error instanceof LogDamaged
        ? error
        : new LogDamaged(head.document, `what follows update ${this.seq} cannot be read`);
    }
    if (this.seq !== head.seq || this.isPending()) {
      this.#doc.destroy();
      throw new LogDamaged(
        head.document,
        `it ends at update ${this.seq} instead of ${head.seq}, or lacks a part`,
      );
    }
  }

  /**
   * Runs `task`, in which updates are applied, as one transaction: Yjs writes down the clocks of all clients before each and
   * after it, which in a full room costs several times what an update does. Throws when `task` throws, or Yjs at the end.
   */
  together(task: () => void): void {
    this.#doc.transact(task);
  }

  /** Applies an update that was checked. Throws when Yjs throws or keeps anything back: see invariant 3. */
  apply({ update, claims, before, author }: Edit): void {
    withinSteps(() => this.#take(update, before));
    if (this.isPending()) throw new Error('The update did not fit completely.');
    for (const id of claims) this.#bind(id, author);
    this.#changed(update);
  }

  /**
   * Applies what another server has stored, below what waits for its commit here, and takes over who writes with which client
   * id. Throws when one of `pending`, the clients of which something waits, was written with there too (invariant 3).
   */
  follow(
    updates: readonly StoredUpdate[],
    owners: ReadonlyMap<number, Author>,
    pending: ReadonlyMap<number, number>,
  ): void {
    this.#doc.transact(() => {
      for (const { update } of updates) {
        if (pending.size > 0 && writesBeyond(pending, update)) throw new Error('One client, two servers.');
        Y.applyUpdate(this.#doc, update);
        this.#changed(update);
      }
    });
    if (this.isPending()) throw new Error('The log did not fit completely.');
    for (const [id, author] of owners) if (!this.#owners.has(id)) this.#bind(id, author);
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Whether it was written in so many pieces since it was built that `pack` is worth while. */
  isLoose(pieces: number): boolean {
    return !this.#isTooLargeToPack && this.#pieces >= pieces;
  }

  /**
   * Builds the document from its state: what was written in pieces holds lists with room to grow and texts that hang together
   * by their seams, a tenth of its memory. False when the state has more than `limit` bytes; nobody need ask again then.
   */
  pack(limit: number): boolean {
    const state = this.state();
    this.#isTooLargeToPack = state.length > limit;
    if (this.#isTooLargeToPack) return false;
    const packed = new Y.Doc();
    Y.applyUpdate(packed, state);
    this.#doc.destroy();
    this.#doc = packed;
    this.#pieces = 0;
    return true;
  }

  /** Clock after the newest struct of a client. */
  clockOf(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  /** Who may write with a client id; undefined when it is free. */
  ownerOf(client: number): Author | undefined {
    return this.#owners.get(client) ?? (this.#doc.store.clients.has(client) ? SERVER : undefined);
  }

  idsOf(author: Author): number {
    return this.#idsOf.get(author) ?? 0;
  }

  get clientIds(): number {
    return this.#owners.size;
  }

  /** At most this many bytes; measured anew when the sum of the updates exceeds `limit`. */
  bytesBelow(limit: number, extra: number): boolean {
    if (this.#bytes + extra <= limit) return true;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
    return this.#bytes + extra <= limit;
  }

  /** Whether the document has all of it already. */
  contains({ structs, deletes }: DecodedUpdate): boolean {
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      if (struct.id.clock + struct.length > this.clockOf(struct.id.client)) return false;
    }
    return this.newDeletes(deletes, 1) === 0;
  }

  /** How many of the ranges delete something that is not deleted yet; counting ends at `enough`. */
  newDeletes(deletes: DecodedUpdate['deletes'], enough: number): number {
    let count = 0;
    for (const [client, ranges] of deletes) {
      const structs = this.#doc.store.clients.get(client);
      const end = this.clockOf(client);
      for (const { clock, len } of ranges) {
        if (clock + len > end || structs === undefined || !allDeleted(structs, clock, clock + len))
          count += 1;
        if (count >= enough) return count;
      }
    }
    return count;
  }

  /** The state vector, encoded. */
  vector(): Uint8Array {
    this.#vector ??= Y.encodeStateVector(this.#doc);
    return this.#vector;
  }

  /** The frame that answers a SyncStep1; undefined when the vector cannot be read. */
  answer(vector: Uint8Array): Uint8Array | undefined {
    // The vector of an empty document is one byte, 0: the whole crowd that opens a page.
    if (vector.length === 1 && vector[0] === 0) {
      const known = this.#answer?.deref();
      if (known !== undefined) return known;
      const answer = answerFrame(Y.encodeStateAsUpdate(this.#doc));
      this.#answer = new WeakRef(answer);
      return answer;
    }
    try {
      return answerFrame(Y.encodeStateAsUpdate(this.#doc, vector));
    } catch {
      return undefined;
    }
  }

  /** The whole state as one V1 update. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #bind(id: number, author: Author): void {
    this.#owners.set(id, author);
    this.#idsOf.set(author, this.idsOf(author) + 1);
  }

  #changed(update: Uint8Array): void {
    this.seq += 1;
    this.#pieces += 1;
    this.#bytes += update.length;
    this.#vector = undefined;
    this.#answer = undefined;
  }

  #take(update: Uint8Array, before: ReadonlyMap<number, number>): void {
    this.#doc.transact(() => {
      Y.applyUpdate(this.#doc, update);
      // Within the transaction: at its end Yjs merges what is to be looked at.
      if (!isBetweenNeighbours(this.#doc, before, update)) throw new Error('Neighbours are crossed.');
    });
  }

  /** Whether Yjs holds anything back: never, see invariant 1. */
  isPending(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }
}

/** Whether an update of the log has structs of a client of which others, from a clock on, wait for theirs. */
function writesBeyond(clocks: ReadonlyMap<number, number>, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.some(
    ({ id, length }) => id.clock + length > (clocks.get(id.client) ?? Infinity),
  );
}

function allDeleted(structs: readonly (Y.Item | Y.GC)[], from: number, to: number): boolean {
  // findIndexSS declares a mutable array and only reads it.
  for (let index = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= to) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
