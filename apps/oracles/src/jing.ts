import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runTool } from './tools.ts';

/** The schemas of OASIS for OpenDocument 1.3, beside the repository where it is checked out with its data. */
const SCHEMAS = fileURLToPath(new URL('../../../../shared/data/oracles/odf-1.3/', import.meta.url));

/** Whether they are there; who skips what needs them says so. */
export function hasOdfSchemas(): boolean {
  const present = existsSync(SCHEMAS);
  if (!present) console.log(`Skipped: the schemas of OpenDocument are not at ${SCHEMAS}`);
  return present;
}

/** What breaks the schema of OpenDocument in these files, in the words of jing; nothing where nothing does. */
export async function errorsByJing(
  schema: 'schema' | 'manifest-schema',
  files: readonly string[],
): Promise<string> {
  // `-i` leaves out a check of ids that the schema itself does not pass.
  const rules = `${SCHEMAS}OpenDocument-v1.3-cs01-${schema}.rng`;
  try {
    return await runTool('jing', ['-i', rules, ...files]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
