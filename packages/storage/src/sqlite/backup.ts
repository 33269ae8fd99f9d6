import { closeSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/**
 * Writes a copy of the database of this moment to a new file. `VACUUM INTO` reads in one transaction, which in
 * WAL mode neither waits for writers nor makes them wait; `backup()` would begin again at every commit of theirs.
 * The file appears under its name only when it is whole and on disk.
 */
export function copyDatabase(db: DatabaseSync, file: string): void {
  const partial = `${file}.partial`;
  closeSync(openNew(partial));
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    syncFile(partial);
    putInPlace(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
  syncFile(dirname(file));
}

/** Makes what was written to a file, or into a folder, survive a loss of power. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A hard link refuses to replace what is there, in one step, where a rename would not. */
function putInPlace(partial: string, file: string): void {
  try {
    linkSync(partial, file);
  } catch (error) {
    throw explained(error, file);
  }
}

function openNew(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EEXIST')
    return new Error(`${file} exists already. Give another name; a backup replaces nothing.`);
  if (error.code === 'ENOENT') return new Error(`The folder of ${file} does not exist. Make it first.`);
  return error;
}
