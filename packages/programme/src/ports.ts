import type { Group, Invitation, Membership, Person, Summit } from './model.ts';
import type { StoredPlan } from './report-plan.ts';

/** A new group document: its group and the update that seeds it, stored as row 1 of its log. */
export interface SeededGroup {
  readonly group: Group;
  /** Yjs V1 update. */
  readonly seed: Uint8Array;
}

/** An invitation as it is stored: the bearer token only as its SHA-256, hexadecimal. */
export interface StoredInvitation extends Invitation {
  readonly tokenHash: string;
}

export interface BrowserSession {
  /** SHA-256 of the cookie's token, hexadecimal. */
  readonly tokenHash: string;
  readonly person: string;
  readonly createdAt: number;
}

/**
 * Where summits, people and invitations live. Every method is one transaction, durable when its promise
 * resolves; a rejected promise has changed nothing.
 */
export interface SummitStore {
  /** Stores the summit, its seeded documents and its first invitations together, or nothing. Throws `SlugTaken`. */
  createSummit(
    summit: Summit,
    seeds: readonly SeededGroup[],
    invitations: readonly StoredInvitation[],
    at: number,
  ): Promise<void>;
  /** Adds one group with its seeded document to a summit. */
  addGroup(summit: string, added: SeededGroup, at: number): Promise<void>;
  summits(): Promise<readonly Summit[]>;
  /** By id or slug. */
  summit(idOrSlug: string): Promise<Summit | undefined>;
  /** The summit that holds a group. */
  summitOfGroup(group: string): Promise<Summit | undefined>;

  /** How the report of a summit is put together; undefined where nobody decided anything. */
  reportPlan(summit: string): Promise<StoredPlan | undefined>;
  /** Keeps the plan in place of the one before it. `stale` unless its version is the kept one's and one. */
  saveReportPlan(summit: string, plan: StoredPlan): Promise<'saved' | 'stale'>;

  addInvitation(invitation: StoredInvitation): Promise<void>;
  invitations(summit: string): Promise<readonly Invitation[]>;
  /** Revoked ones are found too: the caller says which of the two it met. */
  invitationByCode(code: string): Promise<Invitation | undefined>;
  invitationByTokenHash(hash: string): Promise<Invitation | undefined>;
  /** False when there is no such invitation in that summit. */
  revokeInvitation(summit: string, id: string, at: number): Promise<boolean>;

  /** Stores a person, with a session when a browser joined. Refuses a name already used in the summit (case and accents folded). */
  addPerson(person: Person, session: BrowserSession | undefined): Promise<'added' | 'name-taken'>;
  addMembership(person: string, membership: Membership): Promise<void>;
  person(id: string): Promise<Person | undefined>;
  personBySession(tokenHash: string): Promise<Person | undefined>;
  people(summit: string): Promise<readonly Person[]>;
}

/** The slug of a new summit is in use; the caller picks another. */
export class SlugTaken extends Error {
  override readonly name = 'SlugTaken';
}
