import {
  DEFAULT_PLAN,
  type Invitation,
  type Person,
  SlugTaken,
  type StoredInvitation,
  type Summit,
  type SummitStore,
} from '@plenary/programme';
import type { DocumentStore } from '@plenary/sync';
import { describe, expect, test } from 'vitest';

/** Both stores of one place, on trial. */
export interface StoresOnTrial {
  readonly documents: DocumentStore;
  readonly summits: SummitStore;
  close(): Promise<void>;
}

/** Runs the contract of `SummitStore` against a store. */
export function describeSummitStore(name: string, create: () => Promise<StoresOnTrial>): void {
  const withStores =
    (task: (summits: SummitStore, documents: DocumentStore) => Promise<void>) => async () => {
      const trial = await create();
      try {
        await task(trial.summits, trial.documents);
      } finally {
        await trial.close();
      }
    };
  const withSummit = (task: (summits: SummitStore, documents: DocumentStore) => Promise<void>) =>
    withStores(async (summits, documents) => {
      await summits.createSummit(SUMMIT, seedsOf(SUMMIT), [invitation('i1')], 1000);
      await task(summits, documents);
    });

  describe(`${name} is a summit store`, () => {
    test(
      'a summit is found by id and by slug, with its groups in order, and its documents begin with their seeds',
      withSummit(async (summits, documents) => {
        expect(await summits.summit('s1')).toEqual(SUMMIT);
        expect(await summits.summit('summit-2016')).toEqual(SUMMIT);
        expect(await summits.summits()).toEqual([SUMMIT]);
        expect(await summits.summitOfGroup('g2')).toEqual(SUMMIT);
        expect(await summits.summit('other')).toBeUndefined();
        expect(await summits.summitOfGroup('other')).toBeUndefined();
        const stored = await documents.load('g2');
        expect(stored?.head).toEqual({ document: 'g2', seq: 1, epoch: 1 });
        expect([...(stored?.tail[0]?.update ?? [])]).toEqual([2]);
        expect(stored?.tail[0]).toMatchObject({ author: 'system:seed', at: 1000 });
      }),
    );

    test(
      'a slug in use is refused, and nothing of the second summit is stored',
      withSummit(async (summits, documents) => {
        const second = { ...SUMMIT, id: 's2', groups: [group('g9')] };
        const attempt = summits.createSummit(second, seedsOf(second), [invitation('i2')], 2000);
        await expect(attempt).rejects.toBeInstanceOf(SlugTaken);
        expect(await summits.summits()).toHaveLength(1);
        expect(await documents.load('g9')).toBeUndefined();
        expect(await summits.invitationByCode('CODE-i2')).toBeUndefined();
      }),
    );

    test(
      'a summit whose document exists already is not stored in part',
      withSummit(async (summits) => {
        const second = { ...SUMMIT, id: 's2', slug: 'other', groups: [group('g9'), group('g1')] };
        await expect(summits.createSummit(second, seedsOf(second), [], 2000)).rejects.toThrow(/\S/u);
        expect(await summits.summit('s2')).toBeUndefined();
        expect(await summits.summitOfGroup('g9')).toBeUndefined();
      }),
    );

    test(
      'a summit with a group that has no seed is a mistake',
      withStores(async (summits) => {
        await expect(summits.createSummit(SUMMIT, [], [], 1000)).rejects.toThrow('no seed');
        expect(await summits.summits()).toEqual([]);
      }),
    );

    test(
      'a group can be added with its document, to a summit that exists',
      withSummit(async (summits, documents) => {
        await summits.addGroup('s1', { group: group('g3'), seed: Uint8Array.of(3) }, 2000);
        expect((await summits.summit('s1'))?.groups.map(({ id }) => id)).toEqual(['g1', 'g2', 'g3']);
        expect((await documents.head('g3'))?.seq).toBe(1);
        await expect(
          summits.addGroup('s1', { group: group('g3'), seed: Uint8Array.of(4) }, 3000),
        ).rejects.toThrow(/\S/u);
        await expect(
          summits.addGroup('s9', { group: group('g4'), seed: Uint8Array.of(4) }, 3000),
        ).rejects.toThrow(/\S/u);
        expect(await documents.head('g4')).toBeUndefined();
      }),
    );

    test(
      'what stands before the sections is kept beside the groups, and is none of them',
      withSummit(async (summits, documents) => {
        const editorial = { ...group('s1-editorial'), session: '', front: 'editorial' as const };
        await summits.addGroup('s1', { group: editorial, seed: Uint8Array.of(3) }, 2000);
        expect(await summits.summit('s1')).toEqual({ ...SUMMIT, front: [editorial] });
        expect(await summits.summitOfGroup('s1-editorial')).toEqual({ ...SUMMIT, front: [editorial] });
        expect((await documents.head('s1-editorial'))?.seq).toBe(1);
        const summary = { ...group('s2-summary'), session: '', front: 'summary' as const };
        const second: Summit = { ...SUMMIT, id: 's2', slug: 'other', groups: [], front: [summary] };
        await summits.createSummit(second, [{ group: summary, seed: Uint8Array.of(4) }], [], 2000);
        expect(await summits.summit('s2')).toEqual(second);
      }),
    );

    test(
      'the plan of a report is kept as it is, one version after the other',
      withSummit(async (summits) => {
        expect(await summits.reportPlan('s1')).toBeUndefined();
        const first = { plan: DEFAULT_PLAN, version: 1, by: 'p1', at: 1000 };
        expect(await summits.saveReportPlan('s1', { ...first, version: 2 })).toBe('stale');
        expect(await summits.saveReportPlan('s1', first)).toBe('saved');
        expect(await summits.reportPlan('s1')).toEqual(first);
        expect(await summits.saveReportPlan('s1', { ...first, by: 'p2' })).toBe('stale');
        expect(await summits.reportPlan('s1')).toEqual(first);
        const items = { order: ['g2', 'g1'], leftOut: ['g1'], titles: { g2: '« Deux »' } };
        const second = { plan: { ...DEFAULT_PLAN, groups: items }, version: 2, by: 'p2', at: 2000 };
        expect(await summits.saveReportPlan('s1', second)).toBe('saved');
        expect(await summits.reportPlan('s1')).toEqual(second);
      }),
    );

    test(
      'there is no plan for a summit that does not exist',
      withSummit(async (summits) => {
        const plan = { plan: DEFAULT_PLAN, version: 1, by: 'p1', at: 1000 };
        await expect(summits.saveReportPlan('s9', plan)).rejects.toThrow(/\S/u);
        expect(await summits.reportPlan('s9')).toBeUndefined();
      }),
    );

    test(
      'invitations are found by code and by token, and never give the token away',
      withSummit(async (summits) => {
        await summits.addInvitation(invitation('i2', { role: 'participant', group: 'g1' }));
        const expected: Invitation = {
          id: 'i2',
          summit: 's1',
          role: 'participant',
          group: 'g1',
          code: 'CODE-i2',
          createdAt: 1000,
        };
        expect(await summits.invitationByCode('CODE-i2')).toEqual(expected);
        expect(await summits.invitationByTokenHash('hash-i2')).toEqual(expected);
        expect((await summits.invitations('s1')).map(({ id }) => id)).toEqual(['i1', 'i2']);
        expect(await summits.invitations('s2')).toEqual([]);
        expect(await summits.invitationByCode('nothing')).toBeUndefined();
        expect(await summits.invitationByTokenHash('nothing')).toBeUndefined();
        await expect(summits.addInvitation({ ...invitation('i3'), code: 'CODE-i2' })).rejects.toThrow(/\S/u);
      }),
    );

    test(
      'a revoked invitation is still found, and says since when',
      withSummit(async (summits) => {
        expect(await summits.revokeInvitation('s1', 'i1', 5000)).toBe(true);
        expect((await summits.invitationByCode('CODE-i1'))?.revokedAt).toBe(5000);
        expect(await summits.revokeInvitation('s1', 'i1', 6000)).toBe(true);
        expect((await summits.invitationByCode('CODE-i1'))?.revokedAt).toBe(5000);
        expect(await summits.revokeInvitation('s2', 'i1', 6000)).toBe(false);
        expect(await summits.revokeInvitation('s1', 'i9', 6000)).toBe(false);
      }),
    );

    test(
      'a person is found by id and by session',
      withSummit(async (summits) => {
        const ann = person('p1', 'Ann');
        const session = { tokenHash: 'cookie', person: 'p1', createdAt: 1 };
        expect(await summits.addPerson(ann, session)).toBe('added');
        expect(await summits.addPerson(person('p2', 'Bob'), undefined)).toBe('added');
        expect(await summits.person('p1')).toEqual(ann);
        expect(await summits.personBySession('cookie')).toEqual(ann);
        expect(await summits.personBySession('other')).toBeUndefined();
        expect(await summits.person('p9')).toBeUndefined();
        expect((await summits.people('s1')).map(({ name: called }) => called)).toEqual(['Ann', 'Bob']);
      }),
    );

    test(
      'a name that looks the same is taken, within the summit only, and leaves no session',
      withSummit(async (summits) => {
        const other = { ...SUMMIT, id: 's2', slug: 'other', groups: [] };
        await summits.createSummit(other, [], [], 2000);
        await summits.addPerson(person('p1', 'Zoé Müller'), undefined);
        const session = { tokenHash: 'cookie', person: 'p2', createdAt: 1 };
        expect(await summits.addPerson(person('p2', 'ZOE  MULLER'), session)).toBe('name-taken');
        expect(await summits.personBySession('cookie')).toBeUndefined();
        expect(await summits.person('p2')).toBeUndefined();
        expect(await summits.addPerson({ ...person('p3', 'Zoé Müller'), summit: 's2' }, undefined)).toBe(
          'added',
        );
      }),
    );

    test(
      'a person can be given another role',
      withSummit(async (summits) => {
        await summits.addPerson(person('p1', 'Ann'), undefined);
        await summits.addMembership('p1', { role: 'rapporteur', group: 'g1' });
        expect((await summits.person('p1'))?.memberships).toEqual([
          { role: 'participant' },
          { role: 'rapporteur', group: 'g1' },
        ]);
        await expect(summits.addMembership('p9', { role: 'reader' })).rejects.toThrow(/\S/u);
      }),
    );
  });
}

function group(id: string): Summit['groups'][number] {
  return { id, session: 'session-1', title: `Groupe ${id}`, lang: 'fr' };
}

function seedsOf(summit: Summit): { readonly group: Summit['groups'][number]; readonly seed: Uint8Array }[] {
  return summit.groups.map((entry) => ({ group: entry, seed: Uint8Array.of(Number(entry.id.slice(1))) }));
}

function invitation(
  id: string,
  membership: Pick<Invitation, 'role' | 'group'> = { role: 'organiser' },
): StoredInvitation {
  return { id, summit: 's1', ...membership, code: `CODE-${id}`, tokenHash: `hash-${id}`, createdAt: 1000 };
}

function person(id: string, name: string): Person {
  return { id, summit: 's1', name, colour: 3, memberships: [{ role: 'participant' }] };
}

const SUMMIT: Summit = {
  id: 's1',
  slug: 'summit-2016',
  title: 'Premier sommet',
  themeQuestions: ['Pourquoi ?'],
  lang: 'fr',
  timezone: 'Europe/Paris',
  start: '2016-10-12',
  end: '2016-10-14',
  hosts: [],
  partners: [],
  places: [{ id: 'place-1', name: 'Paris' }],
  organisations: [],
  speakers: [],
  days: [{ date: '2016-10-12', sessions: ['session-1'] }],
  sessions: [],
  groups: [group('g1'), group('g2')],
};
