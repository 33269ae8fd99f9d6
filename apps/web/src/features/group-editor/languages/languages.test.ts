// @vitest-environment jsdom
import type { DocNode } from '@plenary/document';
import { doc, li, p, ul } from '@plenary/testing';
import { describe, expect, it } from 'vitest';
import { pairWith } from '../testing/people.ts';
import { isRightToLeft } from './right-to-left.ts';
import { speakBlocks, speakWords, spokenAt } from './spoken.ts';

const FRENCH = { lang: 'fr', dir: 'ltr' } as const;
const ARABIC = { lang: 'ar', dir: 'rtl' } as const;
const NOTHING = { lang: null, dir: null };

function said(node: DocNode): string {
  const lang = typeof node.attrs?.['lang'] === 'string' ? `:${node.attrs['lang']}` : '';
  const mark = node.marks?.map(({ attrs }) => `<${String(attrs?.['lang'])}>`).join('') ?? '';
  const inside = node.text ?? (node.content ?? []).map(said).join(' ');
  return node.text === undefined ? `(${node.type}${lang} ${inside})` : mark + inside;
}

describe('the language of a passage', () => {
  it('is that of the selected words, and can be taken away', () => {
    const { ada, meet, content } = pairWith(doc(p('le pro bono')), []);
    ada.commands.setTextSelection({ from: 4, to: 12 });
    speakWords(ada, 'la');
    meet();
    expect(said(content())).toBe('(doc (paragraph le  <la>pro bono))');
    expect(spokenAt(ada)).toEqual({ lang: 'la', dir: null });
    speakWords(ada, null);
    meet();
    expect(said(content())).toBe('(doc (paragraph le pro bono))');
  });
});

describe('the language of lines', () => {
  it('is said by the lines, and by a list all of whose lines say it', () => {
    const { ada, meet, content } = pairWith(doc(p('a'), ul(li('b'), li('c')), p('d')), []);
    ada.commands.setTextSelection({ from: 6, to: 12 });
    speakBlocks(ada, ARABIC, FRENCH);
    meet();
    expect(said(content())).toBe(
      '(doc (paragraph a) (bulletList:ar (listItem:ar (paragraph:ar b)) (listItem:ar (paragraph:ar c))) (paragraph d))',
    );
    expect(content().content?.[1]?.attrs).toMatchObject({ dir: 'rtl' });
  });

  it('goes back to that of the document, said in words inside of what still says another', () => {
    const { ada, meet, content } = pairWith(doc(ul(li('b'), li('c'))), []);
    ada.commands.selectAll();
    speakBlocks(ada, ARABIC, FRENCH);
    ada.commands.setTextSelection(3);
    speakBlocks(ada, NOTHING, FRENCH);
    meet();
    expect(said(content())).toBe(
      '(doc (bulletList:ar (listItem:fr (paragraph:fr b)) (listItem:ar (paragraph:ar c))))',
    );
    ada.commands.selectAll();
    speakBlocks(ada, NOTHING, FRENCH);
    meet();
    expect(said(content())).toBe('(doc (bulletList (listItem (paragraph b)) (listItem (paragraph c))))');
  });

  it('does not touch what another person writes in them', () => {
    const { ada, ben, meet, content } = pairWith(doc(p('a')), []);
    speakBlocks(ada, ARABIC, FRENCH);
    ben.commands.insertContentAt(2, 'bc');
    meet();
    expect(said(content())).toBe('(doc (paragraph:ar abc))');
  });
});

it.each([
  ['ar', true],
  ['he', true],
  ['fa', true],
  ['ur', true],
  ['az-Arab', true],
  ['fr', false],
  ['az', false],
  ['no language', false],
])('%s is written from right to left: %s', (tag, expected) => {
  expect(isRightToLeft(tag)).toBe(expected);
});
