import type { Day, Group, Session, Summit } from '@plenary/programme';

/** A group with its place in the programme. */
export interface PlacedGroup {
  readonly group: Group;
  /** Undefined when the programme has no such session. */
  readonly session: Session | undefined;
  /** Undefined when no day of the programme holds the session. */
  readonly day: Day | undefined;
  /** Whether it is the only group of its session: then its section is the session's. */
  readonly alone: boolean;
  /** The title of its section: the session's when it is alone, its own otherwise. */
  readonly title: string;
}

/**
 * Every group of the summit exactly once, in the order in which the report tells of them: day by day, session by
 * session as the day lists them, then sessions of that date which no day lists, then groups without a day.
 */
export function programmeOrder(summit: Summit): PlacedGroup[] {
  const sessions = new Map(summit.sessions.map((session) => [session.id, session]));
  const groups = Map.groupBy(summit.groups, (group) => group.session);
  const dayOf = new Map<string, Day>();
  for (const day of summit.days) {
    for (const id of day.sessions) if (!dayOf.has(id)) dayOf.set(id, day);
  }
  for (const session of summit.sessions) {
    const day = summit.days.find(({ date }) => date === session.date);
    if (day && !dayOf.has(session.id)) dayOf.set(session.id, day);
  }
  // A map keeps the order of its keys, so each session stands where it was first met.
  const order = summit.days.flatMap((day) => [...dayOf].filter(([, its]) => its === day).map(([id]) => id));
  const all = new Set([...order, ...summit.sessions.map(({ id }) => id), ...groups.keys()]);
  return [...all].flatMap((id) => {
    const session = sessions.get(id);
    const members = groups.get(id) ?? [];
    const alone = members.length === 1;
    return members.map((group) => ({
      group,
      session,
      day: dayOf.get(id),
      alone,
      title: alone && session ? session.title : group.title,
    }));
  });
}
