import { basename } from 'node:path';
import type { Command } from 'commander';
import { readNamed } from './files.ts';
import type { Shell } from './shell.ts';
import { command } from './summit-commands.ts';
import { labelled, textOf, type Texts } from './texts.ts';

interface Common {
  readonly json?: boolean;
}

/** `import`, `sign-off`, `reopen`: what happens to one group's document. */
export function addGroupCommands(program: Command, texts: Texts, shell: () => Shell): void {
  command(program, texts, 'import')
    .argument('<summit>', texts.summit)
    .argument('<group>', texts.group)
    .argument('<file>', texts.file)
    .action((summit: string, group: string, file: string, { json }: Common) =>
      importInto(shell(), summit, group, file, json),
    );
  for (const name of ['sign-off', 'reopen'] as const) {
    command(program, texts, name)
      .argument('<summit>', texts.summit)
      .argument('<group>', texts.group)
      .action((summit: string, group: string, { json }: Common) =>
        changeState(shell(), name, summit, group, json),
      );
  }
}

async function importInto(
  shell: Shell,
  summit: string,
  group: string,
  file: string,
  json: boolean | undefined,
): Promise<void> {
  const bytes = Buffer.from(await readNamed(shell.path(file))).toString('base64');
  const args = { summit, group, name: basename(file), bytes, wordsIn: shell.lang };
  const imported = await shell.run('import', args, { summit, group });
  shell.print(json, imported, [
    labelled(
      shell.lang,
      textOf(shell.lang, 'added'),
      `${imported.blocks} (${versionOf(shell, imported.seq)})`,
    ),
    ...imported.remarks.flatMap(({ text, lost = [] }) => [`  ${text}`, ...told(lost)]),
  ]);
}

/** What was lost, so that a person can put it back by hand; the whole list is in the JSON. */
function told(lost: readonly string[]): readonly string[] {
  const lines = lost.slice(0, TOLD).map((words) => `    – ${words.slice(0, TOLD_LENGTH)}`);
  return lost.length > TOLD ? [...lines, '    …'] : lines;
}

/** A screen has room for some of them, and some words of each. */
const TOLD = 5;
const TOLD_LENGTH = 100;

async function changeState(
  shell: Shell,
  name: 'sign-off' | 'reopen',
  summit: string,
  group: string,
  json: boolean | undefined,
): Promise<void> {
  const view = await shell.run(name, { summit, group }, { summit, group });
  const done = textOf(shell.lang, name === 'sign-off' ? 'signed' : 'reopened');
  shell.print(json, view, [labelled(shell.lang, done, `${view.title} (${versionOf(shell, view.seq)})`)]);
}

function versionOf({ lang }: Shell, seq: number): string {
  return `${textOf(lang, 'version')} ${seq}`;
}
