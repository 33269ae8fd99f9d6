import { runCommand } from '@plenary/operations';
import type { Lang } from '@plenary/programme';
import { ProblemError, problemSentence } from '@plenary/protocol';
import { DataFolderInUse, StorageError } from '@plenary/storage';
import { compose, type Composition } from './compose.ts';
import { exitCodeOf, Refused } from './control-client.ts';
import { Failure } from './failure.ts';
import { reasonOf } from './reason.ts';
import type { Settings } from './settings.ts';

/** Opens the data folder, runs one command on it and gives it back. Throws `Refused` and `Failure`. */
export async function runInProcess(
  settings: Settings,
  name: string,
  args: unknown,
  lang: Lang,
): Promise<unknown> {
  const composition = await open(settings);
  try {
    return await runCommand(composition.context, name, args);
  } catch (error) {
    if (error instanceof StorageError) throw refusal(new ProblemError('storage-failed'), lang);
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
