import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureStore, PublicationStore, SummitStore } from '@plenary/programme';
import type { DocumentStore } from '@plenary/sync';
import { lockFolder } from './folder-lock.ts';
import { runMaintenance } from './sqlite/maintenance.ts';
import { openSqliteStores } from './sqlite/sqlite-stores.ts';
import { withSummitCache } from './summit-cache.ts';

/** Name of the database in a data folder. */
export const DATABASE = 'plenary.sqlite';

/** An open data folder: everything a server with one process stores. */
export interface DataFolder {
  readonly documents: DocumentStore;
  readonly summits: SummitStore;
  readonly pictures: PictureStore;
  readonly publications: PublicationStore;
  /** A consistent copy of one moment, made while everybody writes on. Refuses to overwrite; half a file never appears. */
  backup(file: string): Promise<void>;
  /** What is wrong, a sentence each; empty when all is well. */
  check(): Promise<readonly string[]>;
  /** Finishes what was asked, closes the database and gives the folder free. */
  close(): Promise<void>;
}

/** How a data folder is opened. */
export interface DataFolderOptions {
  /** Pages of 4 KiB the database may grow to: stands for a full disk in tests. */
  readonly maxPages?: number;
}

/**
 * Opens a data folder, made if it is not there, for this user alone. Throws `DataFolderInUse` when another
 * process has it, and a sentence when it holds something else.
 */
export async function openDataFolder(path: string, options: DataFolderOptions = {}): Promise<DataFolder> {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = lockFolder(path);
  const database = join(path, DATABASE);
  try {
    const stores = await openSqliteStores({ file: database, ...options });
    return {
      documents: stores.documents,
      summits: withSummitCache(stores.summits),
      pictures: stores.pictures,
      publications: stores.publications,
      backup: (file) => backupDataFolder(path, file),
      check: () => checkDataFolder(path),
      async close() {
        await stores.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** `DataFolder.backup` for a folder that another process may have open. */
export async function backupDataFolder(path: string, file: string): Promise<void> {
  await runMaintenance({ task: 'backup', database: join(path, DATABASE), file });
}

/** `DataFolder.check` for a folder that another process may have open. */
export async function checkDataFolder(path: string): Promise<readonly string[]> {
  return runMaintenance({ task: 'check', database: join(path, DATABASE) });
}
