import fc from 'fast-check';
import { arbitraryCode, arbitraryLine } from './arbitrary-text.ts';
import { arbitraryTable } from './arbitrary-table.ts';
import type { Block, Detail, Inline, Tone } from './nodes.ts';

/** Inline nodes, links included, marks nested in one another; may be none. */
export function arbitraryInlines(): fc.Arbitrary<readonly Inline[]> {
  return fc.array(inline(2, true), { maxLength: 4 });
}

/**
 * A few blocks, every kind inside every other. Anchors all say `here` and references `there`: `withAnchors` gives
 * them their names, because what is unique cannot be drawn piece by piece.
 */
export function arbitraryBlocks(depth = 3): fc.Arbitrary<readonly Block[]> {
  return fc.array(block(depth), { minLength: 1, maxLength: 3 });
}

const TONES: readonly Tone[] = [
  'neutral',
  'accent',
  'amber',
  'green',
  'blue',
  'violet',
  'orange',
  'teal',
  'sand',
  'slate',
];
const URLS = [
  'https://exemple.org/a_(b)?c=d&e=*f*',
  'http://localhost:3000/#x',
  'mailto:nom@exemple.org',
  'tel:+33123456789',
  'https://exemple.org/%22%3Cé',
];

function block(depth: number): fc.Arbitrary<Block> {
  const leaves: fc.Arbitrary<Block>[] = [
    fc.record({ type: fc.constant('paragraph'), children: arbitraryInlines() }),
    fc.record({ type: fc.constant('paragraph'), children: arbitraryInlines() }),
    fc.record(
      {
        type: fc.constant('code'),
        lang: fc.constantFrom('ts', 'c++', 'a b`~', '{.x}'),
        value: arbitraryCode(),
      },
      { requiredKeys: ['type', 'value'] },
    ),
    fc.constant({ type: 'thematicBreak' }),
  ];
  if (depth <= 0) return fc.oneof(...leaves);
  const inside = arbitraryBlocks(depth - 1);
  return fc.oneof(
    ...leaves,
    section(depth),
    list(depth),
    arbitraryTable(inside),
    fc.record({ type: fc.constant('blockquote'), children: inside }),
    callout(depth),
  );
}

function section(depth: number): fc.Arbitrary<Block> {
  return fc.record(
    {
      type: fc.constant('section'),
      anchor: fc.constant('here'),
      title: fc.array(inline(2, true), { minLength: 1, maxLength: 3 }),
      lang: fc.constantFrom('fr', 'de', 'he'),
      children: fc.oneof(fc.constant([]), arbitraryBlocks(depth - 1)),
    },
    { requiredKeys: ['type', 'anchor', 'title', 'children'] },
  );
}

function list(depth: number): fc.Arbitrary<Block> {
  const item = fc.record({ type: fc.constant('listItem'), children: arbitraryBlocks(depth - 1) });
  const children = fc.array(item, { minLength: 1, maxLength: 3 });
  const start = fc.constantFrom(0, 1, 7, 999_999_990);
  return fc.oneof(
    fc.record({ type: fc.constant('list'), ordered: fc.constant(false), children }),
    fc.record(
      { type: fc.constant('list'), ordered: fc.constant(true), start, children },
      { requiredKeys: ['type', 'ordered', 'children'] },
    ),
  );
}

function callout(depth: number): fc.Arbitrary<Block> {
  const detail: fc.Arbitrary<Detail> = fc.record({ label: arbitraryLine(), value: arbitraryInlines() });
  return fc.record(
    {
      type: fc.constant('callout'),
      anchor: fc.constant('here'),
      tone: fc.constantFrom(...TONES),
      label: arbitraryLine(),
      children: fc.oneof(fc.constant([]), arbitraryBlocks(depth - 1)),
      details: fc.array(detail, { maxLength: 2 }),
    },
    { requiredKeys: ['type', 'tone', 'label', 'children', 'details'] },
  );
}

function inline(depth: number, links: boolean): fc.Arbitrary<Inline> {
  const text: fc.Arbitrary<Inline> = fc.record({ type: fc.constant('text'), value: arbitraryLine() });
  const leaves: fc.Arbitrary<Inline>[] = [
    text,
    text,
    fc.record({ type: fc.constant('inlineCode'), value: arbitraryLine() }),
    fc.constant({ type: 'break' }),
  ];
  if (depth <= 0) return fc.oneof(...leaves);
  const children = fc.array(inline(depth - 1, links), { minLength: 1, maxLength: 3 });
  const marks: fc.Arbitrary<Inline>[] = [
    fc.record({ type: fc.constant('emphasis'), children }),
    fc.record({ type: fc.constant('strong'), children }),
    fc.record({ type: fc.constant('delete'), children }),
  ];
  if (!links) return fc.oneof(...leaves, ...marks);
  const linkText = fc.array(inline(depth - 1, false), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    ...leaves,
    ...marks,
    fc.record({ type: fc.constant('link'), url: fc.constantFrom(...URLS), children: linkText }),
    fc.record({ type: fc.constant('reference'), target: fc.constant('there'), children: linkText }),
  );
}
