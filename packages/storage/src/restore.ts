import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { syncFile } from './sqlite/backup.ts';
import { runMaintenance } from './sqlite/maintenance.ts';

/**
 * Puts a backup into a new data folder, after proving that it is whole: SQLite's own check, and every document's
 * log from its seed to its newest update without a gap. Refuses a folder that holds anything. When it throws,
 * the folder is as empty as it was.
 */
export async function restoreDataFolder(file: string, path: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no backup ${file}. Check the name.`);
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new Error(`The folder ${path} is not empty. Restore into a new folder; nothing is replaced.`);
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = lockFolder(path);
  const copy = join(path, `${DATABASE}.restoring`);
  try {
    copyFileSync(file, copy, constants.COPYFILE_EXCL);
    chmodSync(copy, 0o600);
    const damage = await runMaintenance({ task: 'check', database: copy });
    if (damage.length > 0)
      throw new Error(`The backup ${file} is not whole and was not restored. ${damage.join(' ')}`);
    syncFile(copy);
    renameSync(copy, join(path, DATABASE));
    syncFile(path);
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  } finally {
    lock.release();
    rmSync(join(path, 'lock.sqlite'), { force: true });
  }
}
