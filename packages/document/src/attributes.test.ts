import { describe, expect, test } from 'vitest';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import type { DocMark, DocNode } from './doc-node.ts';
import { InvalidContent, seedUpdate } from './ydoc.ts';

const seed = (node: DocNode): Uint8Array => seedUpdate({ type: 'doc', content: [node] }, sampleBlocks);
const marked = (mark: DocMark): DocNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'x', marks: [mark] }],
});
const cell = (attrs: object): DocNode => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [{ type: 'tableCell', attrs: { ...attrs }, content: [{ type: 'paragraph' }] }],
    },
  ],
});
const task = (checked: unknown): DocNode => ({
  type: 'taskList',
  content: [{ type: 'taskItem', attrs: { checked }, content: [{ type: 'paragraph' }] }],
});

const item: DocNode = { type: 'listItem', content: [{ type: 'paragraph' }] };

describe('attributes within their bounds are written', () => {
  test.each<[string, DocNode]>([
    ['a language', { type: 'paragraph', attrs: { lang: 'zh-Hant-TW' } }],
    ['a direction', { type: 'note', attrs: { dir: 'rtl' }, content: [{ type: 'paragraph' }] }],
    ['the longest description', { type: 'figure', attrs: { alt: 'x'.repeat(2000) } }],
    ['the largest picture', { type: 'figure', attrs: { width: 65_535, height: 1 } }],
    ['the widest cell', cell({ colspan: 100, rowspan: 1, colwidth: [80, 0] })],
    ['a task', task(true)],
    ['a comment', marked({ type: 'comment', attrs: { thread: '0b6c5d1e-7a1f-4c55-9a30-2f5f9f2f3a11' } })],
  ])('%s', (_what, node) => {
    expect(seed(node).length).toBeGreaterThan(0);
  });
});

describe('attributes out of bounds are refused with a sentence', () => {
  test.each<[string, DocNode, RegExp]>([
    ['a language', { type: 'paragraph', attrs: { lang: 'in French' } }, /tag such as fr/],
    ['a direction', { type: 'heading', attrs: { level: 1, dir: 'up' } }, /ltr or rtl/],
    ['an address for an asset', { type: 'figure', attrs: { asset: 'https://x.eu/a.png' } }, /SHA-256/],
    ['too long a description', { type: 'figure', attrs: { alt: 'x'.repeat(2001) } }, /2000/],
    ['half a pixel', { type: 'figure', attrs: { width: 0.5 } }, /whole number of pixels/],
    ['a cell of a billion', cell({ colspan: 1e9 }), /from 1 to 100/],
    ['a cell of none', cell({ rowspan: 0 }), /from 1 to 100/],
    ['widths that are none', cell({ colwidth: ['wide'] }), /widths of columns/],
    ['an alignment', cell({ align: 'url(x)' }), /left, center or right/],
    [
      'a list from minus one',
      { type: 'orderedList', attrs: { start: -1 }, content: [item] },
      /whole number from 0/,
    ],
    [
      'a list in Greek',
      { type: 'orderedList', attrs: { type: 'α' }, content: [item] },
      /numbered by 1, a, A, i or I/,
    ],
    ['half a task', task('yes'), /true or false/],
    ['a suggestion without author', marked({ type: 'insertion', attrs: { id: 'a' } }), /Who suggests/],
    [
      'a moment that is none',
      marked({ type: 'deletion', attrs: { id: 'a', by: 'b', at: -1 } }),
      /milliseconds/,
    ],
    ['a thread with blanks', marked({ type: 'comment', attrs: { thread: 'a b' } }), /thread is named/],
  ])('%s', (_what, node, reason) => {
    expect(() => seed(node)).toThrow(InvalidContent);
    expect(() => seed(node)).toThrow(reason);
  });
});

describe('what may stand where', () => {
  const note = (...content: DocNode[]): DocNode => ({
    type: 'paragraph',
    content: [{ type: 'footnote', content }],
  });

  test.each<[string, DocNode]>([
    ['a note in a note', note({ type: 'footnote' })],
    ['a paragraph in a note', note({ type: 'paragraph' })],
    [
      'bold type in a block of code',
      { type: 'codeBlock', content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] },
    ],
    ['a paragraph in a caption', { type: 'figure', content: [{ type: 'paragraph' }] }],
  ])('%s is refused', (_what, node) => {
    expect(() => seed(node)).toThrow(InvalidContent);
  });

  test('code can be commented on, in a line and in a block', () => {
    const comment: DocMark = { type: 'comment', attrs: { thread: 't' } };
    const words: DocNode = { type: 'text', text: 'x', marks: [comment] };
    expect(() => seed({ type: 'codeBlock', content: [words] })).not.toThrow();
    expect(() =>
      seed({ type: 'paragraph', content: [{ ...words, marks: [{ type: 'code' }, comment] }] }),
    ).not.toThrow();
  });
});
