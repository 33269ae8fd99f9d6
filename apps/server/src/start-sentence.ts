import { DataFolderInUse, StorageError } from '@plenary/storage';
import { BadSetting, type Config } from './config.ts';

/** What a person reads when the server cannot start: what is wrong and what to do, in a sentence. */
export function startSentence(error: unknown, config: Config | undefined): string {
  if (error instanceof BadSetting || error instanceof DataFolderInUse || error instanceof StorageError)
    return error.message;
  const { code, syscall, message } = systemError(error);
  if (config === undefined || code === undefined) return withStack(error);
  return (
    (syscall === 'listen' || syscall === 'getaddrinfo' ? listenSentence(code, config) : undefined) ??
    folderSentence(code === 'ERR_SQLITE_ERROR' ? kindOf(message) : code, config) ??
    withStack(error)
  );
}

function listenSentence(code: string, { port, host }: Config): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. Stop it, or choose another with PORT, for example PORT=3001.`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be used by this account. Choose one above 1024 with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is not an address of this machine. Use 127.0.0.1 or 0.0.0.0.`;
    default:
      return undefined;
  }
}

function folderSentence(code: string, { dataDir }: Config): string | undefined {
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `DATA_DIR=${dataDir} is a file, or lies below one. Name a folder with DATA_DIR.`;
    case 'EACCES':
    case 'EPERM':
      return `The folder DATA_DIR=${dataDir} may not be written by this account. Change its owner, or name another with DATA_DIR.`;
    case 'EROFS':
      return `DATA_DIR=${dataDir} is on a read-only disk. Name a folder that can be written with DATA_DIR.`;
    case 'ENOSPC':
      return `The disk of DATA_DIR=${dataDir} is full. Free some space, then start Plenary again.`;
    case DAMAGED:
      return `The database in DATA_DIR=${dataDir} is damaged, or not one of Plenary. Restore a backup into a new folder.`;
    case UNREADABLE:
      return `The database in DATA_DIR=${dataDir} cannot be read or written. Check the disk, then start Plenary again.`;
    default:
      return undefined;
  }
}

const DAMAGED = 'database-damaged';
const UNREADABLE = 'database-unreadable';

/** Node gives all errors of SQLite one code; their messages have been the same for decades. */
function kindOf(message: string): string {
  if (/disk is full/.test(message)) return 'ENOSPC';
  if (/readonly|unable to open/.test(message)) return 'EACCES';
  return /not a database|malformed/.test(message) ? DAMAGED : UNREADABLE;
}

/** Nobody foresaw this one: the stack is what a report of it needs. */
function withStack(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Plenary could not start. Please report this:\n${what}`;
}

function systemError(error: unknown): Readonly<Record<'code' | 'syscall', string | undefined>> & {
  readonly message: string;
} {
  const field = (name: string): string | undefined => {
    const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { code: field('code'), syscall: field('syscall'), message: field('message') ?? '' };
}
