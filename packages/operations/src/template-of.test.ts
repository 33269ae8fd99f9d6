import { createHash } from 'node:crypto';
import type { Summit } from '@plenary/programme';
import { frontTemplates, sessionKinds } from '@plenary/programme/templates';
import { expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import type { Context } from './context.ts';
import { compileSummit } from './reporting.ts';
import { templateOf } from './template-of.ts';

/** A summit as it was stored before summits kept their kinds, with what a group wrote under its first heading. */
async function olderSummit() {
  const world = createWorld();
  const { id, group } = await smallSummit(world);
  await world.write(group, 'system:import', 'Ce que nous avons trouvé.');
  const stored = await world.context.summits.summit(id);
  if (stored === undefined) throw new Error('the summit is gone');
  const { kinds: _kinds, ...older } = stored;
  const summits = { ...world.context.summits, summit: async (): Promise<Summit> => Promise.resolve(older) };
  return { older, stored, context: { ...world.context, summits }, world };
}

const askedOf = (summit: Summit) =>
  [...(summit.front ?? []), ...summit.groups].flatMap((document) => templateOf(summit, document).parts);

test('a summit that was made before parts had limits has the same parts, and none of the limits', async () => {
  const { older, stored } = await olderSummit();
  expect(askedOf(stored).some(({ words }) => words !== undefined)).toBe(true);
  expect(askedOf(stored).some(({ required }) => required === true)).toBe(true);
  expect(askedOf(older).filter((part) => 'words' in part || 'required' in part)).toEqual([]);
  const told = ({ id, heading, prompt, expects }: ReturnType<typeof askedOf>[0]) => ({
    id,
    heading,
    prompt,
    expects,
  });
  expect(askedOf(older).map(told)).toEqual(askedOf(stored).map(told));
});

test('its report has no notes about parts that nobody had to fill', async () => {
  const { context, older, world } = await olderSummit();
  const rulesOf = async (from: Context) =>
    (await compileSummit(from, older.id, 'fr')).report.diagnostics.map(({ rule }) => rule);
  expect(await rulesOf(world.context)).toContain('required-part-empty');
  expect(await rulesOf(context)).not.toContain('required-part-empty');
});

test('headings and prompts are those that summits without kinds were made with', () => {
  const templates = [...sessionKinds, ...Object.values(frontTemplates)].map(({ id, template }) => ({
    id,
    parts: Object.values(template).map(({ parts }) =>
      parts.map(({ words: _words, required: _required, ...part }) => part),
    ),
  }));
  // When this fails, store the kinds as they were for summits that keep none, then let them go.
  expect(createHash('sha256').update(JSON.stringify(templates)).digest('hex')).toBe(
    '6be15b9768fe95992e2c1f8f1b31344926a2f7afaec22fd65a940f7f2f6b33b4',
  );
});
