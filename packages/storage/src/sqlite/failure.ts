import type { Failure } from './worker-messages.ts';

const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** An error as a sentence for an operator. */
export function failureOf(error: unknown): Failure {
  const name = error instanceof Error ? error.name : 'Error';
  const message = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case SQLITE_FULL:
      return {
        name: 'StorageFull',
        message: 'The disk of the data folder is full; nothing of this was stored. Free some space.',
      };
    case SQLITE_IOERR:
      return {
        name: 'StorageBroken',
        message: `The disk of the data folder fails (${message}). Nothing is written any more; check the disk, then start Plenary again.`,
      };
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {
        name: 'StorageBroken',
        message: `The database is damaged (${message}). Stop Plenary and restore a backup into a new folder.`,
      };
    default:
      return { name, message };
  }
}

/** Whether nothing may be written any more. */
export function isDiskBroken(error: unknown): boolean {
  const code = codeOf(error);
  return code === SQLITE_IOERR || code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** SQLite's primary result code; the upper bits say more than is needed here. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}
