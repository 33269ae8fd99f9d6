import fc from 'fast-check';
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { writeMarkdown } from './grammar.ts';

const asTheLibraryDoes = (root: Root): string =>
  toMarkdown(root, { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' });

// Everything that could mean something, most of it more than once, and what it needs around it.
const unit = fc.constantFrom(
  ...Array.from('aWwps1 \n\r\t.:/@-+*_~`[](){}<>#&|\\!?="\'^$,;é\u00A0«😀'),
  'www.',
  'https://',
  '1. ',
  '](',
  '![',
  '<b',
  '&amp;',
);
const text = fc
  .string({ unit, minLength: 1, maxLength: 8 })
  .map((value): PhrasingContent => ({ type: 'text', value }));
const texts = fc.array(text, { minLength: 1, maxLength: 2 });
const address = fc.constantFrom('https://a.org/b_c', 'tel:1');
const inline: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: text },
  texts.map((children): PhrasingContent => ({ type: 'strong', children })),
  texts.map((children): PhrasingContent => ({ type: 'emphasis', children })),
  texts.map((children): PhrasingContent => ({ type: 'delete', children })),
  fc.tuple(texts, address).map(([children, url]): PhrasingContent => ({ type: 'link', url, children })),
  // Its own words: the library writes it between angle brackets.
  address.map((url): PhrasingContent => ({ type: 'link', url, children: [{ type: 'text', value: url }] })),
  fc.constant<PhrasingContent>({ type: 'break' }),
);

it('writes every text as the library does', () => {
  fc.assert(
    fc.property(fc.array(inline, { minLength: 1, maxLength: 4 }), (children) => {
      const paragraph: Paragraph = { type: 'paragraph', children };
      const root: Root = {
        type: 'root',
        children: [
          paragraph,
          { type: 'heading', depth: 3, children },
          { type: 'blockquote', children: [paragraph] },
          { type: 'list', children: [{ type: 'listItem', checked: true, children: [paragraph] }] },
          { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] },
          { type: 'footnoteDefinition', identifier: '1', children: [paragraph] },
        ],
      };
      expect(writeMarkdown(root)).toBe(asTheLibraryDoes(root));
    }),
    { numRuns: 500 },
  );
}, 60_000);
