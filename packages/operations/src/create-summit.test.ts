import { readState } from '@plenary/document';
import { sample2016, sample2016Text } from '@plenary/programme/samples';
import { sessionKind } from '@plenary/programme/templates';
import { describe, expect, test } from 'vitest';
import { createWorld, SMALL_PROGRAMME, smallSummit } from '../fixtures/world.ts';
import { addGroup, createSummit } from './create-summit.ts';
import { listGroups } from './views.ts';

describe('a summit from a programme file', () => {
  test('the programme of 2016 gives 27 groups, each seeded once as update 1', async () => {
    const { context } = createWorld();
    const created = await createSummit(context, { programme: sample2016Text('fr') });
    expect(created).toMatchObject({ slug: 'european-pro-bono-summit-2016', groups: 27 });
    const { groups } = await listGroups(context, created.id, 'operator', 'fr');
    expect(groups).toHaveLength(27);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(27);
    for (const group of groups) {
      expect(group).toMatchObject({ seq: 1, epoch: expect.any(Number), state: 'empty', present: 0 });
      expect(group.id).toMatch(/^g[0-9a-z]{12}$/);
    }
  });

  test('a summit a hundred times its size is made as well', { timeout: 60_000 }, async () => {
    const { context } = createWorld();
    const one = sample2016('fr');
    const all = Array.from({ length: 100 }, (_, copy) =>
      one.sessions.map((session) => ({ ...session, id: `${session.id}-${copy}` })),
    ).flat();
    const { title, start, end } = one;
    const programme = JSON.stringify({
      version: '1.0',
      lang: 'fr',
      event: { title, start, end },
      organisations: one.organisations,
      people: one.speakers,
      places: one.places,
      days: one.days.map(({ date }) => ({
        date,
        sessions: all.filter((session) => session.date === date).map(({ id }) => id),
      })),
      sessions: all,
    });
    const { id, groups } = await createSummit(context, { programme });
    expect(groups).toBe(2700);
    const listed = await listGroups(context, id, 'operator', 'fr');
    expect(new Set(listed.groups.map(({ seq }) => seq))).toEqual(new Set([1]));
  });

  test('each document starts with the headings of its kind, which know their part', async () => {
    const world = createWorld();
    const { group } = await smallSummit(world);
    const content = readState((await world.context.rooms.read(group)).state).content ?? [];
    const headings = content.filter(({ type }) => type === 'heading');
    expect(headings.map(({ attrs }) => attrs?.['part'])).toEqual([
      'insights',
      'good-practices',
      'recommendations',
      'actions',
      'open-questions',
    ]);
  });

  test('[PG73] a summit keeps its templates; a group added later begins with them', async () => {
    const { context } = createWorld();
    const file = JSON.parse(SMALL_PROGRAMME);
    const parts = [{ id: 'key-issues', heading: 'Trois enjeux', words: 75, required: true }];
    const changed = { ...file, kinds: [{ id: 'working-group', label: 'Groupe', parts }] };
    const { id } = await createSummit(context, { programme: JSON.stringify(changed) });
    const added = await addGroup(context, id, { session: 'wg', title: 'Encore' }, 'operator');
    const content = readState((await context.rooms.read(added.id)).state).content ?? [];
    expect(content[0]).toMatchObject({ attrs: { part: 'key-issues' }, content: [{ text: 'Trois enjeux' }] });
    const stored = await context.summits.summit(id);
    expect(stored?.kinds?.map((kind) => kind.id)).toEqual(['working-group', 'field-visits']);
    expect(stored?.kinds?.[1]).toEqual(sessionKind('field-visits'));
  });

  test('[PG72] an outcome that does not exist is told with its line', async () => {
    const { context } = createWorld();
    const file = JSON.parse(SMALL_PROGRAMME);
    const parts = [{ id: 'a', heading: 'A', expects: ['miracle'] }];
    const changed = { ...file, kinds: [{ id: 'issues', parts }] };
    await expect(
      createSummit(context, { programme: JSON.stringify(changed, null, 1), wordsIn: 'en' }),
    ).rejects.toMatchObject({
      code: 'programme-invalid',
      params: { reason: expect.stringMatching(/^Line \d+, kinds\[0\].*“miracle” is not a kind of outcome/u) },
    });
  });

  test('the organiser’s invitation opens the whole summit', async () => {
    const { context } = createWorld();
    const { id, organiser } = await createSummit(context, { programme: SMALL_PROGRAMME });
    expect(organiser.url).toBe(`https://summit.example/join/${organiser.code}`);
    expect(await context.summits.invitationByCode(organiser.code)).toMatchObject({
      summit: id,
      role: 'organiser',
    });
    expect(organiser.token).toMatch(/^[\w-]{43}$/);
  });

  test('the same file twice is two summits under two addresses', async () => {
    const { context } = createWorld();
    const first = await createSummit(context, { programme: SMALL_PROGRAMME });
    const second = await createSummit(context, { programme: SMALL_PROGRAMME });
    expect([first.slug, second.slug]).toEqual(['petit-sommet', 'petit-sommet-2']);
    expect(await context.summits.summits()).toHaveLength(2);
  });

  test('a language that is asked for overrules the file’s', async () => {
    const { context } = createWorld();
    const { id } = await createSummit(context, { programme: SMALL_PROGRAMME, lang: 'en' });
    const summit = await context.summits.summit(id);
    expect(summit?.lang).toBe('en');
    expect(new Set(summit?.groups.map(({ lang }) => lang))).toEqual(new Set(['en']));
  });

  test('a broken file is answered with every problem and its line, and leaves nothing', async () => {
    const { context } = createWorld();
    const programme = SMALL_PROGRAMME.replace('"working-group"', '"tea-party"').replace(
      '2016-10-13","title"',
      '2017-10-13","title"',
    );
    await expect(createSummit(context, { programme, wordsIn: 'en' })).rejects.toMatchObject({
      code: 'programme-invalid',
      params: { reason: expect.stringMatching(/line 1.*tea-party/is) },
    });
    expect(await context.summits.summits()).toEqual([]);
  });

  test.each(['', '{', 'null', '[]', '\u0000', '{"event":{}}'])('%j is no programme', async (programme) => {
    const { context } = createWorld();
    await expect(createSummit(context, { programme })).rejects.toMatchObject({ code: 'programme-invalid' });
  });
});

describe('one more group', () => {
  test('an organiser adds a table to a session', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const organiser = await world.enter(id, 'organiser', 'Ada');
    const added = await addGroup(
      world.context,
      id,
      { session: 'visits', title: ' Une troisième ' },
      organiser,
    );
    expect(added).toMatchObject({ session: 'visits', title: 'Une troisième', seq: 1, state: 'empty' });
    const { groups } = await listGroups(world.context, id, 'operator', 'fr');
    expect(groups).toHaveLength(4);
  });

  test('nobody else may, and a session must exist', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const rapporteur = await world.enter(id, 'rapporteur', 'Grace');
    const wanted = { session: 'visits', title: 'X' };
    await expect(addGroup(world.context, id, wanted, rapporteur)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const nowhere = { session: 'nowhere', title: 'X' };
    await expect(addGroup(world.context, id, nowhere, 'operator')).rejects.toMatchObject({
      code: 'session-unknown',
    });
  });
});
