import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  BrowserSession,
  Group,
  Invitation,
  Membership,
  Person,
  StoredInvitation,
  Summit,
  SummitStore,
} from '@plenary/programme';
import { type SummitAlone, withDocuments, withoutDocuments } from '../summit-documents.ts';
import { insertDocument } from './document-log.ts';
import { createPlanTable } from './plan-table.ts';
import type { SyncForm } from './sync-form.ts';
import { inTransaction } from './transaction.ts';

type Row = Record<string, SQLOutputValue>;

/**
 * What the worker does for the summit store. It imports the programme's types alone: its code would be loaded a
 * second time, for one function, and make every start slower.
 */
export type SummitOperations = Omit<SyncForm<SummitStore>, 'addPerson'> & {
  /** `folded`: the name as `foldName` gives it. */
  addPerson(person: Person, session: BrowserSession | undefined, folded: string): 'added' | 'name-taken';
};

/** The summit store over one SQLite connection. Every method is one transaction. */
export function createSummitTables(db: DatabaseSync): SummitOperations {
  const summitById = db.prepare(
    'SELECT * FROM summit WHERE id = ?1 OR slug = ?1 ORDER BY id = ?1 DESC LIMIT 1',
  );
  const groups = db.prepare('SELECT data FROM summit_group WHERE summit = ? ORDER BY position');
  const insertGroup = db.prepare('INSERT INTO summit_group (id, summit, data) VALUES (?, ?, ?)');
  const insertInvitation = db.prepare(
    `INSERT INTO invitation (id, summit, role, grp, code, token_hash, created_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertMembership = db.prepare('INSERT INTO membership (person, role, grp) VALUES (?, ?, ?)');
  const memberships = db.prepare('SELECT role, grp FROM membership WHERE person = ? ORDER BY position');

  const summitOf = (row: Row): Summit => {
    // What `createSummit` stored: all but the documents.
    const alone = JSON.parse(String(row['data'])) as SummitAlone;
    return withDocuments(alone, groups.all(row['id'] ?? null).map(groupOf));
  };
  const personOf = (row: Row): Person => ({
    id: String(row['id']),
    summit: String(row['summit']),
    name: String(row['name']),
    colour: Number(row['colour']),
    memberships: memberships.all(row['id'] ?? null).map(membershipOf),
  });
  const onePerson = (row: Row | undefined) => (row === undefined ? undefined : personOf(row));
  const addInvitation = (invitation: StoredInvitation): void => {
    const { id, summit, role, group, code, tokenHash, createdAt, revokedAt } = invitation;
    insertInvitation.run(id, summit, role, group ?? null, code, tokenHash, createdAt, revokedAt ?? null);
  };
  const addGroup = (summit: string, group: Group, seed: Uint8Array, at: number): void => {
    insertDocument(db, group.id, seed, at);
    insertGroup.run(group.id, summit, JSON.stringify(group));
  };

  return {
    createSummit(summit, seeds, invitations, at) {
      const unseeded = summit.groups.find(({ id }) => !seeds.some(({ group }) => group.id === id));
      if (unseeded !== undefined) throw new Error(`Group ${unseeded.id} has no seed.`);
      inTransaction(db, () => {
        if (db.prepare('SELECT 1 FROM summit WHERE slug = ?').get(summit.slug) !== undefined) {
          throw new SlugInUse(`The address “${summit.slug}” is in use.`);
        }
        db.prepare('INSERT INTO summit (id, slug, at, data) VALUES (?, ?, ?, ?)').run(
          summit.id,
          summit.slug,
          at,
          JSON.stringify(withoutDocuments(summit)),
        );
        for (const { group, seed } of seeds) addGroup(summit.id, group, seed, at);
        for (const invitation of invitations) addInvitation(invitation);
      });
    },
    addGroup(summit, { group, seed }, at) {
      inTransaction(db, () => addGroup(summit, group, seed, at));
    },
    summits() {
      return db.prepare('SELECT * FROM summit ORDER BY at, rowid').all().map(summitOf);
    },
    summit(idOrSlug) {
      const row = summitById.get(idOrSlug);
      return row === undefined ? undefined : summitOf(row);
    },
    summitOfGroup(group) {
      const row = db
        .prepare(
          'SELECT summit.* FROM summit JOIN summit_group ON summit_group.summit = summit.id WHERE summit_group.id = ?',
        )
        .get(group);
      return row === undefined ? undefined : summitOf(row);
    },

    ...createPlanTable(db),

    addInvitation(invitation) {
      inTransaction(db, () => addInvitation(invitation));
    },
    invitations(summit) {
      return db
        .prepare('SELECT * FROM invitation WHERE summit = ? ORDER BY position')
        .all(summit)
        .map(invitationOf);
    },
    invitationByCode(code) {
      return oneInvitation(db.prepare('SELECT * FROM invitation WHERE code = ?').get(code));
    },
    invitationByTokenHash(hash) {
      return oneInvitation(db.prepare('SELECT * FROM invitation WHERE token_hash = ?').get(hash));
    },
    revokeInvitation(summit, id, at) {
      return inTransaction(db, () => {
        // The first revocation stands: its time says since when the invitation was void.
        const revoke = db.prepare(
          'UPDATE invitation SET revoked_at = coalesce(revoked_at, ?) WHERE summit = ? AND id = ?',
        );
        return revoke.run(at, summit, id).changes > 0;
      });
    },

    addPerson(person, session, folded) {
      return inTransaction(db, () => {
        const { id, summit, name, colour } = person;
        if (
          db.prepare('SELECT 1 FROM person WHERE summit = ? AND folded = ?').get(summit, folded) !== undefined
        ) {
          return 'name-taken';
        }
        db.prepare('INSERT INTO person (id, summit, name, folded, colour) VALUES (?, ?, ?, ?, ?)').run(
          id,
          summit,
          name,
          folded,
          colour,
        );
        for (const { role, group } of person.memberships) insertMembership.run(id, role, group ?? null);
        if (session !== undefined) {
          const insert = db.prepare(
            'INSERT INTO browser_session (token_hash, person, created_at) VALUES (?, ?, ?)',
          );
          insert.run(session.tokenHash, session.person, session.createdAt);
        }
        return 'added';
      });
    },
    addMembership(person, { role, group }) {
      inTransaction(db, () => insertMembership.run(person, role, group ?? null));
    },
    person(id) {
      return onePerson(db.prepare('SELECT * FROM person WHERE id = ?').get(id));
    },
    personBySession(tokenHash) {
      return onePerson(
        db
          .prepare(
            'SELECT person.* FROM person JOIN browser_session ON browser_session.person = person.id WHERE token_hash = ?',
          )
          .get(tokenHash),
      );
    },
    people(summit) {
      return db.prepare('SELECT * FROM person WHERE summit = ? ORDER BY position').all(summit).map(personOf);
    },
  };
}

/** Becomes the port's `SlugTaken` on the other side: classes do not cross threads, names do. */
class SlugInUse extends Error {
  override readonly name = 'SlugTaken';
}

function oneInvitation(row: Row | undefined): Invitation | undefined {
  return row === undefined ? undefined : invitationOf(row);
}

function groupOf(row: Row): Group {
  // The column holds what a `Group` was when `addGroup` stored it.
  return JSON.parse(String(row['data'])) as Group;
}

function membershipOf(row: Row): Membership {
  // The column holds what a `Membership` held when it was stored.
  const role = String(row['role']) as Membership['role'];
  return row['grp'] === null ? { role } : { role, group: String(row['grp']) };
}

function invitationOf(row: Row): Invitation {
  return {
    ...membershipOf(row),
    id: String(row['id']),
    summit: String(row['summit']),
    code: String(row['code']),
    createdAt: Number(row['created_at']),
    ...(row['revoked_at'] === null ? {} : { revokedAt: Number(row['revoked_at']) }),
  };
}
