import {
  describeProblem,
  planGroups,
  readProgramme,
  SlugTaken,
  type Group,
  type Lang,
  type Programme,
  type SeededGroup,
  type StoredInvitation,
  type Summit,
} from '@plenary/programme';
import { kindsUsed } from '@plenary/programme/templates';
import { ProblemError, type GroupView, type InvitationCreated } from '@plenary/protocol';
import { requireOrganiser, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { groupView } from './group-view.ts';
import { frontOf } from './front-matter.ts';
import { makeInvitation } from './invitations.ts';
import { findSession, findSummit } from './lookup.ts';
import { newId } from './secrets.ts';
import { seeded } from './template-of.ts';

/** What a new summit is known by, and the way in for its organisers. */
export interface CreatedSummit {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** How many group documents were made. */
  readonly groups: number;
  readonly organiser: InvitationCreated;
}

/**
 * Makes a summit from the text of a programme file: every session has its group documents, each seeded once from the
 * template of its kind. `lang` overrules the file's; `wordsIn` is the language of what is said about a broken file.
 * Throws `programme-invalid` with every problem and its line; then nothing was made.
 */
export async function createSummit(
  context: Context,
  wanted: {
    readonly programme: string;
    readonly lang?: Lang | undefined;
    readonly wordsIn?: Lang | undefined;
  },
): Promise<CreatedSummit> {
  const read = readProgramme(wanted.programme, wanted.lang, Object.keys(context.blocks));
  if (!read.ok) {
    const words = wanted.wordsIn ?? wanted.lang ?? 'en';
    const reason = read.problems.map((problem) => describeProblem(problem, words)).join('\n');
    throw new ProblemError('programme-invalid', { reason });
  }
  return createFromProgramme(context, { ...read.programme, lang: wanted.lang ?? read.programme.lang });
}

/** Adds a group to a session: one more table, topic or host. Organisers only. */
export async function addGroup(
  context: Context,
  summitIdOrSlug: string,
  wanted: { readonly session: string; readonly title: string },
  asker: Asker,
): Promise<GroupView> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  const session = findSession(summit, wanted.session);
  const group: Group = {
    id: newId(context.random, 'g'),
    session: session.id,
    title: wanted.title.trim(),
    lang: summit.lang,
  };
  await context.summits.addGroup(summit.id, seeded(context, summit, group), context.now());
  return groupView(context, summit, group, asker, summit.lang);
}

async function createFromProgramme(context: Context, programme: Programme): Promise<CreatedSummit> {
  const id = newId(context.random, 's');
  const groups = planGroups(programme).map(({ session, title, lang }): Group => {
    return { id: newId(context.random, 'g'), session, title, lang };
  });
  const front = frontOf({ id, lang: programme.lang });
  // As they are today, so that what is changed later touches nothing of this summit.
  const summit: Summit = { ...programme, kinds: kindsUsed(programme), id, groups, front };
  const seeds = [...front, ...groups].map((document) => seeded(context, summit, document));
  const { stored, created } = makeInvitation(context, id, 'organiser', undefined);
  const slug = await storeUnderFreeSlug(context, summit, seeds, stored);
  return { id, slug, title: summit.title, groups: groups.length, organiser: created };
}

/** The same programme twice is two summits: `summit`, `summit-2`, … */
async function storeUnderFreeSlug(
  context: Context,
  summit: Summit,
  seeds: readonly SeededGroup[],
  invitation: StoredInvitation,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const slug = attempt === 1 ? summit.slug : `${summit.slug}-${attempt}`;
    try {
      await context.summits.createSummit({ ...summit, slug }, seeds, [invitation], context.now());
      return slug;
    } catch (error) {
      if (!(error instanceof SlugTaken) || attempt >= MOST_NAMESAKES) throw error;
    }
  }
}

/** Summits of one name on one server before something else must be wrong. */
const MOST_NAMESAKES = 1000;
