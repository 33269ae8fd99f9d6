import {
  DEFAULT_PLAN,
  inPlannedOrder,
  type Group,
  type ReportPlan,
  type Session,
  type Summit,
} from '@plenary/programme';

/** A group with its place in the report. */
export interface PlacedGroup {
  readonly group: Group;
  /** Undefined when the programme has no such session. */
  readonly session: Session | undefined;
  /** The part of the report that holds its section. */
  readonly part: PlacedPart;
  /** Whether it is the only group of its session: then its section is the session's. */
  readonly alone: boolean;
  /** The title of its section: the plan's, else the session's when it is alone, its own otherwise. */
  readonly title: string;
  /** The title of its session. */
  readonly sessionTitle: string;
}

/** What a part of the report brings together. `other`: groups that no day of the programme holds. */
export type PlacedPart =
  | { readonly of: 'day'; readonly id: string }
  | { readonly of: 'theme'; readonly id: string; readonly title: string }
  | { readonly of: 'kind'; readonly id: string }
  | { readonly of: 'other'; readonly id: '' };

/** Every group of a summit exactly once. */
export interface ReportOrder {
  /** In the order in which the report tells of them. */
  readonly placed: readonly PlacedGroup[];
  /** Those that the plan leaves out, in the same order. */
  readonly leftOut: readonly PlacedGroup[];
}

/**
 * The order of the report: part by part, session by session, group by group. Without a plan the parts are days, sessions
 * stand as their day lists them, then those of its date which no day lists; groups without a day come last.
 */
export function programmeOrder(summit: Summit, plan: ReportPlan = DEFAULT_PLAN): ReportOrder {
  const sessions = new Map(summit.sessions.map((session) => [session.id, session]));
  const groups = Map.groupBy(summit.groups, ({ session }) => session);
  const everyone = partsOf(summit, plan).flatMap(({ part, ids }) =>
    ids.flatMap((id): PlacedGroup[] => {
      const session = sessions.get(id);
      const members = groups.get(id) ?? [];
      const alone = members.length === 1;
      const sessionTitle = plan.sessions.titles[id] ?? session?.title ?? '';
      return inPlannedOrder(members, (group) => group.id, plan.groups.order).map((group) => {
        const own = alone && session ? sessionTitle : group.title;
        const title = plan.groups.titles[group.id] ?? own;
        return { group, session, part, alone, title, sessionTitle };
      });
    }),
  );
  const groupsOut = new Set(plan.groups.leftOut);
  const sessionsOut = new Set(plan.sessions.leftOut);
  const isOut = ({ group }: PlacedGroup): boolean =>
    groupsOut.has(group.id) || sessionsOut.has(group.session);
  return { placed: everyone.filter((place) => !isOut(place)), leftOut: everyone.filter(isOut) };
}

interface PartOfSessions {
  readonly part: PlacedPart;
  /** Of its sessions, in order. */
  readonly ids: readonly string[];
}

function partsOf(summit: Summit, plan: ReportPlan): PartOfSessions[] {
  const dayOf = daysOf(summit);
  const known = [...dayOf.keys(), ...summit.sessions.map(({ id }) => id)];
  const ids = [...new Set([...known, ...summit.groups.map(({ session }) => session)])];
  switch (plan.arrangement) {
    case 'days':
      return gathered(ids, plan, (id) => {
        const date = dayOf.get(id);
        return date === undefined ? OTHER : { of: 'day', id: date };
      });
    case 'themes':
      return byTheme(ids, summit, plan);
  }
}

/** The theme of what a group arrived at: the plan's, where it arranges the report by themes, else its session. */
export function themeOf({ part, group, sessionTitle, title }: PlacedGroup): { id: string; title: string } {
  if (part.of === 'theme') return { id: `theme ${part.id}`, title: part.title };
  return { id: `session ${group.session}`, title: sessionTitle === '' ? title : sessionTitle };
}

/** The themes of the plan, then what they leave by kind of session. A session stands in the first theme that names it. */
function byTheme(ids: readonly string[], summit: Summit, plan: ReportPlan): PartOfSessions[] {
  const left = new Set(ids);
  const themes = plan.themes.map(({ id, title, sessions }): PartOfSessions => {
    const own = sessions.filter((session) => left.delete(session));
    return { part: { of: 'theme', id, title }, ids: own };
  });
  const kinds = new Map(summit.sessions.map(({ id, kind }) => [id, kind]));
  const rest = gathered([...left], plan, (id) => {
    const kind = kinds.get(id);
    return kind === undefined ? OTHER : { of: 'kind', id: kind };
  });
  return [...themes, ...rest];
}

/** Parts in the order in which their first sessions stand, and what belongs nowhere last. */
function gathered(
  ids: readonly string[],
  plan: ReportPlan,
  partOf: (id: string) => PlacedPart,
): PartOfSessions[] {
  const parts = [...Map.groupBy(ids, (id) => partOf(id).id)].map(([, its]) => ({
    part: partOf(its[0] ?? ''),
    ids: inPlannedOrder(its, (id) => id, plan.sessions.order),
  }));
  return [...parts.filter(({ part }) => part !== OTHER), ...parts.filter(({ part }) => part === OTHER)];
}

const OTHER: PlacedPart = { of: 'other', id: '' };

/**
 * The day of each session that has one, the first that lists it, else the one of its date; in the order of the days, and
 * in each of them in its own.
 */
function daysOf(summit: Summit): Map<string, string> {
  const listed = new Set(summit.days.flatMap(({ sessions }) => sessions));
  const dayOf = new Map<string, string>();
  for (const { date, sessions } of summit.days) {
    const unlisted = summit.sessions.filter((session) => session.date === date && !listed.has(session.id));
    for (const id of [...sessions, ...unlisted.map((session) => session.id)]) {
      if (!dayOf.has(id)) dayOf.set(id, date);
    }
  }
  return dayOf;
}
