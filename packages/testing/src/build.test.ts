import { expect, test } from 'vitest';
import { a, br, code, doc, em, h, li, ol, outcome, p, quote, rule, strong, table, ul } from './build.ts';

const line = (text: string): unknown => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('paragraphs and headings hold text, marks and breaks', () => {
  expect(
    doc(h(2, 'Titre'), p('un ', strong('deux'), br(), em('trois'), a('https://example.org', 'lien'))),
  ).toEqual({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Titre' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'un ' },
          { type: 'text', text: 'deux', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'trois', marks: [{ type: 'italic' }] },
          { type: 'text', text: 'lien', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
        ],
      },
    ],
  });
});

test('an empty paragraph has no content, and an empty string makes no text node', () => {
  expect(p()).toEqual({ type: 'paragraph' });
  expect(p('')).toEqual({ type: 'paragraph' });
});

test('lists nest', () => {
  expect(ul(li('one', ol(li('two'))))).toEqual({
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [
          line('one'),
          {
            type: 'orderedList',
            attrs: { start: 1 },
            content: [{ type: 'listItem', content: [line('two')] }],
          },
        ],
      },
    ],
  });
});

test('the first row of a table is its heads', () => {
  expect(table(['Qui'], [p('Anna')])).toEqual({
    type: 'table',
    content: [
      { type: 'tableRow', content: [{ type: 'tableHeader', content: [line('Qui')] }] },
      { type: 'tableRow', content: [{ type: 'tableCell', content: [line('Anna')] }] },
    ],
  });
});

test('an outcome carries what was picked and what was written', () => {
  expect(outcome('action', { id: 'a1', owner: 'Anna' }, 'Écrire')).toEqual({
    type: 'action',
    attrs: { id: 'a1', owner: 'Anna' },
    content: [line('Écrire')],
  });
  expect(outcome('action', { id: 'a2' }).content).toEqual([{ type: 'paragraph' }]);
});

test('quotations, code and rules', () => {
  expect([quote('a'), code('b'), rule()]).toEqual([
    { type: 'blockquote', content: [line('a')] },
    { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: 'b' }] },
    { type: 'horizontalRule' },
  ]);
});
