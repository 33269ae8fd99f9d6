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
    `UPDATE document SET seq = seq + ?, chain = ?
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

  /** Requests of one document. The head is moved once for all of them; after a refusal the rest is refused, too. */
  const appendRun = (document: string, requests: readonly AppendRequest[]): readonly AppendOutcome[] => {
    const row = find.get(document);
    if (row === undefined) return requests.map(() => MISSING);
    const key = number(row, 'key');
    const epoch = number(row, 'epoch');
    const before = number(row, 'seq');
    let seq = before;
    let chain = blob(row, 'chain');
    let refused: AppendOutcome | undefined;
    const outcomes = requests.map((request): AppendOutcome => {
      refused ??= refusalOf(row, key, request);
      if (refused !== undefined) return refused;
      const { update, author, claims, at } = request;
      seq += 1;
      chain = chainOf(chain, { document, seq, author, at, bytes: update });
      insert.run(key, seq, author, at, update, chain);
      for (const client of claims) claim.run(key, client, author);
      return { ok: true, seq };
    });
    // The same transaction has just seen the row: that it cannot be moved means that something is broken.
    if (seq > before && advance.get(seq - before, chain, document, epoch)?.['seq'] !== seq)
      throw new Error(`The head of document ${document} did not move to ${seq}.`);
    return outcomes;
  };

  const refusalOf = (row: Row, key: number, { epoch, claims, author }: AppendRequest) => {
    const refused = refusal(row, epoch);
    if (refused !== undefined) return { ok: false, refused } as const;
    const isForeign = claims.some((client) => (ownerOf.get(key, client)?.['author'] ?? author) !== author);
    return isForeign ? ({ ok: false, refused: 'conflict' } as const) : undefined;
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
        return runsOf(batch).flatMap((run) => {
          const [{ document }] = run;
          const before = refused.get(document);
          if (before !== undefined) return run.map(() => before);
          const outcomes = appendRun(document, run);
          const last = outcomes.at(-1);
          if (last?.ok === false) refused.set(document, last);
          return outcomes;
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

const MISSING: AppendOutcome = { ok: false, refused: 'missing' };

type Run = [AppendRequest, ...AppendRequest[]];

/** The batch, cut where the next request is another document's; a room's requests lie together. */
function runsOf(batch: readonly AppendRequest[]): readonly Run[] {
  const runs: Run[] = [];
  for (const request of batch) {
    const run = runs.at(-1);
    if (run !== undefined && run[0].document === request.document) run.push(request);
    else runs.push([request]);
  }
  return runs;
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
