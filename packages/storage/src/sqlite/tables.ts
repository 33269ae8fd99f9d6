import type { DatabaseSync } from 'node:sqlite';
import { chainLogs } from './log-chain.ts';
import { inTransaction } from './transaction.ts';

/** 'PLNR': lets `file` and `restore` tell our database from any other. */
export const APPLICATION_ID = 0x504c4e52;

/**
 * How the database came to be what it is. Each entry runs once, in order, in a transaction; the number of
 * entries that ran is the database's `user_version`. An entry that was released is never edited.
 */
const MIGRATIONS: readonly ((db: DatabaseSync) => void)[] = [
  createTables,
  addFingerprints,
  addPictures,
  addReportPlans,
  addPublications,
];

/** Databases of this version and later carry a fingerprint with every update. */
export const CHAINED_SINCE = 2;

/** Databases of this version and later hold pictures. */
export const PICTURES_SINCE = 3;

/** Databases of this version and later hold published reports. */
export const PUBLICATIONS_SINCE = 5;

function createTables(db: DatabaseSync): void {
  db.exec(`
  CREATE TABLE document (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    sealed_seq INTEGER,
    sealed_hash TEXT,
    sealed_by TEXT,
    sealed_at INTEGER
  ) STRICT;

  -- The log. Rows are only ever added. Without a rowid a document's updates lie together, in order.
  CREATE TABLE document_update (
    document INTEGER NOT NULL REFERENCES document (key),
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;

  -- A cache beside the log; losing it loses nothing.
  CREATE TABLE document_snapshot (
    document INTEGER PRIMARY KEY REFERENCES document (key),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE client_owner (
    document INTEGER NOT NULL REFERENCES document (key),
    client INTEGER NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (document, client)
  ) STRICT, WITHOUT ROWID;

  -- Summit, group: plain data that is read whole; only what is searched for has a column.
  CREATE TABLE summit (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    data TEXT NOT NULL
  ) STRICT;

  CREATE TABLE summit_group (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES document (id),
    summit TEXT NOT NULL REFERENCES summit (id),
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX summit_group_summit ON summit_group (summit);

  CREATE TABLE invitation (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    summit TEXT NOT NULL REFERENCES summit (id),
    role TEXT NOT NULL,
    grp TEXT,
    code TEXT NOT NULL UNIQUE,
    token_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX invitation_summit ON invitation (summit);

  CREATE TABLE person (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    summit TEXT NOT NULL REFERENCES summit (id),
    name TEXT NOT NULL,
    -- The name with case and accents folded: two people who look the same on screen cannot join.
    folded TEXT NOT NULL,
    colour INTEGER NOT NULL,
    UNIQUE (summit, folded)
  ) STRICT;

  CREATE TABLE membership (
    position INTEGER PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    grp TEXT
  ) STRICT;
  CREATE INDEX membership_person ON membership (person);

  CREATE TABLE browser_session (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `);
}

function addFingerprints(db: DatabaseSync): void {
  db.exec(`
  -- Fingerprint of an update, over the one before it; the head repeats that of its newest update.
  ALTER TABLE document ADD COLUMN chain BLOB NOT NULL DEFAULT x'';
  ALTER TABLE document_update ADD COLUMN chain BLOB NOT NULL DEFAULT x'';
  `);
  chainLogs(db);
}

function addPictures(db: DatabaseSync): void {
  db.exec(`
  -- Rows are only ever added. The bytes come last: what is before them is read without them.
  CREATE TABLE picture (
    key INTEGER PRIMARY KEY,
    summit TEXT NOT NULL REFERENCES summit (id),
    -- SHA-256 of the bytes, hexadecimal.
    id TEXT NOT NULL,
    -- The group that brought it first.
    grp TEXT NOT NULL REFERENCES summit_group (id),
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (summit, id)
  ) STRICT;
  CREATE INDEX picture_group ON picture (grp);
  `);
}

function addReportPlans(db: DatabaseSync): void {
  db.exec(`
  CREATE TABLE report_plan (
    summit TEXT PRIMARY KEY REFERENCES summit (id),
    version INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `);
}

function addPublications(db: DatabaseSync): void {
  db.exec(`
  -- What is read whole is one value; the files are looked up by name.
  CREATE TABLE publication (
    summit TEXT PRIMARY KEY REFERENCES summit (id),
    data TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE published_bytes (
    -- SHA-256 of the bytes, hexadecimal.
    hash TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE published_file (
    summit TEXT NOT NULL REFERENCES publication (summit),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    hash TEXT NOT NULL REFERENCES published_bytes (hash),
    PRIMARY KEY (summit, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX published_file_hash ON published_file (hash);
  `);
}

/** Brings a database up to date. Throws a sentence when it is not ours or was written by a newer program. */
export function migrate(db: DatabaseSync): void {
  const version = pragma(db, 'user_version');
  const application = pragma(db, 'application_id');
  if (version > 0 && application !== APPLICATION_ID) {
    throw new Error('This is not a database of Plenary. Give the right file or folder.');
  }
  if (isNewer(version)) {
    throw new Error(
      'This data was written by a newer Plenary. Start that version, or restore an older backup.',
    );
  }
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < version) continue;
    // Both pragmas are part of the transaction: a crash leaves the old version, whole.
    inTransaction(db, () => {
      migration(db);
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** Whether a database of this version was written by a program newer than this one. */
export function isNewer(version: number): boolean {
  return version > MIGRATIONS.length;
}

/** The value of a pragma that is a number. */
export function pragma(db: DatabaseSync, name: string): number {
  const row = db.prepare(`PRAGMA ${name}`).get();
  return Number(row?.[name] ?? 0);
}
