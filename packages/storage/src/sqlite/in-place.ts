import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** SQLite's own code for a failing disk: after it nothing is written any more. */
const SQLITE_IOERR = 10;

/** The files a database is open on are no longer those its folder names: what is written is on its way to nowhere. */
export class DatabaseGone extends Error {
  override readonly name = 'DatabaseGone';
  readonly errcode = SQLITE_IOERR;
  constructor(file: string) {
    super(`${file} was removed or replaced while Plenary ran`);
  }
}

/**
 * Throws `DatabaseGone` when the database or its log was removed, moved or replaced since the first call. SQLite goes
 * on with a file that has lost its name, commits and flushes it, and all of it is gone with the process; so this is
 * asked after every commit, before it is acknowledged. Two looks at the folder, some microseconds.
 */
export function assertInPlace(db: DatabaseSync): void {
  const file = db.location();
  if (file === null) return;
  const known = inodes.get(db) ?? new Map<string, bigint>();
  inodes.set(db, known);
  for (const name of [file, `${file}-wal`]) {
    const now = statSync(name, { bigint: true, throwIfNoEntry: false })?.ino;
    const before = known.get(name);
    if (before !== undefined && now !== before) throw new DatabaseGone(name);
    // The log appears with the first write.
    if (now !== undefined) known.set(name, now);
  }
}

const inodes = new WeakMap<DatabaseSync, Map<string, bigint>>();
