import {
  type DocNode,
  type OutcomeBlock,
  collectOutcomes,
  contentHash,
  documentSchema,
  readState,
  seedUpdate,
} from '@plenary/document';
import { toText } from '@plenary/report-ast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf, pickedOn } from './frame/outcome-node.ts';
import { blocks, isKind } from './registry.ts';

/** What people pick, and words that stand for nothing. */
const PICKED = [
  'Ada',
  '2016-10-01',
  'planned',
  'dropped',
  'guide',
  'other',
  'https://example.org/a?b=c',
  'paused',
  '14 octobre 2016',
];

describe.each(Object.entries(blocks))('%s', (kind, block) => {
  test('has one name everywhere', () => {
    expect(block.kind).toBe(kind);
    expect(block.node.name).toBe(kind);
    expect(isKind(kind)).toBe(true);
  });

  test('has all its words in both languages', () => {
    const { fr, en } = block.words;
    expect(Object.keys(fr.fields)).toEqual(Object.keys(en.fields));
    for (const words of [fr, en]) {
      for (const text of [words.label, words.plural, words.placeholder, ...Object.values(words.fields)]) {
        expect(text).not.toBe('');
        expect(text).toBe(text.trim());
      }
    }
    // A plain space before a French question mark would let the mark fall on the next line.
    expect(JSON.stringify(fr)).not.toMatch(/[ \u00a0][;!?]| :|'/u);
  });

  test('names the field of every part and every attribute that is picked, and of every column', () => {
    const type = documentSchema(blocks).nodes[kind];
    if (!type) throw new Error('The schema has a node for every block.');
    const attributes = pickedOn(type);
    expect(Object.keys(type.spec.attrs ?? {})).toEqual(expect.arrayContaining([...attributes, 'id']));
    expect(Object.keys(block.words.fr.fields)).toEqual([...(partsOf(type)?.names ?? []), ...attributes]);
    const columns = block.synthesis.form === 'table' ? block.synthesis.columns : [];
    expect(attributes).toEqual(expect.arrayContaining([...columns]));
  });

  test.each(['fr', 'en'] as const)('reads in %s what it prints', (lang) => {
    const picked = fc.dictionary(
      fc.constantFrom(...Object.keys(block.words[lang].fields), 'none'),
      fc.oneof(
        fc.constantFrom(...PICKED),
        fc
          .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      ),
    );
    fc.assert(
      fc.property(picked, (values) => {
        // What is no such value is printed as it is.
        const parsed = block.data.safeParse(values);
        if (!parsed.success) return;
        const { fields } = block.words[lang];
        const printed = (block as OutcomeBlock).details(parsed.data, lang).map(({ label, value }) => {
          const field = Object.keys(fields).find((key) => fields[key] === label) ?? '';
          const words = toText(value);
          return [field, (block as OutcomeBlock).picked?.(field, words, lang) ?? words];
        });
        const kept = Object.entries(parsed.data).filter(([, value]) => value !== null);
        expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(kept));
      }),
    );
  });

  test('has null as the default of every attribute', () => {
    const attrs = Object.values(documentSchema(blocks).nodes[kind]?.spec.attrs ?? {});
    expect(attrs.length).toBeGreaterThan(0);
    expect(attrs.every((attr) => attr.default === null)).toBe(true);
  });

  test('accepts an outcome on which nothing is picked', () => {
    const data = block.data.parse({});
    expect(block.data.parse({ to: '', owner: ' ', due: '' })).toEqual(data);
    expect(block.details(data as never, 'fr')).toEqual([]);
  });

  test('survives the way through a Y.Doc', () => {
    const content: DocNode = {
      type: 'doc',
      content: [
        {
          type: kind,
          attrs: { id: '0123456789abcdef' },
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'Words' }] },
            { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
          ],
        },
      ],
    };
    const read = readState(seedUpdate(content, blocks));
    expect(contentHash(read)).toBe(contentHash(content));
    expect(collectOutcomes(read, blocks)).toMatchObject([{ kind, id: '0123456789abcdef' }]);
  });
});

test('the synthesis goes from what to do to what was learnt', () => {
  const order = Object.values(blocks).flatMap(({ kind, synthesis }) =>
    synthesis.form === 'none' ? [] : [[synthesis.order, kind] as const],
  );
  expect(order.toSorted(([a], [b]) => a - b).map(([, kind]) => kind)).toEqual([
    'decision',
    'recommendation',
    'action',
    'question',
    'insight',
    'goodPractice',
    'quote',
    'resource',
  ]);
  expect(new Set(order.map(([place]) => place)).size).toBe(order.length);
});

test('a node with another name is no outcome', () => {
  expect(isKind('paragraph')).toBe(false);
  expect(isKind('toString')).toBe(false);
});
