import { describe, expect, test } from 'vitest';
import * as protocol from '@plenary/protocol';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { listGroups, listSummits, viewGroup, viewSummit } from './views.ts';
import { viewSection } from './section-view.ts';

describe('what people see', () => {
  test('anyone sees which summits there are; who joined sees which are theirs', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const ada = await world.enter(id, 'reader', 'Ada');
    const unknown = await listSummits(world.context, undefined, 'fr');
    expect(unknown.summits).toEqual([
      {
        id,
        slug: 'petit-sommet',
        title: 'Petit sommet',
        whenAndWhere: 'Lyon, du 12 au 13 octobre 2016',
        joined: false,
      },
    ]);
    for (const askers of [ada, [ada]]) {
      expect((await listSummits(world.context, askers, 'fr')).summits[0]?.joined).toBe(true);
    }
  });

  test('a member sees the programme by day, in the asker’s language', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada', group);
    const view = await viewSummit(world.context, 'petit-sommet', ada, 'en');
    expect(protocol.summitView.parse(view)).toEqual(view);
    expect(view.days.map(({ title }) => title)).toEqual([
      'Wednesday 12 October 2016',
      'Thursday 13 October 2016',
    ]);
    const [visits] = view.days[0]!.sessions;
    expect(visits?.groups.map(({ title, access }) => [title, access])).toEqual([
      ['L’Atelier', 'read'],
      ['La Fabrique', 'read'],
    ]);
    expect(view.days[1]!.sessions[0]).toMatchObject({
      kindLabel: 'Working group',
      question: 'Que mesurer ?',
      groups: [{ id: group, access: 'write' }],
    });
  });

  test('a group’s page holds all it needs, its prompts in the group’s own language', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada');
    const view = await viewGroup(world.context, id, group, ada, 'en');
    expect(protocol.groupDetail.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      sessionKindLabel: 'Working group',
      dayTitle: 'Thursday 13 October 2016',
      question: 'Que mesurer ?',
      knownNames: ['L’Atelier', 'La Fabrique'],
    });
    expect(view.parts[0]).toMatchObject({ id: 'insights', heading: 'Constats', expects: ['insight'] });
  });

  test('a group counts as written in once somebody wrote', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'participant', 'Ada');
    await world.write(group, ada.id, 'Bonjour');
    const { groups } = await listGroups(world.context, id, ada, 'fr');
    expect(groups.map(({ state }) => state)).toEqual(['empty', 'empty', 'open']);
  });

  test('strangers and unknown places are told apart', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const stranger = {
      id: 'p0',
      summit: 's0',
      name: 'X',
      colour: 0,
      memberships: [{ role: 'organiser' }],
    } as const;
    const refused = { code: 'session-missing' };
    await expect(viewSummit(world.context, id, stranger, 'fr')).rejects.toMatchObject(refused);
    await expect(listGroups(world.context, id, stranger, 'fr')).rejects.toMatchObject(refused);
    await expect(viewGroup(world.context, id, 'g0', stranger, 'fr')).rejects.toMatchObject(refused);
    const ada = await world.enter(id, 'reader', 'Ada');
    await expect(viewGroup(world.context, id, 'g0', ada, 'fr')).rejects.toMatchObject({
      code: 'group-unknown',
    });
    await expect(viewSummit(world.context, 'nowhere', ada, 'fr')).rejects.toMatchObject({
      code: 'summit-unknown',
    });
  });
});

describe('the section a rapporteur reads', () => {
  test('is the version that would be signed, as the report prints it', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'rapporteur', 'Ada', group);
    await world.write(group, ada.id, 'Trois mots ici');
    await world.write(group, 'system:import', 'encore');
    const view = await viewSection(world.context, id, group, ada, 'fr');
    expect(protocol.sectionView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ seq: 3, contributors: ['Ada'] });
    expect(view.html).toContain('Trois mots ici');
    expect(view.html).toContain('Que mesurer');
    expect(view.html).not.toContain('Fabrique');
  });
});
