import { describe, expect, test } from 'vitest';
import { createWorld, SMALL_PROGRAMME, smallSummit } from '../fixtures/world.ts';
import { createSummit } from './create-summit.ts';
import { invite, listInvitations, previewInvitation, revokeInvitation } from './invitations.ts';
import { accessOf, join, personOfInvitation, personOfSession } from './joining.ts';

describe('coming in', () => {
  test('a code and a name make a person, known again by the session', async () => {
    const { context, ...world } = createWorld();
    const { id, group } = await smallSummit({ context, ...world });
    const { code } = await invite(context, id, { role: 'participant', group }, 'operator');
    const { joined, sessionToken } = await join(context, { code, name: '  Ada   Lovelace ' }, undefined);
    expect(joined).toMatchObject({
      person: { name: 'Ada Lovelace', memberships: [{ role: 'participant', group }] },
      summit: { id },
      group,
    });
    expect(sessionToken).toMatch(/^[\w-]{43}$/);
    expect((await personOfSession(context, sessionToken!))?.id).toBe(joined.person.id);
    expect(await personOfSession(context, 'x'.repeat(43))).toBeUndefined();
  });

  test('a code is understood however it is typed, and a token works in its place', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { code, token } = await invite(world.context, id, { role: 'reader' }, 'operator');
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    const first = await join(world.context, { code: typed, name: 'Ada' }, undefined);
    const second = await join(world.context, { token, name: 'Grace' }, undefined);
    expect([first.joined.summit.id, second.joined.summit.id]).toEqual([id, id]);
  });

  test('a name that is taken is refused, whatever its case and accents', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { code } = await invite(world.context, id, { role: 'participant' }, 'operator');
    await join(world.context, { code, name: 'Élodie' }, undefined);
    await expect(join(world.context, { code, name: 'ELODIE' }, undefined)).rejects.toMatchObject({
      code: 'name-taken',
      params: { name: 'ELODIE' },
    });
  });

  test.each([
    ['', 'name-empty'],
    [' \u200B ', 'name-empty'],
    ['x'.repeat(61), 'name-too-long'],
    ['a\u0007b', 'name-characters'],
  ])('the name %j is answered with %s', async (name, code) => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const invitation = await invite(world.context, id, { role: 'participant' }, 'operator');
    const joining = join(world.context, { code: invitation.code, name }, undefined);
    await expect(joining).rejects.toMatchObject({ code });
    expect(await world.context.summits.people(id)).toEqual([]);
  });

  test.each(['', 'NOPE', 'ZZZZ-ZZZZ', 'a'.repeat(43), '<script>'])('the code %j is unknown', async (code) => {
    const world = createWorld();
    await smallSummit(world);
    await expect(join(world.context, { code, name: 'Ada' }, undefined)).rejects.toMatchObject({
      code: 'code-unknown',
    });
  });

  test('a second invitation adds its role to the same person and keeps name and session', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada');
    const { code } = await invite(world.context, id, { role: 'rapporteur', group }, 'operator');
    const again = await join(world.context, { code, name: 'Somebody else' }, ada);
    expect(again.sessionToken).toBeUndefined();
    expect(again.joined.person).toMatchObject({
      id: ada.id,
      name: 'Ada',
      memberships: [{ role: 'participant' }, { role: 'rapporteur', group }],
    });
    const stored = await world.context.summits.person(ada.id);
    const twice = await join(world.context, { code, name: '' }, stored);
    expect(twice.joined.person.memberships).toHaveLength(2);
    expect(await world.context.summits.people(id)).toHaveLength(1);
  });

  test('somebody from another summit becomes a new person here', async () => {
    const world = createWorld();
    const here = await smallSummit(world);
    const there = await createSummit(world.context, { programme: SMALL_PROGRAMME });
    const ada = await world.enter(here.id, 'organiser', 'Ada');
    const { code } = await invite(world.context, there.id, { role: 'reader' }, 'operator');
    const { joined, sessionToken } = await join(world.context, { code, name: 'Ada' }, ada);
    expect(joined.person.id).not.toBe(ada.id);
    expect(joined.person.memberships).toEqual([{ role: 'reader' }]);
    expect(sessionToken).toBeDefined();
  });

  test('twelve people have twelve colours', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const colours: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      colours.push((await world.enter(id, 'participant', `Person ${index}`)).colour);
    }
    expect(new Set(colours).size).toBe(12);
  });
});

describe('invitations', () => {
  test('only an organiser makes, sees and revokes them', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const rapporteur = await world.enter(id, 'rapporteur', 'Grace');
    const local = await world.enter(id, 'organiser', 'Local', group);
    for (const asker of [rapporteur, local]) {
      await expect(invite(world.context, id, { role: 'reader' }, asker)).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(listInvitations(world.context, id, asker)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(revokeInvitation(world.context, id, 'i1', asker)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const organiser = await world.enter(id, 'organiser', 'Ada');
    const made = await invite(world.context, id, { role: 'participant', group }, organiser);
    const { invitations } = await listInvitations(world.context, id, organiser);
    const listed = invitations.find((one) => one.id === made.id);
    expect(listed).toEqual({
      id: made.id,
      role: 'participant',
      group,
      code: made.code,
      url: made.url,
      createdAt: '2016-10-12T07:00:00.000Z',
      revoked: false,
    });
    expect(JSON.stringify(invitations)).not.toContain(made.token);
  });

  test('an organiser of another summit is nobody here', async () => {
    const world = createWorld();
    const here = await smallSummit(world);
    const there = await createSummit(world.context, { programme: SMALL_PROGRAMME });
    const stranger = await world.enter(there.id, 'organiser', 'Ada');
    await expect(invite(world.context, here.id, { role: 'reader' }, stranger)).rejects.toMatchObject({
      code: 'session-missing',
    });
    expect((await accessOf(world.context, stranger, here.group))?.access).toBe('none');
  });

  test('a revoked one says so, to people and to programs', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { id: invitation, code, token } = await invite(world.context, id, { role: 'reader' }, 'operator');
    const program = await personOfInvitation(world.context, token);
    const cut: unknown[] = [];
    const rooms = { ...world.context.rooms, disconnect: (...call: unknown[]) => cut.push(call) };
    await revokeInvitation({ ...world.context, rooms }, id, invitation, 'operator');
    expect(cut).toEqual([[program?.id, 4401]]);
    await expect(join(world.context, { code, name: 'Ada' }, undefined)).rejects.toMatchObject({
      code: 'invitation-revoked',
    });
    await expect(previewInvitation(world.context, token, undefined, 'fr')).rejects.toMatchObject({
      code: 'invitation-revoked',
    });
    expect(await personOfInvitation(world.context, token)).toBeUndefined();
    await expect(revokeInvitation(world.context, id, 'unknown', 'operator')).rejects.toMatchObject({
      code: 'invitation-unknown',
    });
  });

  test('a group that does not exist cannot be invited to', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const wanted = { role: 'participant', group: 'gnowhere' } as const;
    await expect(invite(world.context, id, wanted, 'operator')).rejects.toMatchObject({
      code: 'group-unknown',
    });
  });

  test('the preview says where it leads, and who one already is there', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada');
    const { code } = await invite(world.context, id, { role: 'rapporteur', group }, 'operator');
    expect(await previewInvitation(world.context, code, ada, 'en')).toMatchObject({
      summit: { slug: 'petit-sommet', whenAndWhere: 'Lyon, 12–13 October 2016', lang: 'fr' },
      role: 'rapporteur',
      group: { id: group, title: 'Mesurer' },
      me: { id: ada.id },
    });
    expect(await previewInvitation(world.context, code, undefined, 'fr')).not.toHaveProperty('me');
  });
});

describe('a program with an invitation’s token', () => {
  test('is one person, however often and however many at once it asks', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const { token } = await invite(world.context, id, { role: 'participant', group }, 'operator');
    const people = await Promise.all([1, 2, 3].map(() => personOfInvitation(world.context, token)));
    expect(new Set(people.map((person) => person?.id)).size).toBe(1);
    expect(await world.context.summits.people(id)).toHaveLength(1);
    expect((await accessOf(world.context, people[0]!, group))?.access).toBe('write');
    expect(await accessOf(world.context, people[0]!, 'gnowhere')).toBeUndefined();
  });

  test('a code is no token', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { code } = await invite(world.context, id, { role: 'participant' }, 'operator');
    expect(await personOfInvitation(world.context, code)).toBeUndefined();
  });
});
