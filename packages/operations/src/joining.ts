import {
  accessIn,
  checkName,
  documentsOf,
  LONGEST_NAME,
  type Access,
  type Group,
  type Invitation,
  type Membership,
  type Person,
  type Summit,
} from '@plenary/programme';
import { CLOSE, ProblemError, type Joined } from '@plenary/protocol';
import { programOf } from './authors.ts';
import type { Context } from './context.ts';
import { openInvitation } from './invitations.ts';
import { personView } from './person-view.ts';
import { newId, newToken } from './secrets.ts';

/**
 * Comes into a summit by an invitation. Someone who is already in this summit keeps name and session and gains
 * the invitation's role; anyone else becomes a new person of this summit, with a session of their own.
 * Throws `code-unknown`, `invitation-revoked`, `name-…`.
 */
export async function join(
  context: Context,
  wanted: { readonly code?: string | undefined; readonly token?: string | undefined; readonly name: string },
  asker: Person | undefined,
): Promise<{ readonly joined: Joined; readonly sessionToken?: string }> {
  const { invitation, summit } = await openInvitation(context, wanted.token ?? wanted.code ?? '');
  if (asker?.summit === summit.id) {
    const person = await withMembership(context, asker, membershipOf(invitation));
    return { joined: joinedView(person, summit, invitation) };
  }
  const name = acceptName(wanted.name);
  const person: Person = {
    id: newId(context.random, 'p'),
    summit: summit.id,
    name,
    colour: await nextColour(context, summit),
    memberships: [membershipOf(invitation)],
  };
  const sessionToken = newToken(context.random);
  const added = await context.summits.addPerson(person, {
    tokenHash: context.sha256(sessionToken),
    person: person.id,
    createdAt: context.now(),
  });
  if (added === 'name-taken') throw new ProblemError('name-taken', { name });
  return { joined: joinedView(person, summit, invitation), sessionToken };
}

/** The person behind a browser's cookie. */
export async function personOfSession(
  context: Pick<Context, 'summits' | 'sha256'>,
  sessionToken: string,
): Promise<Person | undefined> {
  return context.summits.personBySession(context.sha256(sessionToken));
}

/**
 * The person that stands for a program with this invitation token: made at first use, one per invitation, named
 * after it, with exactly its role. Undefined when there is no such token, or its invitation was revoked.
 */
export async function personOfInvitation(
  context: Pick<Context, 'summits' | 'sha256'>,
  token: string,
): Promise<Person | undefined> {
  const invitation = await context.summits.invitationByTokenHash(context.sha256(token));
  if (invitation === undefined || invitation.revokedAt !== undefined) return undefined;
  const id = programOf(invitation.id);
  const known = await context.summits.person(id);
  if (known !== undefined) return known;
  const person: Person = {
    id,
    summit: invitation.summit,
    name: `API ${invitation.id}`,
    colour: 0,
    memberships: [membershipOf(invitation)],
  };
  try {
    if ((await context.summits.addPerson(person, undefined)) === 'added') return person;
  } catch (error) {
    // Two first requests at once: the other one has made the person.
    const made = await context.summits.person(id);
    if (made === undefined) throw error;
    return made;
  }
  return context.summits.person(id);
}

/** What a person may do with a group document, wherever it is. Undefined when there is no such group. */
export async function accessOf(
  context: Pick<Context, 'summits'>,
  person: Person,
  groupId: string,
): Promise<{ readonly summit: Summit; readonly group: Group; readonly access: Access } | undefined> {
  const summit = await context.summits.summitOfGroup(groupId);
  if (summit === undefined) return undefined;
  const group = documentsOf(summit).find(({ id }) => id === groupId);
  if (group === undefined) return undefined;
  const access = person.summit === summit.id ? accessIn(group, person.memberships) : 'none';
  return { summit, group, access };
}

function acceptName(typed: string): string {
  const checked = checkName(typed);
  if (checked.ok) return checked.name;
  switch (checked.reason) {
    case 'empty':
      throw new ProblemError('name-empty');
    case 'too-long':
      throw new ProblemError('name-too-long', { max: LONGEST_NAME });
    case 'control-characters':
      throw new ProblemError('name-characters');
  }
}

/** The colour that fewest people of the summit have, so that a group of two never shares one. */
async function nextColour(context: Pick<Context, 'summits'>, summit: Summit): Promise<number> {
  const used = Array.from({ length: PRESENCE_COLOURS }, () => 0);
  for (const { colour } of await context.summits.people(summit.id)) {
    if (used[colour] !== undefined) used[colour] += 1;
  }
  return used.indexOf(Math.min(...used));
}

async function withMembership(
  context: Pick<Context, 'summits' | 'rooms'>,
  person: Person,
  membership: Membership,
): Promise<Person> {
  const has = person.memberships.some(
    ({ role, group }) => role === membership.role && group === membership.group,
  );
  if (has) return person;
  await context.summits.addMembership(person.id, membership);
  // Open connections were admitted with the old role. Their clients come again by themselves, with the new one.
  context.rooms.disconnect(person.id, CLOSE.restart);
  return { ...person, memberships: [...person.memberships, membership] };
}

function membershipOf({ role, group }: Invitation): Membership {
  return { role, ...(group !== undefined && { group }) };
}

function joinedView(person: Person, summit: Summit, { group }: Invitation): Joined {
  return {
    person: personView(person),
    summit: { id: summit.id, slug: summit.slug, title: summit.title },
    ...(group !== undefined && { group }),
  };
}

/** As many hues as can be told apart beside each other on paper-white and at night. */
export const PRESENCE_COLOURS = 12;
