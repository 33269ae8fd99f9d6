import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '@plenary/programme';
import { askServer, readControlAddress } from './control-client.ts';
import { Failure } from './failure.ts';
import type { Settings } from './settings.ts';

/**
 * Runs one command on the data folder: through the server that holds it, or, where none runs, in this process.
 * Throws `Refused` where the command is refused and `Failure` where the folder cannot be had.
 */
export async function runOnData(
  settings: Settings,
  name: string,
  args: unknown,
  lang: Lang,
): Promise<unknown> {
  const address = await readControlAddress(settings.dataDir);
  if (address !== undefined) {
    const answer = await askServer(address, name, args, lang);
    if (answer !== 'nobody-there') return answer.result;
  }
  if (!NEEDS_NO_DATA.has(name) && !existsSync(join(settings.dataDir, DATABASE))) {
    throw new Failure('data-missing', { folder: settings.dataDir });
  }
  // Loaded only now: asking a server, and being told of a slip, take a tenth of the time.
  const { runInProcess } = await import('./in-process.ts');
  return runInProcess(settings, name, args, lang);
}

/** The database of a data folder; where it is missing, a slip in DATA_DIR is likelier than a wish for a new one. */
const DATABASE = 'plenary.sqlite';
const NEEDS_NO_DATA: ReadonlySet<string> = new Set(['create', 'summits']);
