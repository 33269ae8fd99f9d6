import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = join(ROOT, 'apps/cli/src/main.ts');

/** Runs the command line on a data folder and gives what it printed. Throws when it fails. */
export async function plenary(dataDir: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: undefined, HOST: undefined },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
