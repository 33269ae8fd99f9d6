import fc from 'fast-check';
import { arbitraryLine } from './arbitrary-text.ts';
import type { Block, Inline } from './nodes.ts';

/** What an inline node may hold where it stands. */
export interface InlinePlace {
  readonly links: boolean;
  /** What a footnote holds; undefined where none may stand. */
  readonly notes: fc.Arbitrary<readonly Block[]> | undefined;
}

/** One inline node, others nested in it. */
export function arbitraryInline(depth: number, place: InlinePlace): fc.Arbitrary<Inline> {
  const text: fc.Arbitrary<Inline> = fc.record({ type: fc.constant('text'), value: arbitraryLine() });
  const words: fc.Arbitrary<Inline> = fc.oneof(
    text,
    text,
    fc.record({ type: fc.constant('inlineCode'), value: arbitraryLine() }),
    fc.constant({ type: 'break' }),
  );
  // A note holds blocks, and makes a report long: few are enough.
  const note: fc.Arbitrary<Inline> =
    place.notes === undefined ? words : fc.record({ type: fc.constant('footnote'), children: place.notes });
  const leaves = [
    words,
    words,
    words,
    fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: note }),
  ];
  if (depth <= 0) return fc.oneof(...leaves);
  const children = fc.array(arbitraryInline(depth - 1, place), { minLength: 1, maxLength: 3 });
  const marks: fc.Arbitrary<Inline>[] = [
    fc.record({ type: fc.constantFrom('emphasis', 'strong'), children }),
    fc.record({ type: fc.constant('delete'), children }),
    fc.record({ type: fc.constantFrom('subscript', 'superscript'), children }),
    fc.record(
      { type: fc.constant('span'), lang: fc.constantFrom('de', 'ar'), dir: fc.constant('rtl'), children },
      { requiredKeys: ['type', 'lang', 'children'] },
    ),
  ];
  if (!place.links) return fc.oneof(...leaves, ...marks);
  const inLink: InlinePlace = { links: false, notes: undefined };
  const linkText = fc.array(arbitraryInline(depth - 1, inLink), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    ...leaves,
    ...marks,
    fc.record({ type: fc.constant('link'), url: fc.constantFrom(...URLS), children: linkText }),
    fc.record({ type: fc.constant('reference'), target: fc.constant('there'), children: linkText }),
  );
}

const URLS = [
  'https://exemple.org/a_(b)?c=d&e=*f*',
  'http://localhost:3000/#x',
  'mailto:nom@exemple.org',
  'tel:+33123456789',
  'https://exemple.org/%22%3Cé',
];
