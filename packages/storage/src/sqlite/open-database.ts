import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from './tables.ts';

/** Opens the database of a data folder for writing, makes it if it is not there, and brings it up to date. */
export function openDatabase(file: string): DatabaseSync {
  // SQLite gives its files, log included, the permissions of the database: made by us, they are ours alone.
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  try {
    db.exec(`
      PRAGMA journal_mode = WAL;
      -- A commit returns after fsync of the log: what is acknowledged survives a loss of power.
      PRAGMA synchronous = FULL;
      -- On macOS fsync only reaches the drive; this reaches what it is made of.
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
    `);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
