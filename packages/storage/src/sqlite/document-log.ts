import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  AppendOutcome,
  AppendRequest,
  DocumentHead,
  DocumentStore,
  Seal,
  SealOutcome,
  StoredDocument,
  StoredUpdate,
} from '@plenary/sync';
import { CHAIN_START, chainOf } from './log-chain.ts';
import type { SyncForm } from './sync-form.ts';
import { inTransaction } from './transaction.ts';

type Row = Record<string, SQLOutputValue>;

/** The document store over one SQLite connection. Every method is one transaction. */
export function createDocumentLog(db: DatabaseSync): SyncForm<DocumentStore> {
  const find = db.prepare('SELECT * FROM document WHERE id = ?');
  // The fence: seal and epoch are looked at by the statement that moves the head.
  const advance = db.prepare(
    `UPDATE document SET seq = seq + 1, chain = ?
     WHERE id = ? AND epoch = ? AND sealed_seq IS NULL RETURNING key, seq`,
  );
  const insert = db.prepare(
    'INSERT INTO document_update (document, seq, author, at, bytes, chain) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ownerOf = db.prepare('SELECT author FROM client_owner WHERE document = ? AND client = ?');
  const claim = db.prepare(
    'INSERT INTO client_owner (document, client, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const owners = db.prepare('SELECT client, author FROM client_owner WHERE document = ?');
  const updates = db.prepare(
    'SELECT seq, author, at, bytes FROM document_update WHERE document = ? AND seq > ? ORDER BY seq',
  );
  const snapshot = db.prepare('SELECT seq, bytes FROM document_snapshot WHERE document = ?');
  const keepSnapshot = db.prepare(
    `INSERT INTO document_snapshot (document, seq, bytes) VALUES (?, ?, ?)
     ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes WHERE excluded.seq > seq`,
  );
  const seal = db.prepare(
    'UPDATE document SET sealed_seq = ?, sealed_hash = ?, sealed_by = ?, sealed_at = ? WHERE id = ?',
  );
  const reopen = db.prepare(
    `UPDATE document SET epoch = epoch + 1, sealed_seq = NULL, sealed_hash = NULL, sealed_by = NULL, sealed_at = NULL
     WHERE id = ? AND sealed_seq IS NOT NULL RETURNING *`,
  );
  const authors = db.prepare(
    'SELECT author FROM document_update WHERE document = ? GROUP BY author ORDER BY min(seq)',
  );

  const appendOne = (request: AppendRequest): AppendOutcome => {
    const { document, epoch, update, author, claims, at } = request;
    const row = find.get(document);
    if (row === undefined) return { ok: false, refused: 'missing' };
    const key = number(row, 'key');
    for (const client of claims) {
      const owner = ownerOf.get(key, client)?.['author'];
      if (owner !== undefined && owner !== author)
        return { ok: false, refused: refusal(row, epoch) ?? 'conflict' };
    }
    const chain = chainOf(blob(row, 'chain'), {
      document,
      seq: number(row, 'seq') + 1,
      author,
      at,
      bytes: update,
    });
    const moved = advance.get(chain, document, epoch);
    if (moved === undefined) return { ok: false, refused: refusal(row, epoch) ?? 'missing' };
    const seq = number(moved, 'seq');
    insert.run(key, seq, author, at, update, chain);
    for (const client of claims) claim.run(key, client, author);
    return { ok: true, seq };
  };

  const history = (document: string, after: number): readonly StoredUpdate[] => {
    const row = find.get(document);
    return row === undefined ? [] : updates.all(number(row, 'key'), after).map(updateOf);
  };

  return {
    load(document): StoredDocument | undefined {
      // One connection writes and it is this one: nothing can come between these reads.
      const row = find.get(document);
      if (row === undefined) return undefined;
      const key = number(row, 'key');
      const newest = snapshot.get(key);
      const base =
        newest === undefined ? undefined : { seq: number(newest, 'seq'), state: blob(newest, 'bytes') };
      return {
        head: headOf(row),
        tail: updates.all(key, base?.seq ?? 0).map(updateOf),
        owners: ownersOf(key),
        ...(base === undefined ? {} : { snapshot: base }),
      };
    },

    head(document): DocumentHead | undefined {
      const row = find.get(document);
      return row === undefined ? undefined : headOf(row);
    },

    append(batch): readonly AppendOutcome[] {
      if (batch.length === 0) return [];
      return inTransaction(db, () => {
        const refused = new Map<string, AppendOutcome>();
        return batch.map((request) => {
          const outcome = refused.get(request.document) ?? appendOne(request);
          if (!outcome.ok) refused.set(request.document, outcome);
          return outcome;
        });
      });
    },

    seal(document, { seq, hash, by, at }: Seal): SealOutcome {
      return inTransaction(db, () => {
        const row = find.get(document);
        if (row === undefined) return 'missing';
        if (row['sealed_seq'] !== null) return 'already-sealed';
        if (number(row, 'seq') !== seq) return 'moved-on';
        seal.run(seq, hash, by, at, document);
        return 'sealed';
      });
    },

    reopen(document): DocumentHead | undefined {
      return inTransaction(db, () => {
        const row = reopen.get(document);
        return row === undefined ? undefined : headOf(row);
      });
    },

    saveSnapshot(document, seq, state): void {
      inTransaction(db, () => {
        const row = find.get(document);
        if (row === undefined || seq > number(row, 'seq')) {
          throw new Error(`The snapshot ${seq} of document ${document} is ahead of the log.`);
        }
        keepSnapshot.run(number(row, 'key'), seq, state);
      });
    },

    authors(document) {
      const row = find.get(document);
      return row === undefined ? [] : authors.all(number(row, 'key')).map((author) => text(author, 'author'));
    },

    owners(document) {
      const row = find.get(document);
      return row === undefined ? new Map() : ownersOf(number(row, 'key'));
    },

    history,
  };

  function ownersOf(key: number): ReadonlyMap<number, string> {
    return new Map(owners.all(key).map((owner) => [number(owner, 'client'), text(owner, 'author')]));
  }
}

/** Adds a document with its seed as update 1, inside a transaction of the caller's. */
export function insertDocument(db: DatabaseSync, document: string, seed: Uint8Array, at: number): void {
  const author = 'system:seed';
  const chain = chainOf(CHAIN_START, { document, seq: 1, author, at, bytes: seed });
  const row = db
    .prepare('INSERT INTO document (id, seq, epoch, chain) VALUES (?, 1, 1, ?) RETURNING key')
    .get(document, chain);
  const insert = db.prepare(
    'INSERT INTO document_update (document, seq, author, at, bytes, chain) VALUES (?, 1, ?, ?, ?, ?)',
  );
  insert.run(row?.['key'] ?? null, author, at, seed, chain);
}

function refusal(row: Row, epoch: number): 'epoch' | 'sealed' | undefined {
  if (number(row, 'epoch') !== epoch) return 'epoch';
  return row['sealed_seq'] === null ? undefined : 'sealed';
}

function headOf(row: Row): DocumentHead {
  const head = { document: text(row, 'id'), seq: number(row, 'seq'), epoch: number(row, 'epoch') };
  if (row['sealed_seq'] === null) return head;
  const seal = {
    seq: number(row, 'sealed_seq'),
    hash: text(row, 'sealed_hash'),
    by: text(row, 'sealed_by'),
    at: number(row, 'sealed_at'),
  };
  return { ...head, seal };
}

function updateOf(row: Row): StoredUpdate {
  return {
    seq: number(row, 'seq'),
    update: blob(row, 'bytes'),
    author: text(row, 'author'),
    at: number(row, 'at'),
  };
}

/** The tables are STRICT: a value of another type means that the file is damaged. */
function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`${column} is not a number; the database is damaged.`);
  return value;
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`${column} is not text; the database is damaged.`);
  return value;
}

function blob(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`${column} is not bytes; the database is damaged.`);
  return value;
}
