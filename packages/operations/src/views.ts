import { SCHEMA_VERSION } from '@plenary/document';
import {
  dayTitle,
  isFront,
  whenAndWhere,
  type Group,
  type Lang,
  type Person,
  type Session,
  type Summit,
} from '@plenary/programme';
import { sessionKind } from '@plenary/programme/templates';
import type { GroupDetail, GroupView, SessionView, SummitCard, SummitView } from '@plenary/protocol';
import { requireAccess, requireMember, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { groupView, groupViews } from './group-view.ts';
import { findGroup, findSession, findSummit } from './lookup.ts';
import { personView } from './person-view.ts';
import { templateOf } from './template-of.ts';

/** The summits of this server: what anyone may know. The askers are the persons of one browser, one per summit it joined. */
export async function listSummits(
  context: Context,
  askers: Person | readonly Person[] | undefined,
  lang: Lang,
): Promise<{ summits: SummitCard[] }> {
  const joined = new Set([askers ?? []].flat().map((person) => person.summit));
  const summits = await context.summits.summits();
  return {
    summits: summits.map((summit) => ({
      id: summit.id,
      slug: summit.slug,
      title: summit.title,
      whenAndWhere: whenAndWhere(summit, lang),
      joined: joined.has(summit.id),
    })),
  };
}

/** The programme by day with the state of every group. Members only. */
export async function viewSummit(
  context: Context,
  summitIdOrSlug: string,
  asker: Person,
  lang: Lang,
): Promise<SummitView> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireMember(summit, asker);
  const groups = Map.groupBy(
    await groupViews(context, summit, summit.groups, asker, lang),
    ({ session }) => session,
  );
  return {
    id: summit.id,
    slug: summit.slug,
    title: summit.title,
    ...(summit.theme !== undefined && { theme: summit.theme }),
    lang: summit.lang,
    whenAndWhere: whenAndWhere(summit, lang),
    hosts: namesOf(summit.organisations, summit.hosts),
    days: summit.days.map(({ date, sessions }) => ({
      date,
      title: dayTitle(date, lang),
      sessions: sessions.map((id) =>
        sessionView(summit, findSession(summit, id), groups.get(id) ?? [], lang),
      ),
    })),
    me: personView(asker),
  };
}

/** All groups of a summit in the order of the programme. Members and the command line. */
export async function listGroups(
  context: Context,
  summitIdOrSlug: string,
  asker: Asker,
  lang: Lang,
): Promise<{ groups: GroupView[] }> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireMember(summit, asker);
  return { groups: await groupViews(context, summit, summit.groups, asker, lang) };
}

/** All the writing page needs before it opens the socket. Members only. */
export async function viewGroup(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  asker: Person,
  lang: Lang,
): Promise<GroupDetail> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireMember(summit, asker);
  const group = findGroup(summit, groupId);
  requireAccess(summit, group.id, asker, 'read');
  return {
    ...(await groupView(context, summit, group, asker, lang)),
    summit: { id: summit.id, slug: summit.slug, title: summit.title },
    ...aboveOf(summit, group, lang),
    schema: SCHEMA_VERSION,
    parts: partsOf(summit, group),
    knownNames: [...summit.speakers, ...summit.organisations].map(({ name }) => name),
    me: personView(asker),
  };
}

function sessionView(summit: Summit, session: Session, groups: GroupView[], lang: Lang): SessionView {
  const { id, kind, title, question, date, start, end, timeAsGiven } = session;
  const place = summit.places.find((candidate) => candidate.id === session.place)?.name;
  return {
    id,
    kind,
    kindLabel: kindLabel(summit, kind, lang),
    title,
    ...(question !== undefined && { question }),
    date,
    ...(place !== undefined && { place }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(timeAsGiven !== undefined && { timeAsGiven }),
    speakers: namesOf(summit.speakers, session.speakers),
    groups,
  };
}

/** What a document belongs to: its session and day, or the report as a whole. */
function aboveOf(summit: Summit, group: Group, lang: Lang) {
  if (isFront(group)) {
    const about = whenAndWhere(summit, lang);
    return { sessionTitle: group.title, sessionKindLabel: REPORT[lang], dayTitle: about };
  }
  const { title, kind, date, question } = findSession(summit, group.session);
  return {
    sessionTitle: title,
    sessionKindLabel: kindLabel(summit, kind, lang),
    dayTitle: dayTitle(date, lang),
    ...(question !== undefined && { question }),
  };
}

/** The prompts stand in the language the group writes in, whatever the asker's is: they are part of the sheet. */
function partsOf(summit: Summit, group: Group): GroupDetail['parts'] {
  return templateOf(summit, group).parts.map(({ id, heading, prompt, expects, words, required }) => ({
    id,
    heading,
    prompt,
    expects: [...expects],
    ...(words !== undefined && { words }),
    ...(required === true && { required }),
  }));
}

function kindLabel({ kinds }: Pick<Summit, 'kinds'>, kind: string, lang: Lang): string {
  return sessionKind(kind, kinds)?.label[lang] ?? kind;
}

function namesOf(
  known: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[],
): string[] {
  return ids.map((id) => known.find((one) => one.id === id)?.name ?? id);
}

const REPORT: Readonly<Record<Lang, string>> = { fr: 'Rapport', en: 'Report' };
