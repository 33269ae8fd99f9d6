import {
  type BrowserSession,
  foldName,
  type Group,
  type Invitation,
  type Person,
  SlugTaken,
  type StoredInvitation,
  type StoredPlan,
  type Summit,
  type SummitStore,
} from '@plenary/programme';
import { type SummitAlone, withDocuments, withoutDocuments } from '../summit-documents.ts';
import type { MemoryDocuments } from './memory-documents.ts';

/** The summit store that goes with `MemoryDocuments`. Values are copied in, as a database would. */
export function createMemorySummits(documents: MemoryDocuments): SummitStore {
  const summits: SummitAlone[] = [];
  const groups: { readonly summit: string; readonly group: Group }[] = [];
  const invitations: StoredInvitation[] = [];
  const people: Person[] = [];
  const sessions: BrowserSession[] = [];
  const plans = new Map<string, StoredPlan>();

  const whole = (summit: SummitAlone): Summit => {
    const its = groups.filter((entry) => entry.summit === summit.id);
    return withDocuments(
      summit,
      its.map(({ group }) => group),
    );
  };
  const summitBy = (matches: (summit: SummitAlone) => boolean): Summit | undefined => {
    const found = summits.find(matches);
    return found === undefined ? undefined : whole(found);
  };
  const known = (summit: string): void => {
    if (!summits.some(({ id }) => id === summit)) throw new Error(`There is no summit ${summit}.`);
  };
  const free = (invitation: StoredInvitation): void => {
    const { id, code, tokenHash } = invitation;
    const taken = invitations.some(
      (other) => other.id === id || other.code === code || other.tokenHash === tokenHash,
    );
    if (taken) throw new Error(`The code ${code}, its token or its id is in use.`);
  };

  return {
    async createSummit(summit, seeds, first, at) {
      const unseeded = summit.groups.find(({ id }) => !seeds.some(({ group }) => group.id === id));
      if (unseeded !== undefined) throw new Error(`Group ${unseeded.id} has no seed.`);
      if (summits.some(({ slug }) => slug === summit.slug))
        throw new SlugTaken(`The address “${summit.slug}” is in use.`);
      if (summits.some(({ id }) => id === summit.id)) throw new Error(`Summit ${summit.id} exists already.`);
      first.forEach(free);
      const taken = seeds.find(({ group }) => groups.some((other) => other.group.id === group.id));
      if (taken !== undefined) throw new Error(`Document ${taken.group.id} exists already.`);
      summits.push(structuredClone(withoutDocuments(summit)));
      for (const { group, seed } of seeds) {
        documents.add(group.id, seed, at);
        groups.push({ summit: summit.id, group: { ...group } });
      }
      invitations.push(...first);
    },
    async addGroup(summit, { group, seed }, at) {
      known(summit);
      documents.add(group.id, seed, at);
      groups.push({ summit, group: { ...group } });
    },
    async summits() {
      return summits.map(whole);
    },
    async summit(idOrSlug) {
      return summitBy(({ id }) => id === idOrSlug) ?? summitBy(({ slug }) => slug === idOrSlug);
    },
    async summitOfGroup(group) {
      const entry = groups.find((candidate) => candidate.group.id === group);
      return entry === undefined ? undefined : summitBy(({ id }) => id === entry.summit);
    },

    async reportPlan(summit) {
      return structuredClone(plans.get(summit));
    },
    async saveReportPlan(summit, plan) {
      known(summit);
      if (plan.version !== (plans.get(summit)?.version ?? 0) + 1) return 'stale';
      plans.set(summit, structuredClone(plan));
      return 'saved';
    },

    async addInvitation(invitation) {
      known(invitation.summit);
      free(invitation);
      invitations.push({ ...invitation });
    },
    async invitations(summit) {
      return invitations.filter((invitation) => invitation.summit === summit).map(withoutToken);
    },
    async invitationByCode(code) {
      return invitations.filter((invitation) => invitation.code === code).map(withoutToken)[0];
    },
    async invitationByTokenHash(hash) {
      return invitations.filter((invitation) => invitation.tokenHash === hash).map(withoutToken)[0];
    },
    async revokeInvitation(summit, id, at) {
      const index = invitations.findIndex(
        (invitation) => invitation.summit === summit && invitation.id === id,
      );
      const found = invitations[index];
      if (found === undefined) return false;
      invitations[index] = { ...found, revokedAt: found.revokedAt ?? at };
      return true;
    },

    async addPerson(person, session) {
      known(person.summit);
      const folded = foldName(person.name);
      const taken = people.some(({ summit, name }) => summit === person.summit && foldName(name) === folded);
      if (taken) return 'name-taken';
      people.push(structuredClone(person));
      if (session !== undefined) sessions.push({ ...session });
      return 'added';
    },
    async addMembership(person, membership) {
      const index = people.findIndex(({ id }) => id === person);
      const found = people[index];
      if (found === undefined) throw new Error(`There is no person ${person}.`);
      people[index] = { ...found, memberships: [...found.memberships, { ...membership }] };
    },
    async person(id) {
      return people.find((person) => person.id === id);
    },
    async personBySession(tokenHash) {
      const session = sessions.find((candidate) => candidate.tokenHash === tokenHash);
      return session === undefined ? undefined : people.find(({ id }) => id === session.person);
    },
    async people(summit) {
      return people.filter((person) => person.summit === summit);
    },
  };
}

function withoutToken(stored: StoredInvitation): Invitation {
  const { id, summit, role, group, code, createdAt, revokedAt } = stored;
  return {
    id,
    summit,
    role,
    code,
    createdAt,
    ...(group === undefined ? {} : { group }),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}
