import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockquote,
  bulletList,
  callout,
  code,
  detail,
  emphasis,
  figure,
  footnote,
  headerCell,
  inlineCode,
  inlines,
  lineBreak,
  link,
  listItem,
  orderedList,
  paragraph,
  reference,
  section,
  span,
  strong,
  struck,
  subscript,
  superscript,
  table,
  tableCell,
  tableRow,
  taskItem,
  text,
  thematicBreak,
} from './builders.ts';
import { validate } from './validate.ts';
import type { Block } from './nodes.ts';
import type { Report } from './report.ts';

const reportOf = (children: readonly Block[]): Report => ({
  plenary: 1,
  lang: 'fr',
  summit: { id: 's', title: 'Sommet', whenAndWhere: 'Paris', hosts: [] },
  generatedFrom: {},
  parts: [{ anchor: 'p', title: inlines('Partie'), children }],
  outcomes: [],
  diagnostics: [],
});

describe('builders', () => {
  it('write nodes without keys that say nothing', () => {
    expect(section({ anchor: 'a', title: 'T' }, [])).toEqual({
      type: 'section',
      anchor: 'a',
      title: [text('T')],
      children: [],
    });
    expect(section({ anchor: 'a', title: 'T', lang: 'de' }, [])).toHaveProperty('lang', 'de');
    expect(orderedList([listItem()], 3)).toMatchObject({ ordered: true, start: 3 });
    expect(orderedList([])).not.toHaveProperty('start');
    expect(bulletList([])).toEqual({ type: 'list', ordered: false, children: [] });
    expect(code('a', 'ts')).toEqual({ type: 'code', lang: 'ts', value: 'a' });
    expect(code('a\r\n\u0000b')).toEqual({ type: 'code', value: 'a\nb' });
    expect(tableCell([])).toEqual({ type: 'tableCell', header: false, children: [paragraph([])] });
    expect(headerCell('h')).toMatchObject({ header: true, children: [paragraph('h')] });
    expect(callout({ tone: 'teal', label: 'a\nb' }, [])).toEqual({
      type: 'callout',
      tone: 'teal',
      label: 'a b',
      children: [],
      details: [],
    });
    expect(callout({ tone: 'teal', label: 'Q', anchor: 'q', details: [detail('À', 'x')] }, [])).toMatchObject(
      {
        anchor: 'q',
        details: [{ label: 'À', value: [text('x')] }],
      },
    );
  });

  it('take words as strings, nodes or both', () => {
    expect(paragraph(['a', strong('b'), '']).children).toEqual([
      text('a'),
      { type: 'strong', children: [text('b')] },
    ]);
    expect(paragraph(emphasis('a')).children).toEqual([emphasis([text('a')])]);
    expect(inlines('un\r\ndeux\n')).toEqual([text('un'), lineBreak, text('deux'), lineBreak]);
    expect(reference('a', 'x')).toEqual({ type: 'reference', target: 'a', children: [text('x')] });
  });

  it('[RA17] make valid nodes from any strings', () => {
    const words = fc.string({ unit: 'binary', minLength: 1 }).map((value) => `.${value}\uD800\u0000\n`);
    fc.assert(
      fc.property(words, (value) => {
        const blocks = [
          section({ anchor: 'a', title: value }, [
            blockquote([paragraph([value, struck(value), inlineCode(value)])]),
          ]),
          bulletList([listItem()]),
          table([tableRow([headerCell(value), tableCell([code(value)])])]),
          callout({ tone: 'sand', label: value, details: [detail(value, link('tel:1', value))] }, [
            thematicBreak,
          ]),
          paragraph([reference('a', value), footnote(), footnote(paragraph(value))]),
          paragraph([subscript(value), superscript(value), span({ lang: 'de', dir: 'ltr' }, value)]),
          figure({ asset: 'a'.repeat(64), alt: value, width: 3, height: 2 }, value),
          bulletList([taskItem(true), taskItem(false, paragraph(value))]),
        ];
        expect(validate(reportOf(blocks))).toEqual([]);
      }),
    );
  }, 60_000);
});
