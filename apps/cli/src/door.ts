import { runCommand } from '@plenary/operations';
import type { Lang } from '@plenary/programme';
import { ProblemError, problemSentence } from '@plenary/protocol';
import { DataFolderInUse } from '@plenary/storage';
import { compose, type Composition } from './compose.ts';
import { askServer, exitCodeOf, readControlAddress, Refused } from './control-client.ts';
import { Failure } from './failure.ts';
import { reasonOf } from './reason.ts';
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
  const composition = await open(settings);
  try {
    return await runCommand(composition.context, name, args);
  } catch (error) {
    throw error instanceof ProblemError ? refusal(error, lang) : error;
  } finally {
    await composition.close();
  }
}

function refusal({ code, params }: ProblemError, lang: Lang): Refused {
  return new Refused(code, problemSentence(code, params, lang), exitCodeOf(code));
}

async function open(settings: Settings): Promise<Composition> {
  try {
    return await compose(settings);
  } catch (error) {
    const folder = settings.dataDir;
    if (error instanceof DataFolderInUse) throw new Failure('folder-in-use', { folder });
    throw new Failure('folder-unusable', { folder, reason: reasonOf(error) });
  }
}
