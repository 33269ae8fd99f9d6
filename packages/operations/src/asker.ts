import {
  accessIn,
  allows,
  documentsOf,
  isOrganiser,
  type Access,
  type Membership,
  type Person,
  type Summit,
} from '@plenary/programme';
import { ProblemError } from '@plenary/protocol';

/** Who asks: someone who joined, or whoever owns the machine and uses its command line, who may do everything. */
export type Asker = Person | 'operator';

/** The author that the command line leaves in a document's log. */
export const OPERATOR = 'system:operator';

/** What stands in a document's log for this asker. */
export function authorOf(asker: Asker): string {
  return asker === 'operator' ? OPERATOR : asker.id;
}

/** The asker's access to one document. Nobody has any in a summit they did not join. */
export function accessOfAsker(summit: Summit, group: string, asker: Asker): Access {
  if (asker === 'operator') return 'organise';
  const document = documentsOf(summit).find(({ id }) => id === group);
  return document === undefined ? 'none' : accessIn(document, membershipsIn(summit, asker));
}

/** Throws unless the asker has joined this summit. */
export function requireMember(summit: Summit, asker: Asker): void {
  if (asker === 'operator') return;
  if (membershipsIn(summit, asker).length === 0) throw new ProblemError('session-missing');
}

/** Throws unless the asker has at least this access to the group. */
export function requireAccess(summit: Summit, group: string, asker: Asker, needed: Access): void {
  requireMember(summit, asker);
  if (!allows(accessOfAsker(summit, group, asker), needed)) throw new ProblemError('forbidden');
}

/** Throws unless the asker organises this summit. */
export function requireOrganiser(summit: Summit, asker: Asker): void {
  requireMember(summit, asker);
  if (asker !== 'operator' && !isOrganiser(asker.memberships)) throw new ProblemError('forbidden');
}

/** Throws unless the asker may take the report away: organisers, and rapporteurs of any group. */
export function requireReporter(summit: Summit, asker: Asker): void {
  requireMember(summit, asker);
  if (asker === 'operator') return;
  const may = asker.memberships.some(({ role }) => role === 'organiser' || role === 'rapporteur');
  if (!may) throw new ProblemError('forbidden');
}

function membershipsIn(summit: Summit, person: Person): readonly Membership[] {
  return person.summit === summit.id ? person.memberships : [];
}
