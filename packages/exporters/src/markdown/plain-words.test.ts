import {
  emphasis,
  footnote,
  inlineCode,
  type Inline,
  link,
  paragraph,
  reference,
  span,
  strong,
  struck,
  text,
} from '@plenary/report-ast';
import fc from 'fast-check';
import type { PhrasingContent, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, writeMarkdown } from './grammar.ts';
import { wordsOfMarkdown } from './markdown-words.ts';
import { arePlainWords } from './plain-words.ts';
import { anchorTag, phrasing } from './spelling.ts';
import { tidy } from './tidy.ts';

const note = footnote(paragraph('une note'));

describe('plain words', () => {
  it.each<[string, readonly Inline[]]>([
    ['a sentence', [text('Les dirigeants s’engagent\u202F: «\u00A0oui\u00A0»\u202F!')]],
    ['a label', [strong([text('Bonne pratique')])]],
    ['a line of the contents', [reference('a', [text('Jeudi 13 octobre (matin)')])]],
    ['a label and what it says', [strong([text('Échéance')]), text('\u00A0: 31 janvier 2017')]],
    ['a mark beside a comma and in brackets', [text('un ('), emphasis([text('deux')]), text('), trois')]],
    ['a link', [text('voir '), link('https://exemple.org/a?b=1&c=2', [text('la page')]), text('.')]],
    ['a note', [text('un mot'), note, text(', un autre')]],
    ['a language', [span({ lang: 'el' }, [text('Όλοι')]), text(' les mots')]],
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
    ['a mark that a letter touches', [strong([text('b')]), text('s')]],
    ['a mark that ends with a sign', [strong([text('b.')]), text(' c')]],
    ['two marks side by side', [strong([text('a')]), emphasis([text('b')])]],
    ['a picture by accident', [text('oui !'), link('https://exemple.org', [text('a')])]],
    ['a link that is its own words', [link('tel:1', [text('a')])]],
    ['an address with a bracket', [link('https://exemple.org/)', [text('a')])]],
    ['an address in two spans', [span({ lang: 'fr' }, [text('ww')]), text('w.exemple.org')]],
    ['a note first', [note, text(' a')]],
    ['a note and a colon', [text('a'), note, text(': b')]],
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

  it('come back as they went where marks, links and notes stand among them', () => {
    const unit = fc.constantFrom(...Array.from('aé1Ω  ,.;:?!\'’"“”«»%…–—\u00A0\u202F()/€·-'));
    const value = fc.string({ unit, minLength: 1, maxLength: 5 });
    const words = value.map((rest) => `L${rest}e`);
    const inline = fc.oneof(
      { weight: 5, arbitrary: value.map((item) => text(item)) },
      words.map((item) => strong([text(item)])),
      words.map((item) => emphasis([text(item)])),
      words.map((item) => struck([text(item)])),
      words.map((item) => reference('a', [text(item)])),
      words.map((item) => link('https://exemple.org/~a_b?c=1&copy=2;d#e', [text(item)])),
      value.map((item) => span({ lang: 'fr' }, [text(item)])),
      fc.constant(note),
    );
    let met = 0;
    fc.assert(
      fc.property(fc.array(inline, { minLength: 1, maxLength: 5 }), (any) => {
        const plain = tidy(any);
        if (!arePlainWords(plain)) return;
        met += 1;
        const labels = new Map([[note, '1']]);
        const children = phrasing(plain, { spelling: 'marks', singleLine: true, notes: labels });
        const definition: RootContent = {
          type: 'footnoteDefinition',
          identifier: '1',
          children: [{ type: 'paragraph', children: [text('une note')] }],
        };
        for (const node of [
          { type: 'paragraph', children } as const,
          { type: 'heading', depth: 2, children } as const,
          {
            type: 'table',
            children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }],
          } as const satisfies RootContent,
        ]) {
          const [first] = parseMarkdown(
            writeMarkdown({ type: 'root', children: [node, definition] }),
          ).children;
          expect(first?.type).toBe(node.type);
          expect(said([first])).toBe(said(children));
        }
      }),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(200);
  }, 60_000);
});

/** What a tree of words says, whatever it is cut into. */
function said(nodes: readonly (RootContent | PhrasingContent | undefined)[]): string {
  return nodes
    .map((node) => {
      if (node === undefined) return '';
      if (node.type === 'text') return node.value;
      if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
      if (!('children' in node)) return node.type;
      const inside = said(node.children);
      if (node.type === 'link') return `[${inside}](${node.url})`;
      return ['emphasis', 'strong', 'delete'].includes(node.type) ? `<${node.type} ${inside}>` : inside;
    })
    .join('');
}
