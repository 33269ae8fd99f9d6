import {
  emphasis,
  inlineCode,
  type Inline,
  link,
  reference,
  strong,
  struck,
  text,
} from '@plenary/report-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, writeMarkdown } from './grammar.ts';
import { wordsOfMarkdown } from './markdown-words.ts';
import { arePlainWords } from './plain-words.ts';
import { anchorTag, phrasing } from './spelling.ts';

describe('plain words', () => {
  it.each<[string, readonly Inline[]]>([
    ['a sentence', [text('Les dirigeants s’engagent\u202F: «\u00A0oui\u00A0»\u202F!')]],
    ['a label', [strong([text('Bonne pratique')])]],
    ['a line of the contents', [reference('a', [text('Jeudi 13 octobre (matin)')])]],
  ])('are %s', (_name, words) => {
    expect(arePlainWords(words)).toBe(true);
  });

  it.each<[string, readonly Inline[]]>([
    ['a number first', [text('1. un')]],
    ['a dash first', [text('- un')]],
    ['markup', [text('a *b*')]],
    ['an address', [text('voir www.exemple.org')]],
    ['an address with a protocol', [text('voir https://exemple.org')]],
    ['two nodes', [text('a'), strong([text('b')])]],
    ['a mark in a mark', [strong([emphasis([text('b')])])]],
    ['two texts in a mark', [strong([text('a'), text('b')])]],
    ['code', [inlineCode('a')]],
    ['a link', [link('tel:1', [text('a')])]],
    ['nothing', []],
  ])('are not %s', (_name, words) => {
    expect(arePlainWords(words)).toBe(false);
  });

  it('come back as they went, alone, marked, in a heading and in a cell', () => {
    const unit = fc.constantFrom(...Array.from('aé1Ω ,.;:?!\'’"“”«»%…–—\u00A0\u202F()/€·-'));
    const style = { spelling: 'marks', singleLine: true, notes: new Map() } as const;
    const value = fc.string({ unit, minLength: 1, maxLength: 12 }).map((rest) => `L${rest}`.trim());
    fc.assert(
      fc.property(
        value.filter((item) => arePlainWords([text(item)])),
        (item) => {
          const plain = [text(item)];
          for (const words of [
            plain,
            [strong(plain)],
            [emphasis(plain)],
            [struck(plain)],
            [reference('a', plain)],
          ]) {
            const children = [anchorTag('x'), ...phrasing(words, style)];
            const type = phrasing(words, style)[0]?.type;
            for (const node of [
              { type: 'paragraph', children } as const,
              { type: 'heading', depth: 2, children } as const,
            ]) {
              const tree = parseMarkdown(writeMarkdown({ type: 'root', children: [node] }));
              expect(wordsOfMarkdown(tree)).toBe(`${item}\n`);
              expect(JSON.stringify(tree)).toContain(`"type":"${type ?? 'none'}"`);
            }
            const row = { type: 'tableRow', children: [{ type: 'tableCell', children }] } as const;
            const table = writeMarkdown({
              type: 'root',
              children: [{ type: 'table', children: [{ ...row, children: [...row.children] }] }],
            });
            expect(wordsOfMarkdown(parseMarkdown(table))).toBe(`${item}\t\n`);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
