import type { DatabaseSync } from 'node:sqlite';
import { assertInPlace } from './in-place.ts';

/**
 * Runs a task in one transaction that writes. When it, or the commit, throws, nothing of it is stored: the
 * rollback that follows is for the cases in which SQLite has not already done it itself. Throws `DatabaseGone` when it
 * was stored in a file that nobody will find again.
 */
export function inTransaction<T>(db: DatabaseSync, task: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = task();
    db.exec('COMMIT');
    assertInPlace(db);
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite rolled back by itself, as it does when the disk is full.
    }
    throw error;
  }
}
