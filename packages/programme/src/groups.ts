import type { Lang } from './model.ts';
import type { Programme } from './programme.ts';
import { sessionKind } from './templates/templates.ts';

/** A group document that a session calls for; creating the summit gives it an id. */
export interface PlannedGroup {
  /** Session id. */
  readonly session: string;
  readonly title: string;
  readonly lang: Lang;
  /** The organisation the document is about, where the session gives each host a document. */
  readonly organisation?: string;
}

/**
 * The group documents of a programme, in its order. A kind with a document per host gives one for each host
 * that is named, under the host's name; every other session gives one, under its own title.
 */
export function planGroups(
  programme: Pick<Programme, 'lang' | 'days' | 'sessions' | 'organisations' | 'kinds'>,
): readonly PlannedGroup[] {
  const { lang } = programme;
  const sessions = new Map(programme.sessions.map((session) => [session.id, session]));
  const names = new Map(programme.organisations.map(({ id, name }) => [id, name]));
  return programme.days
    .flatMap((day) => day.sessions)
    .flatMap((id): PlannedGroup[] => {
      const session = sessions.get(id);
      if (session === undefined) return [];
      const perHost =
        sessionKind(session.kind, programme.kinds)?.documentPerHost === true && session.hosts.length > 0;
      if (!perHost) return [{ session: id, title: session.title, lang }];
      return session.hosts.map((host) => ({
        session: id,
        title: names.get(host) ?? host,
        lang,
        organisation: host,
      }));
    });
}
