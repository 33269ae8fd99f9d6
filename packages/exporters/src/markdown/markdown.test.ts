import {
  blockquote,
  bulletList,
  callout,
  code,
  detail,
  emphasis,
  headerCell,
  type Inline,
  inlineCode,
  lineBreak,
  link,
  listItem,
  orderedList,
  paragraph,
  reference,
  section,
  strong,
  struck,
  table,
  tableCell,
  tableRow,
  text,
  thematicBreak,
  toText,
  walk,
} from '@plenary/report-ast';
import { arbitraryInlines } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../fixtures/report-of.ts';
import { summitReport } from '../../fixtures/summit-report.ts';
import { markdown } from './markdown.ts';
import { readMarkdown } from './read-back.ts';

/** What is written for some blocks, without the title page and the contents. */
const body = (...blocks: Parameters<typeof reportOf>[0]): string =>
  String(markdown.write(reportOf(blocks)).file)
    .split('## <a id="part"></a>Partie\n')[1]
    ?.trim() ?? '';

describe('the file', () => {
  it('begins with the title page and contents that link to the sections', () => {
    expect(String(markdown.write(reportOf([section({ anchor: 'a', title: 'Une *étoile*' }, [])])).file)).toBe(
      [
        '# Sommet',
        'Paris, 2016',
        '## Sommaire',
        '- [Partie](#part)\n  - [Une \\*étoile\\*](#a)',
        '## <a id="part"></a>Partie',
        '### <a id="a"></a>Une \\*étoile\\*\n',
      ].join('\n\n'),
    );
  });

  it('is what a person would have typed', () => {
    const file = String(markdown.write(summitReport).file);
    expect(file).toContain('*Mettre ses compétences au service du bien commun*');
    expect(file).toContain('Pro Bono Lab · Réseau européen du pro bono · Ville de Paris');
    expect(file).not.toMatch(/&#|<strong>|<em>/);
  });
});

describe('blocks', () => {
  it('nest headings and stay at the sixth level', () => {
    let inner = section({ anchor: 's-9', title: '9' }, []);
    for (const level of [8, 7, 6, 5, 4, 3])
      inner = section({ anchor: `s-${level}`, title: String(level) }, [inner]);
    expect(body(inner).match(/^#+/gm)).toEqual([
      '###',
      '####',
      '#####',
      '######',
      '######',
      '######',
      '######',
    ]);
  });

  it('write a box as a quotation with its label and its facts', () => {
    const box = callout(
      { tone: 'blue', label: 'Avis', anchor: 'x', details: [detail('À', 'tous'), detail('Le', '')] },
      [paragraph('texte')],
    );
    expect(body(box)).toBe(
      '> <a id="x"></a>**Avis**\n>\n> texte\n>\n> - **À**\u00A0: tous\n> - **Le**\u00A0:',
    );
  });

  it('keep short lists tight and long ones loose', () => {
    const short = bulletList([
      listItem(paragraph('a'), orderedList([listItem(paragraph('b'))])),
      listItem(paragraph('c')),
    ]);
    expect(body(short)).toBe('- a\n  1. b\n- c');
    expect(body(bulletList([listItem(paragraph('a'), paragraph('b')), listItem()]))).toBe('- a\n\n  b\n\n-');
  });

  it('write code, rules and quotations', () => {
    expect(body(code('a\n```\nb', 'ts'), thematicBreak, blockquote([paragraph('q')]))).toBe(
      '````ts\na\n```\nb\n````\n\n---\n\n> q',
    );
  });

  it('leave out paragraphs that show nothing', () => {
    expect(body(paragraph([]), paragraph([lineBreak]), paragraph(['a', lineBreak]))).toBe('a');
  });
});

describe('tables', () => {
  it('write spans as empty cells', () => {
    const given = table([
      tableRow([headerCell('a'), headerCell('b'), headerCell('c')]),
      tableRow([
        tableCell([paragraph('wide')], { colspan: 2 }),
        tableCell([paragraph('high')], { rowspan: 2 }),
      ]),
      tableRow([tableCell([paragraph('d')]), tableCell([])]),
    ]);
    expect(body(given)).toBe('| a | b | c |\n| - | - | - |\n| wide | | high |\n| d | | |');
  });

  it('take no row of content for a head', () => {
    expect(body(table([tableRow([tableCell([paragraph('a | b')])])]))).toBe('| |\n| - |\n| a \\| b |');
  });

  it('flatten the blocks of a cell without losing a word', () => {
    const cell = tableCell([
      paragraph(['a', lineBreak, 'b']),
      bulletList([listItem(paragraph('c'), paragraph('d')), listItem()]),
      orderedList([listItem(paragraph('e')), listItem(paragraph('f'))], 4),
      code('g\n\nh|i'),
      thematicBreak,
      blockquote([paragraph('j')]),
      section({ anchor: 's', title: 'k' }, [paragraph('l')]),
      callout({ tone: 'teal', label: 'm', details: [detail('n', 'o')] }, []),
      table([tableRow([tableCell([paragraph('p')]), tableCell([paragraph('q')])])]),
    ]);
    expect(body(table([tableRow([cell])])).split('\n')[2]).toBe(
      '| a<br>b<br>• c<br>d<br>•<br>4. e<br>5. f<br>`g`<br>`h\\|i`<br>———<br>j<br>**k**<br>l<br>**m**<br>**n**\u00A0: o<br>p · q |',
    );
  });
});

describe('words', () => {
  it.each<[string, readonly (string | Inline)[], string]>([
    [
      'marks',
      [strong('a'), ' ', emphasis('b'), ' ', struck('c'), ' ', inlineCode('d`')],
      '**a** *b* ~~c~~ `` d` ``',
    ],
    [
      'links',
      [link('https://e.org/(x', 'a]'), reference('part', 'b')],
      '[a\\]](https://e.org/\\(x)[b](#part)',
    ],
    ['a break', ['a', lineBreak, '# b'], 'a\\\n\\# b'],
    ['markup', ['- a *b* <i> &amp; [c](d)'], '\\- a \\*b\\* \\<i> \\&amp; \\[c]\\(d)'],
    [
      'blanks outside of marks',
      ['a', strong(' '), 'b', emphasis(['c ', struck('d ')]), 'e', strong('\u202F?')],
      'a b*c ~~d~~* e\u202F**?**',
    ],
    ['marks inside a word, as tags', ['mot', strong('«x»'), 'mot'], 'mot<strong>«x»</strong>mot'],
    ['no blanks at the ends', [' a ', lineBreak, ' b', lineBreak, ' '], 'a\\\nb'],
    ['two codes side by side, as tags', [inlineCode('a'), inlineCode('b')], '<code>a</code><code>b</code>'],
  ])('write %s', (_name, words, expected) => {
    expect(body(paragraph(words))).toBe(expected);
  });

  // Notes are read where their numbers stand, on lines of their own.
  const withoutNotes = arbitraryInlines().filter(
    (words) => !Array.from(walk(words)).some(({ node }) => node.type === 'footnote'),
  );

  it('come back character by character from a paragraph, a heading and a cell', () => {
    fc.assert(
      fc.property(withoutNotes, (words) => {
        const start = [text('début'), ...words, text('fin')];
        const expected = toText(start).replaceAll(/ *\n */g, '\n');
        const read = (...blocks: Parameters<typeof reportOf>[0]): string => {
          const all = readMarkdown(markdown.write(reportOf(blocks)).file).words;
          return (/Partie\n(.*)/s.exec(all.slice(all.lastIndexOf('Partie\n')))?.[1] ?? '').replaceAll(
            / *\n */g,
            '\n',
          );
        };
        expect(read(paragraph(start)).trimEnd()).toBe(expected);
        expect(read(bulletList([listItem(blockquote([paragraph(start)]))])).trimEnd()).toBe(expected);
        expect(read(section({ anchor: 'a', title: start }, [])).trimEnd()).toBe(expected);
        expect(read(table([tableRow([tableCell([paragraph(start)])])])).trim()).toBe(expected);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('sees when a word is gone', () => {
    expect(readMarkdown('# a\n\n| b |\n| - |\n| c |\n').words).toBe('a\nb\t\nc\t\n');
    expect(readMarkdown('a <b>c</b>\n\n<div>d<br>e</div>\n\n    f\n\n![g](h)\n').words).toContain('d\ne');
  });
});
