import { fromBase64, toBase64 } from 'lib0/buffer';
import { encodeUtf8 } from 'lib0/string';
import { documentsOf, slugOf, type Group, type Summit } from '@plenary/programme';
import {
  lang,
  ProblemError,
  role,
  type GroupView,
  type InvitationCreated,
  type SummitCard,
} from '@plenary/protocol';
import { z } from 'zod';
import type { Context } from './context.ts';
import { createSummit, type CreatedSummit } from './create-summit.ts';
import { importFile, type ImportedFile } from './importing.ts';
import { invite } from './invitations.ts';
import { findSummit } from './lookup.ts';
import type { ExportedReport } from './export-job.ts';
import { exportSummit } from './reporting.ts';
import { reopen, signOff } from './sign-off.ts';
import { listGroups, listSummits } from './views.ts';

/** What commands work with beyond operations: the data folder as a whole, and who is told of changes. */
export interface CommandContext extends Context {
  readonly data: DataKeeping;
  /** Called after the list of groups or sessions of a summit changed. */
  readonly changed?: (summit: string) => void;
}

/** Copying and checking all data while it is in use. */
export interface DataKeeping {
  /** Writes a consistent copy to a new file. */
  backup(file: string): Promise<void>;
  /** Everything that is wrong with the stored data, a sentence each; empty when it is whole. */
  check(): Promise<readonly string[]>;
}

/** What each command answers, as JSON. */
export interface CommandResults {
  readonly create: CreatedSummit;
  readonly summits: { readonly summits: readonly SummitCard[] };
  readonly groups: { readonly groups: readonly GroupView[] };
  readonly invite: InvitationCreated;
  readonly import: ImportedFile;
  /** Files as base64. */
  readonly report: Omit<ExportedReport, 'file' | 'besides'> & {
    readonly file: string;
    readonly besides: readonly { readonly path: string; readonly file: string }[];
  };
  readonly 'sign-off': GroupView;
  readonly reopen: GroupView;
  readonly backup: { readonly file: string };
  readonly verify: { readonly problems: readonly string[] };
}

/** One thing the command line can ask for. Arguments and result are JSON; bytes travel as base64. */
export interface Command {
  readonly args: z.ZodType;
  run(context: CommandContext, args: unknown): Promise<unknown>;
}

/**
 * The door for the command line, in its own process or through the running server: both run the same commands, as
 * the operator, who may do everything.
 */
export const commands: Readonly<Record<keyof CommandResults, Command>> = {
  create: command(
    z.object({ programme: z.string(), lang: lang.optional(), wordsIn: lang.optional() }),
    async (context, { programme, lang: language, wordsIn }) => {
      const created = await createSummit(context, { programme, lang: language, wordsIn });
      context.changed?.(created.id);
      return created;
    },
  ),
  summits: command(z.object({ lang }), (context, args) => listSummits(context, undefined, args.lang)),
  groups: command(z.object({ summit: z.string(), lang }), (context, args) =>
    listGroups(context, args.summit, 'operator', args.lang),
  ),
  invite: command(
    z.object({ summit: z.string(), role, group: z.string().optional() }),
    async (context, { summit, role: wanted, group }) =>
      invite(
        context,
        summit,
        {
          role: wanted,
          group: group === undefined ? undefined : await groupNamed(context, summit, group),
        },
        'operator',
      ),
  ),
  import: command(
    z.object({
      summit: z.string(),
      group: z.string(),
      name: z.string(),
      bytes: z.base64(),
      wordsIn: lang.optional(),
    }),
    async (context, { summit, group, name, bytes, wordsIn }) => {
      const file = { name, bytes: fromBase64(bytes), wordsIn };
      return importFile(context, summit, await groupNamed(context, summit, group), file, 'operator');
    },
  ),
  report: command(
    z.object({ summit: z.string(), format: z.string(), lang: lang.optional() }),
    async (context, { summit, format, lang: language }) => {
      const wanted = { format, lang: language };
      const { file, besides, ...about } = await exportSummit(context, summit, wanted, 'operator');
      return {
        ...about,
        file: toBase64(typeof file === 'string' ? encodeUtf8(file) : file),
        besides: besides.map(({ path, bytes }) => ({ path, file: toBase64(bytes) })),
      };
    },
  ),
  'sign-off': command(
    z.object({ summit: z.string(), group: z.string() }),
    async (context, { summit, group }) =>
      signOff(context, summit, await groupNamed(context, summit, group), 'newest', 'operator'),
  ),
  reopen: command(z.object({ summit: z.string(), group: z.string() }), async (context, { summit, group }) =>
    reopen(context, summit, await groupNamed(context, summit, group), 'operator'),
  ),
  backup: command(z.object({ file: z.string() }), async ({ data }, { file }) => {
    await data.backup(file);
    return { file };
  }),
  verify: command(z.object({}), async ({ data }) => ({ problems: await data.check() })),
};

/** Runs the command of that name. Throws `request-malformed` for a name or arguments it does not know. */
export async function runCommand(context: CommandContext, name: string, args: unknown): Promise<unknown> {
  if (!isCommand(name)) throw new ProblemError('request-malformed', { reason: name });
  return commands[name].run(context, args);
}

function isCommand(name: string): name is keyof CommandResults {
  return Object.hasOwn(commands, name);
}

function command<Args>(
  args: z.ZodType<Args>,
  run: (context: CommandContext, args: Args) => Promise<unknown>,
): Command {
  return {
    args,
    async run(context, given) {
      const parsed = args.safeParse(given);
      if (!parsed.success)
        throw new ProblemError('request-malformed', { reason: z.prettifyError(parsed.error) });
      return run(context, parsed.data);
    },
  };
}

/** A group by its id; or by its session's id or its title as a slug, where only one group answers to that. */
async function groupNamed(context: Context, summitIdOrSlug: string, name: string): Promise<string> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = documentsOf(summit).find(({ id }) => id === name) ?? only(namesakes(summit, name));
  if (group === undefined) throw new ProblemError('group-unknown');
  return group.id;
}

function namesakes(summit: Summit, name: string): readonly Group[] {
  const bySession = summit.groups.filter(({ session }) => session === name);
  return bySession.length > 0 ? bySession : summit.groups.filter(({ title }) => slugOf(title) === name);
}

function only(groups: readonly Group[]): Group | undefined {
  return groups.length === 1 ? groups[0] : undefined;
}
