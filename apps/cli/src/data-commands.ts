import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { Refused } from './control-client.ts';
import { EXIT, Failure } from './failure.ts';
import { reasonOf } from './reason.ts';
import type { Shell } from './shell.ts';
import { command } from './summit-commands.ts';
import { labelled, textOf, type Texts } from './texts.ts';

interface Common {
  readonly json?: boolean;
}

/** `backup`, `restore`, `verify`: the data folder as a whole. */
export function addDataCommands(program: Command, texts: Texts, shell: () => Shell): void {
  command(program, texts, 'backup')
    .argument('<file>', texts.backupFile)
    .action((file: string, { json }: Common) => backup(shell(), file, json));
  command(program, texts, 'restore')
    .argument('<file>', texts.backupFile)
    .action((file: string, { json }: Common) => restore(shell(), file, json));
  command(program, texts, 'verify').action(({ json }: Common) => verify(shell(), json));
}

async function backup(shell: Shell, named: string, json: boolean | undefined): Promise<void> {
  const file = shell.path(named);
  if (existsSync(file)) throw new Failure('file-exists', { file });
  if (!existsSync(dirname(file))) throw new Failure('file-not-written', { file, reason: 'ENOENT' });
  try {
    await shell.run('backup', { file });
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Through the server any failure to write is the server's `internal`: here it can only be the file.
    const reason = error instanceof Refused ? error.code : reasonOf(error);
    throw new Failure('backup-failed', { file, reason });
  }
  shell.print(json, { file }, [labelled(shell.lang, textOf(shell.lang, 'copied'), file)]);
}

async function restore(shell: Shell, named: string, json: boolean | undefined): Promise<void> {
  const file = shell.path(named);
  if (!existsSync(file)) throw new Failure('file-missing', { file });
  const { dataDir } = shell.settings;
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Failure('folder-not-empty', { folder: dataDir });
  }
  const { restoreDataFolder } = await import('@plenary/storage');
  try {
    await restoreDataFolder(file, dataDir);
  } catch (error) {
    throw new Failure('restore-refused', { file, reason: reasonOf(error) });
  }
  shell.print(json, { dataDir }, [labelled(shell.lang, textOf(shell.lang, 'restored'), dataDir)]);
}

async function verify(shell: Shell, json: boolean | undefined): Promise<void> {
  const { problems } = await shell.run('verify', {});
  shell.print(json, { problems }, problems.length > 0 ? problems : [textOf(shell.lang, 'whole')]);
  if (problems.length > 0) {
    throw new Failure('data-damaged', { count: String(problems.length) }, EXIT.failed);
  }
}
