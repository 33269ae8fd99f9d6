import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import * as Y from 'yjs';
import { isSameDocument } from './document-content.ts';
import { CHAIN_START, chainOf, type ChainedUpdate } from './log-chain.ts';
import { Replay, type Writer } from './replay.ts';

type Row = Record<string, SQLOutputValue>;

/** The client ids of the seed belong to nobody. */
const SEED_SEQ = 1;

/** Tells what is wrong with one document, as sentences. Holds that document in memory and no other. */
export type CheckDocument = (document: Row) => Promise<readonly string[]>;

/**
 * A check over one connection, inside a read transaction of the caller's. `chained`: whether the database has
 * fingerprints. What a damaged log leads to (a snapshot or a signature that differs) is not told besides.
 */
export function createDocumentCheck(db: DatabaseSync, chained: boolean): CheckDocument {
  const updates = db.prepare('SELECT * FROM document_update WHERE document = ? ORDER BY seq');
  const snapshots = db.prepare('SELECT seq, bytes FROM document_snapshot WHERE document = ?');
  const owned = db.prepare('SELECT client, author FROM client_owner WHERE document = ? ORDER BY client');

  return async (document) => {
    const key = document['key'] ?? null;
    const id = String(document['id']);
    const snapshot = snapshots.get(key);
    const replay = new Replay();
    const chain = new ChainCheck(id);
    const remarks: string[] = [];
    try {
      for (const row of updates.iterate(key)) {
        const update = updateOf(row);
        chain.add(update, bytesOf(row['chain']));
        replay.add(update);
        if (snapshot === undefined || Number(snapshot['seq']) !== update.seq) continue;
        replay.flush();
        remarks.push(...checkSnapshot(id, snapshot, replay));
      }
      replay.flush();
      // A gap is named by the numbers already.
      if (chain.gap) return [];
      const log = chained ? chain.damage(bytesOf(document['chain'])) : [];
      if (log.length > 0) return log;
      if (replay.damage !== undefined)
        return [`The log of document ${id} does not fit together: ${replay.damage}.`];
      const seal = await checkSeal(id, document, replay.doc);
      return [...remarks, ...checkOwners(id, replay.writers, owned.all(key)), ...seal];
    } finally {
      replay.destroy();
    }
  };
}

/** Follows the fingerprints of one log. */
class ChainCheck {
  /** Whether a number is missing. */
  gap = false;
  readonly #id: string;
  readonly #changed: number[] = [];
  #seq = 0;
  #newest: Uint8Array = CHAIN_START;

  constructor(id: string) {
    this.#id = id;
  }

  add(update: Omit<ChainedUpdate, 'document'>, kept: Uint8Array): void {
    this.gap ||= update.seq !== this.#seq + 1;
    if (!isEqual(chainOf(this.#newest, { document: this.#id, ...update }), kept))
      this.#changed.push(update.seq);
    this.#seq = update.seq;
    // From what was kept, so that one changed row is one finding.
    this.#newest = kept;
  }

  /** `head`: the fingerprint that the document's own row keeps of its newest update. */
  damage(head: Uint8Array): readonly string[] {
    const [first] = this.#changed;
    const more = this.#changed.length > 1 ? ` (and ${this.#changed.length - 1} more after it)` : '';
    return [
      ...(first === undefined
        ? []
        : [`Update ${first} of document ${this.#id} is not what was stored${more}.`]),
      ...(isEqual(this.#newest, head)
        ? []
        : [`The newest update of document ${this.#id} is not the one that was stored last.`]),
    ];
  }
}

function checkSnapshot(id: string, snapshot: Row, replay: Replay): readonly string[] {
  const kept = new Y.Doc();
  try {
    Y.applyUpdate(kept, bytesOf(snapshot['bytes']));
    if (isSameDocument(kept, replay.doc)) return [];
    return [`The snapshot of document ${id} is not what its log says at update ${Number(snapshot['seq'])}.`];
  } catch {
    return [`The snapshot of document ${id} cannot be read.`];
  } finally {
    kept.destroy();
  }
}

function checkOwners(id: string, writers: readonly Writer[], owned: readonly Row[]): readonly string[] {
  const owners = new Map(owned.map((row) => [Number(row['client']), String(row['author'])]));
  const used = new Set(writers.map(({ client }) => client));
  const foreign = writers.flatMap(({ client, author, seq }) => {
    const owner = owners.get(client);
    if (seq === SEED_SEQ ? owner === undefined : owner === author) return [];
    return [
      `Client id ${client} of document ${id} belongs to ${owner ?? 'nobody'}, but ${author} wrote with it in update ${seq}.`,
    ];
  });
  const idle = [...owners].flatMap(([client, owner]) =>
    used.has(client)
      ? []
      : [`Client id ${client} of document ${id} belongs to ${owner}, who never wrote with it.`],
  );
  return [...foreign, ...idle];
}

async function checkSeal(id: string, document: Row, doc: Y.Doc): Promise<readonly string[]> {
  // A signed document that has gone on is named by the numbers.
  if (document['sealed_seq'] === null || document['sealed_seq'] !== document['seq']) return [];
  // Loaded when it is needed: the editor's schema comes with it.
  const { contentHash, readDocument } = await import('@plenary/document');
  if (contentHash(readDocument(doc)) === document['sealed_hash']) return [];
  return [`The text of document ${id} is not the one that was signed.`];
}

function updateOf(row: Row) {
  return {
    seq: Number(row['seq']),
    author: String(row['author']),
    at: Number(row['at']),
    bytes: bytesOf(row['bytes']),
  };
}

function bytesOf(value: SQLOutputValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
