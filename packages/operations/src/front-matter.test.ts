import { frontId } from '@plenary/programme';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { withFront } from './front-matter.ts';
import { accessOf } from './joining.ts';
import { viewSection } from './section-view.ts';
import { signOff } from './sign-off.ts';
import { listGroups, viewGroup, viewSummit } from './views.ts';

describe('what stands before the sections', () => {
  test('is there from the beginning, and among no groups', async () => {
    const world = createWorld();
    const { id, groups } = await smallSummit(world);
    const ada = await world.enter(id, 'organiser', 'Ada');
    const listed = await listGroups(world.context, id, ada, 'fr');
    expect(listed.groups).toHaveLength(groups);
    const { days } = await viewSummit(world.context, id, ada, 'fr');
    const shown = days.flatMap(({ sessions }) => sessions.flatMap((session) => session.groups));
    expect(shown.map(({ front }) => front)).toEqual(shown.map(() => undefined));
    const summit = await world.context.summits.summit(id);
    expect(summit?.front?.map(({ front }) => front)).toEqual(['editorial', 'summary']);
  });

  test('is opened like a group’s document, with its own sheet', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const ada = await world.enter(id, 'organiser', 'Ada');
    const page = await viewGroup(world.context, id, frontId(id, 'summary'), ada, 'fr');
    expect(page).toMatchObject({
      front: 'summary',
      title: 'L’essentiel',
      sessionKindLabel: 'Rapport',
      dayTitle: 'Lyon, du 12 au 13 octobre 2016',
      access: 'organise',
    });
    expect(page.parts.map(({ id: part }) => part)).toEqual(['in-short', 'findings', 'asks', 'commitments']);
  });

  test('is written by rapporteurs, and hidden from everybody else', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const editorial = frontId(id, 'editorial');
    const rapporteur = await world.enter(id, 'rapporteur', 'Ada', group);
    const participant = await world.enter(id, 'participant', 'Bob');
    expect(await accessOf(world.context, rapporteur, editorial)).toMatchObject({ access: 'write' });
    expect(await accessOf(world.context, participant, editorial)).toMatchObject({ access: 'none' });
    await expect(viewGroup(world.context, id, editorial, participant, 'fr')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('is read and signed by an organiser like a section', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const editorial = frontId(id, 'editorial');
    const ada = await world.enter(id, 'organiser', 'Ada');
    await world.write(editorial, ada.id, 'Merci à toutes et à tous');
    const section = await viewSection(world.context, id, editorial, ada, 'fr');
    expect(section.html).toContain('Merci à toutes et à tous');
    const signed = await signOff(world.context, id, editorial, 'newest', ada);
    expect(signed).toMatchObject({ state: 'signed', front: 'editorial' });
  });

  test('is made for a summit that is older than these documents, once', async () => {
    const world = createWorld();
    const { id } = await smallSummit(world);
    const { context } = world;
    const summit = await context.summits.summit(id);
    if (summit === undefined) throw new Error('there is no summit');
    const { front: _, ...old } = summit;
    await context.summits.createSummit({ ...old, id: 'old', slug: 'old', groups: [] }, [], [], 1);
    const kept = await context.summits.summit('old');
    if (kept === undefined) throw new Error('there is no old summit');
    const made = await Promise.all([withFront(context, kept), withFront(context, kept)]);
    for (const whole of made) {
      expect(whole.front?.map(({ id: document }) => document)).toEqual(['old-editorial', 'old-summary']);
    }
    expect(await withFront(context, made[0])).toBe(made[0]);
  });
});
