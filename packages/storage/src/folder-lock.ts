import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process uses the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  readonly path: string;
  constructor(path: string) {
    super(
      `The data folder ${path} is used by another Plenary. Stop that one, or set DATA_DIR to another folder.`,
    );
    this.path = path;
  }
}

/**
 * Takes the folder for this process. It is the operating system's lock on a file, held through SQLite, which
 * knows every platform: it ends with the process, however that ends, so there is no stale lock to clear.
 */
export function lockFolder(path: string): { release(): void } {
  const file = join(path, 'lock.sqlite');
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Error && /locked/u.test(error.message)) throw new DataFolderInUse(path);
    throw error;
  }
  held.add(db);
  return {
    release() {
      held.delete(db);
      db.close();
    },
  };
}

/** Kept from the garbage collector, which would close the file, and with it give up the lock, behind our back. */
const held = new Set<DatabaseSync>();
