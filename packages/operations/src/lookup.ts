import { documentsOf, type Group, type Session, type Summit } from '@plenary/programme';
import { ProblemError } from '@plenary/protocol';
import type { Context } from './context.ts';

/** The summit with this id or slug; throws `summit-unknown`. */
export async function findSummit(context: Pick<Context, 'summits'>, idOrSlug: string): Promise<Summit> {
  const summit = await context.summits.summit(idOrSlug);
  if (summit === undefined) throw new ProblemError('summit-unknown');
  return summit;
}

/** The group of the summit with this id, or what stands before the sections; throws `group-unknown`. */
export function findGroup(summit: Summit, id: string): Group {
  const group = documentsOf(summit).find((candidate) => candidate.id === id);
  if (group === undefined) throw new ProblemError('group-unknown');
  return group;
}

/** The session a group belongs to; throws `session-unknown`. */
export function findSession(summit: Pick<Summit, 'sessions'>, id: string): Session {
  const session = summit.sessions.find((candidate) => candidate.id === id);
  if (session === undefined) throw new ProblemError('session-unknown');
  return session;
}
