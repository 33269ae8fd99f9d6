import { resolve } from 'node:path';
import type { Lang } from '@plenary/programme';
import { Failure } from './failure.ts';

/** What the command line takes from the environment. */
export interface Settings {
  /** Absolute. */
  readonly dataDir: string;
  /** What links and QR codes contain, without a trailing slash. */
  readonly publicUrl: string;
  /** Files named on the command line are relative to this folder. */
  readonly folder: string;
}

/** Reads the settings, or throws a `Failure` that says what to write. */
export function readSettings(env: NodeJS.ProcessEnv, cwd: string): Settings {
  if ((env['DATABASE_URL'] ?? '') !== '') throw new Failure('database-url');
  const folder = folderOf(env, cwd);
  return {
    dataDir: resolve(folder, env['DATA_DIR'] || './data'),
    publicUrl: publicUrl(env),
    folder,
  };
}

/** The language for people: what the arguments say, else the environment, as every other command line does. */
export function langOf(args: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  if (asked === 'fr' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** `pnpm plenary` runs at the root of the repository, and tells where it was called. */
function folderOf(env: NodeJS.ProcessEnv, cwd: string): string {
  const calledIn = env['npm_lifecycle_event'] === 'plenary' ? env['INIT_CWD'] : undefined;
  return calledIn ?? cwd;
}

function publicUrl(env: NodeJS.ProcessEnv): string {
  const given = env['PUBLIC_URL'] ?? '';
  if (given !== '') {
    if (!/^https?:$/.test(URL.parse(given)?.protocol ?? '')) throw new Failure('public-url');
    return given.replace(/\/+$/, '');
  }
  const port = env['PORT'] || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > MOST_PORT) throw new Failure('port');
  const host = env['HOST'] || '127.0.0.1';
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

const MOST_PORT = 65_535;
