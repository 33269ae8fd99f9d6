import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { lang as langs, role as roles } from '@plenary/protocol';
import { Failure } from './failure.ts';
import { readNamed } from './files.ts';
import type { Shell } from './shell.ts';
import { labelled, textOf, type Texts } from './texts.ts';

interface Common {
  readonly json?: boolean;
  readonly lang?: 'fr' | 'en';
}

/** `create`, `summits`, `groups`, `invite`: what there is, and who may come in. */
export function addSummitCommands(program: Command, texts: Texts, shell: () => Shell): void {
  command(program, texts, 'create')
    .argument('<programme>', texts.programmeFile)
    .action((file: string, { json, lang }: Common) => create(shell(), file, json, lang));
  command(program, texts, 'summits').action(({ json }: Common) => summits(shell(), json));
  command(program, texts, 'groups')
    .argument('<summit>', texts.summit)
    .action((summit: string, { json }: Common) => groups(shell(), summit, json));
  command(program, texts, 'invite')
    .argument('<summit>', texts.summit)
    .addOption(new Option('--role <role>', texts.role).choices(roles.options).makeOptionMandatory())
    .option('--group <group>', texts.onlyGroup)
    .action((summit: string, options: Common & { readonly role: string; readonly group?: string }) =>
      invite(shell(), summit, options),
    );
}

/** A command with the options that all have. */
export function command(program: Command, texts: Texts, name: keyof Texts['commands']): Command {
  return program
    .command(name)
    .description(texts.commands[name])
    .option('--json', texts.json)
    .addOption(new Option('--lang <lang>', texts.lang).choices(langs.options));
}

async function create(
  shell: Shell,
  file: string,
  json: boolean | undefined,
  lang: 'fr' | 'en' | undefined,
): Promise<void> {
  const bytes = await readNamed(shell.path(file));
  const programme = decode(bytes, file);
  const created = await shell.run(
    'create',
    { programme, lang, wordsIn: shell.lang },
    { file: basename(file) },
  );
  const { id, slug, title, groups: count, organiser } = created;
  shell.print(json, { ...created, url: organiser.url }, [
    title,
    `  ${labelled(shell.lang, textOf(shell.lang, 'summit'), `${id} · ${slug}`)}`,
    `  ${labelled(shell.lang, textOf(shell.lang, 'groups'), count)}`,
    `  ${labelled(shell.lang, textOf(shell.lang, 'organiserLink'), organiser.url)}`,
  ]);
}

async function summits(shell: Shell, json: boolean | undefined): Promise<void> {
  const { summits: found } = await shell.run('summits', { lang: shell.lang });
  const list = found.map(({ id, slug, title, whenAndWhere }) => ({ id, slug, title, whenAndWhere }));
  const lines = list.map(
    ({ id, slug, title, whenAndWhere }) => `${id}  ${slug}\n  ${title}, ${whenAndWhere}`,
  );
  shell.print(json, list, lines.length > 0 ? lines : [textOf(shell.lang, 'noSummit')]);
}

async function groups(shell: Shell, summit: string, json: boolean | undefined): Promise<void> {
  const { groups: list } = await shell.run('groups', { summit, lang: shell.lang }, { summit });
  const states = textOf(shell.lang, 'states');
  const lines = list.map(
    ({ id, session, title, state }) => `${id}  ${states[state].padEnd(STATE_WIDTH)}  ${session}  ${title}`,
  );
  shell.print(json, list, lines);
}

async function invite(
  shell: Shell,
  summit: string,
  { json, role, group }: Common & { readonly role: string; readonly group?: string },
): Promise<void> {
  const invitation = await shell.run('invite', { summit, role, group }, { summit, group: group ?? '' });
  const { url, code, token } = invitation;
  shell.print(json, invitation, [
    url,
    `  ${labelled(shell.lang, textOf(shell.lang, 'code'), code)}`,
    `  ${labelled(shell.lang, textOf(shell.lang, 'token'), token)}`,
  ]);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure('file-unreadable', { file, reason: 'UTF-8' });
  }
}

/** The longest state's name. */
const STATE_WIDTH = 8;
