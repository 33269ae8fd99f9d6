import fc from 'fast-check';
import { arbitraryInline } from './arbitrary-inline.ts';
import { arbitrarySpoken } from './arbitrary-spoken.ts';
import { arbitraryCode, arbitraryLine } from './arbitrary-text.ts';
import { arbitraryTable } from './arbitrary-table.ts';
import type { Block, Detail, Inline, Tone } from './nodes.ts';

/** Inline nodes, links and footnotes included, marks nested in one another; may be none. */
export function arbitraryInlines(): fc.Arbitrary<readonly Inline[]> {
  return inlines('anywhere');
}

/**
 * A few blocks, every kind inside every other. Anchors all say `here` and references `there`: `withAnchors` gives
 * them their names, because what is unique cannot be drawn piece by piece.
 */
export function arbitraryBlocks(depth = 3): fc.Arbitrary<readonly Block[]> {
  return blocks(depth, 'anywhere');
}

/** Whether the node stands in a footnote, which holds no section and no other footnote. */
type Place = 'anywhere' | 'footnote';

function blocks(depth: number, place: Place): fc.Arbitrary<readonly Block[]> {
  return fc.array(block(depth, place), { minLength: 1, maxLength: 3 });
}

function inlines(
  place: Place,
  shape: fc.ArrayConstraints = { maxLength: 4 },
): fc.Arbitrary<readonly Inline[]> {
  const notes = place === 'anywhere' ? blocks(1, 'footnote') : undefined;
  return fc.array(arbitraryInline(2, { links: true, notes }), shape);
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
/** Each kind of place is described once: a description holds those of all that may stand in it, and takes long to build. */
const described = new Map<string, fc.Arbitrary<Block>>();

function block(depth: number, place: Place): fc.Arbitrary<Block> {
  const key = `${depth} ${place}`;
  const known = described.get(key) ?? describe(depth, place);
  described.set(key, known);
  return known;
}

function describe(depth: number, place: Place): fc.Arbitrary<Block> {
  const words = inlines(place);
  const paragraph = fc
    .tuple(arbitrarySpoken(), words)
    .map(([spoken, children]): Block => ({ type: 'paragraph', ...spoken, children }));
  const leaves: fc.Arbitrary<Block>[] = [
    paragraph,
    paragraph,
    fc.record(
      {
        type: fc.constant('code'),
        lang: fc.constantFrom('ts', 'c++', 'a b`~', '{.x}'),
        value: arbitraryCode(),
      },
      { requiredKeys: ['type', 'value'] },
    ),
    figure(place),
    fc.constant({ type: 'thematicBreak' }),
  ];
  if (depth <= 0) return fc.oneof(...leaves);
  const inside = blocks(depth - 1, place);
  const holders: fc.Arbitrary<Block>[] = [
    list(inside),
    arbitraryTable(inside),
    fc
      .tuple(arbitrarySpoken(), inside)
      .map(([spoken, children]): Block => ({ type: 'blockquote', ...spoken, children })),
    callout(inside, place),
  ];
  return place === 'footnote'
    ? fc.oneof(...leaves, ...holders)
    : fc.oneof(...leaves, ...holders, section(inside, place));
}

function section(inside: fc.Arbitrary<readonly Block[]>, place: Place): fc.Arbitrary<Block> {
  return fc
    .tuple(
      arbitrarySpoken(),
      inlines(place, { minLength: 1, maxLength: 3 }),
      fc.oneof(fc.constant([]), inside),
    )
    .map(([spoken, title, children]) => ({ type: 'section', anchor: 'here', title, ...spoken, children }));
}

/** The pictures that random reports name. */
export const ASSETS = ['0123456789abcdef'.repeat(4), 'c0ffee00'.repeat(8)];

function figure(place: Place): fc.Arbitrary<Block> {
  return fc
    .record({
      spoken: arbitrarySpoken(),
      asset: fc.constantFrom({}, ...ASSETS.map((asset) => ({ asset }))),
      alt: fc.oneof(fc.constant(''), arbitraryLine()),
      size: fc.constantFrom({}, { width: 640, height: 480 }),
      caption: inlines(place),
    })
    .map(({ spoken, asset, alt, size, caption }) => ({
      type: 'figure',
      ...spoken,
      ...asset,
      alt,
      ...size,
      caption,
    }));
}

function list(inside: fc.Arbitrary<readonly Block[]>): fc.Arbitrary<Block> {
  const item = fc
    .tuple(arbitrarySpoken(), fc.constantFrom({}, {}, { checked: true }, { checked: false }), inside)
    .map(([spoken, task, children]) => ({ type: 'listItem' as const, ...spoken, ...task, children }));
  const children = fc.array(item, { minLength: 1, maxLength: 3 });
  const start = fc.constantFrom(0, 1, 7, 999_999_990);
  return fc.oneof(
    fc.record({ type: fc.constant('list'), ordered: fc.constant(false), children }),
    fc.record(
      {
        type: fc.constant('list'),
        ordered: fc.constant(true),
        start,
        numbering: fc.constantFrom('a', 'I'),
        dir: fc.constant('rtl'),
        children,
      },
      { requiredKeys: ['type', 'ordered', 'children'] },
    ),
  );
}

function callout(inside: fc.Arbitrary<readonly Block[]>, place: Place): fc.Arbitrary<Block> {
  const detail: fc.Arbitrary<Detail> = fc.record({ label: arbitraryLine(), value: inlines(place) });
  return fc.record(
    {
      type: fc.constant('callout'),
      anchor: fc.constant('here'),
      tone: fc.constantFrom(...TONES),
      label: arbitraryLine(),
      children: fc.oneof(fc.constant([]), inside),
      details: fc.array(detail, { maxLength: 2 }),
    },
    { requiredKeys: ['type', 'tone', 'label', 'children', 'details'] },
  );
}
