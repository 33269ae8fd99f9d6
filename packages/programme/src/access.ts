import { isFront } from './front-matter.ts';
import type { Group, Membership, Role } from './model.ts';

/**
 * What a person may do with one group document. Each level includes those before it, except that
 * `write` is what a sealed document takes away from everyone.
 */
export type Access = 'none' | 'read' | 'write' | 'sign' | 'organise';

const LEVELS: readonly Access[] = ['none', 'read', 'write', 'sign', 'organise'];

const BY_ROLE: Readonly<Record<Role, Access>> = {
  reader: 'read',
  participant: 'write',
  rapporteur: 'sign',
  organiser: 'organise',
};

/**
 * The access the memberships give to a group. A role in the summit counts in every group; a role in one
 * group counts there and lets its holder read the others.
 */
export function accessTo(group: string, memberships: readonly Membership[]): Access {
  let best: Access = 'none';
  for (const { role, group: only } of memberships) {
    const given = only === undefined || only === group ? BY_ROLE[role] : 'read';
    if (LEVELS.indexOf(given) > LEVELS.indexOf(best)) best = given;
  }
  return best;
}

/**
 * The access the memberships give to a document of the summit. What stands before the sections is the organisers',
 * and rapporteurs, of one group or of all, write in it too; nobody else sees it before the report does.
 */
export function accessIn(document: Group, memberships: readonly Membership[]): Access {
  if (!isFront(document)) return accessTo(document.id, memberships);
  if (isOrganiser(memberships)) return 'organise';
  return memberships.some(({ role }) => role === 'rapporteur') ? 'write' : 'none';
}

/** Whether `access` is at least `needed`. */
export function allows(access: Access, needed: Access): boolean {
  return LEVELS.indexOf(access) >= LEVELS.indexOf(needed);
}

/** Whether a person organises the whole summit. */
export function isOrganiser(memberships: readonly Membership[]): boolean {
  return memberships.some(({ role, group }) => role === 'organiser' && group === undefined);
}
