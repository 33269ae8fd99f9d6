import { appendBlocks, type DocNode } from '@plenary/document';
import { p } from '@plenary/testing';
import { mergeList } from '@plenary/protocol';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit, type World } from '../fixtures/world.ts';
import { decideMerge, listMerges } from './merging.ts';
import { changePlan, readPlan } from './report-plan.ts';
import { compileSummit, exportSummit } from './reporting.ts';

const recommendation = (id: string, words: string): DocNode => ({
  type: 'recommendation',
  attrs: { id },
  content: [p(words)],
});

/** The small summit, in which two hosts were told nearly the same. */
async function twoThatAgree(world: World): Promise<string> {
  const { id } = await smallSummit(world);
  const summit = await world.context.summits.summit(id);
  const [first, second] = summit?.groups ?? [];
  const write = async (group: string | undefined, node: DocNode): Promise<unknown> =>
    world.context.rooms.edit(group ?? '', 'system:import', (document) =>
      appendBlocks(document, [node], world.context.blocks),
    );
  await write(first?.id, recommendation('r1', 'Nommer dans chaque entreprise une personne référente'));
  await write(second?.id, recommendation('r2', 'Chaque entreprise nomme une personne référente'));
  return id;
}

describe('outcomes that nearly say the same', () => {
  test('are proposed, merged by an organiser, and one entry of an audited report', async () => {
    const world = createWorld();
    const id = await twoThatAgree(world);
    const ada = await world.enter(id, 'organiser', 'Ada');
    const list = await listMerges(world.context, id, ada, 'fr');
    expect(mergeList.parse(list)).toEqual(list);
    const [proposal] = list.proposals;
    if (proposal === undefined) throw new Error('nothing was proposed');
    expect(proposal).toMatchObject({ kindLabel: 'Recommandation', decision: 'open' });
    expect(proposal.sides.map(({ title }) => title)).toEqual(['L’Atelier', 'La Fabrique']);
    const [one, other] = proposal.sides;
    const answer = { outcomes: [one.outcome, other.outcome], hashes: [one.hash, other.hash] } as const;
    const decided = await decideMerge(world.context, id, { ...answer, decision: 'merge' }, ada, 'fr');
    expect(decided).toMatchObject({ version: 1, proposals: [{ decision: 'merge' }] });
    const { file } = await exportSummit(world.context, id, { format: 'md', lang: 'fr' }, ada);
    expect(String(file)).toContain('Dans les mots de La Fabrique');
    const { report } = await compileSummit(world.context, id, 'fr');
    expect(report.outcomes).toHaveLength(2);
    const open = await decideMerge(world.context, id, { ...answer, decision: 'open' }, ada, 'fr');
    expect(open).toMatchObject({ version: 2, proposals: [{ decision: 'open' }] });
  });

  test('are not merged when they say something else by now', async () => {
    const world = createWorld();
    const id = await twoThatAgree(world);
    const hashes = ['0'.repeat(64), '1'.repeat(64)] as const;
    const answer = { outcomes: ['r1', 'r2'], hashes, decision: 'merge' } as const;
    await expect(decideMerge(world.context, id, answer, 'operator', 'fr')).rejects.toMatchObject({
      code: 'outcome-moved-on',
    });
    expect(await world.context.summits.reportPlan(id)).toBeUndefined();
  });

  test('two answers at once both count, and neither undoes a change of the plan', async () => {
    const world = createWorld();
    const id = await twoThatAgree(world);
    const { plan } = await readPlan(world.context, id, 'operator', 'fr');
    await changePlan(
      world.context,
      id,
      { version: 0, plan: { ...plan, arrangement: 'themes' } },
      'operator',
      'fr',
    );
    const [proposal] = (await listMerges(world.context, id, 'operator', 'fr')).proposals;
    if (proposal === undefined) throw new Error('nothing was proposed');
    const [one, other] = proposal.sides;
    const answer = { outcomes: [one.outcome, other.outcome], hashes: [one.hash, other.hash] } as const;
    await Promise.all([
      decideMerge(world.context, id, { ...answer, decision: 'separate' }, 'operator', 'fr'),
      decideMerge(world.context, id, { ...answer, decision: 'separate' }, 'operator', 'fr'),
    ]);
    const stored = await world.context.summits.reportPlan(id);
    expect(stored).toMatchObject({
      version: 3,
      plan: { arrangement: 'themes', merges: [{ decision: 'separate' }] },
    });
  });

  test('are seen by rapporteurs and decided by organisers', async () => {
    const world = createWorld();
    const id = await twoThatAgree(world);
    const rapporteur = await world.enter(id, 'rapporteur', 'Ada');
    const participant = await world.enter(id, 'participant', 'Bob');
    await expect(listMerges(world.context, id, rapporteur, 'fr')).resolves.toMatchObject({ version: 0 });
    await expect(listMerges(world.context, id, participant, 'fr')).rejects.toMatchObject({
      code: 'forbidden',
    });
    const hashes = ['0'.repeat(64), '1'.repeat(64)] as const;
    const answer = { outcomes: ['r1', 'r2'], hashes, decision: 'open' } as const;
    await expect(decideMerge(world.context, id, answer, rapporteur, 'fr')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
