import { DEFAULT_PLAN } from '@plenary/programme';
import { planView, reportPlan } from '@plenary/protocol';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { changePlan, readPlan } from './report-plan.ts';

describe('the plan of a report', () => {
  test('names all that it can be about', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'organiser', 'Ada');
    const view = await readPlan(world.context, id, ada, 'fr');
    expect(planView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ version: 0, plan: DEFAULT_PLAN });
    expect(view.sessions.map(({ id: session, kindLabel }) => [session, kindLabel])).toEqual([
      ['visits', 'Visites de terrain'],
      ['wg', 'Groupe de travail'],
    ]);
    expect(view.sessions[1]?.groups).toEqual([{ id: group, title: 'Mesurer' }]);
    expect(view.chapters.find(({ kind }) => kind === 'action')?.fields).toEqual([
      { field: 'owner', label: 'Responsable' },
      { field: 'due', label: 'Échéance' },
    ]);
    expect(view.front.map(({ front, title, state }) => [front, title, state])).toEqual([
      ['editorial', 'Éditorial', 'empty'],
      ['summary', 'L’essentiel', 'empty'],
    ]);
  });

  test('changes from the newest version only', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const ada = await world.enter(id, 'organiser', 'Ada');
    const plan = { ...DEFAULT_PLAN, groups: { order: [], leftOut: [group], titles: {} } };
    const change = { version: 0, plan: reportPlan.parse(plan) };
    const changed = await changePlan(world.context, id, change, ada, 'fr');
    expect(changed).toMatchObject({ version: 1, plan: { groups: { leftOut: [group] } } });
    await expect(changePlan(world.context, id, change, ada, 'fr')).rejects.toMatchObject({
      code: 'plan-moved-on',
    });
    const stored = await world.context.summits.reportPlan(id);
    expect(stored).toMatchObject({ version: 1, by: ada.id });
  });

  test('is read by rapporteurs and changed by organisers', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const change = { version: 0, plan: reportPlan.parse(DEFAULT_PLAN) };
    const rapporteur = await world.enter(id, 'rapporteur', 'Ada', group);
    await expect(readPlan(world.context, id, rapporteur, 'fr')).resolves.toMatchObject({ version: 0 });
    await expect(changePlan(world.context, id, change, rapporteur, 'fr')).rejects.toMatchObject({
      code: 'forbidden',
    });
    const participant = await world.enter(id, 'participant', 'Bob');
    await expect(readPlan(world.context, id, participant, 'fr')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
