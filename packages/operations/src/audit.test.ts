import { blocks } from '@plenary/blocks';
import { appendBlocks, newBlockId, type DocNode } from '@plenary/document';
import { em, h, HARD_TEXT, li, outcome, p, quote, strong, table, ul } from '@plenary/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { exportSummit, formatIds } from './reporting.ts';

const WORDS = [
  'oui',
  'Mesurer',
  'La Fabrique',
  'Constats',
  'Global Pro Bono Network',
  'Que mesurer ?',
  'a|b',
  '1. un',
];
const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...Object.values(HARD_TEXT)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);

const leaf = fc.oneof(
  text.map((words) => p(words)),
  fc.tuple(text, text, text).map(([one, two, three]) => p(one, strong(two), em(three))),
  fc.tuple(fc.constantFrom(1, 2, 3), text).map(([level, words]) => h(level, words)),
);
const block = fc.oneof(
  leaf,
  fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => ul(...items.map((item) => li(item)))),
  text.map((words) => quote(words)),
  fc.array(text, { minLength: 2, maxLength: 2 }).map((cells) => table(cells, cells.toReversed())),
  fc
    .tuple(fc.constantFrom(...Object.keys(blocks)), text, text)
    .map(([kind, words, picked]) => outcome(kind, { to: picked, owner: picked, due: picked }, p(words))),
);

// A PDF takes as long as all the others, so there are fewer of them; the other one is written and read in the same way.
const PDF = ['pdf'];
const OTHERS = formatIds.filter((id) => !id.startsWith('pdf'));

test.each([
  [OTHERS, { numRuns: 30 }],
  // What the engine cannot do yet is in its README; the soak of the benchmark looks for more of it.
  [PDF, { numRuns: 4, seed: 20161013 }],
] as const)('whatever groups write, %s hold all of it', { timeout: 120_000 }, async (formats, options) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(block, { maxLength: 6 }), { minLength: 3, maxLength: 3 }),
      async (texts) => {
        const world = createWorld();
        const { id } = await smallSummit(world);
        const summit = await world.context.summits.summit(id);
        for (const [index, { id: group }] of summit!.groups.entries()) {
          const nodes = (texts[index] ?? []).map((node) => named(node, world.context.random));
          await world.context.rooms.edit(group, 'system:import', (doc) => appendBlocks(doc, nodes, blocks));
        }
        for (const format of formats) {
          expect((await exportSummit(world.context, id, { format }, 'operator')).file).not.toHaveLength(0);
        }
      },
    ),
    options,
  );
});

/** An outcome as an editor leaves it: with an id, and only the attributes its kind has. */
function named(node: DocNode, random: (length: number) => Uint8Array): DocNode {
  if (!Object.hasOwn(blocks, node.type)) return node;
  const fields = Object.keys(blocks.action.words.fr.fields);
  const own =
    node.type === blocks.action.kind ? fields : node.type === blocks.recommendation.kind ? ['to'] : [];
  const picked = Object.fromEntries(Object.entries(node.attrs ?? {}).filter(([name]) => own.includes(name)));
  return { ...node, attrs: { ...picked, id: newBlockId(random) } };
}
