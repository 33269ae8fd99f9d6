import {
  blockquote,
  bulletList,
  code,
  figure,
  footnote,
  link,
  listItem,
  orderedList,
  paragraph,
  section,
  span,
  strong,
  subscript,
  superscript,
  table,
  tableCell,
  tableRow,
  taskItem,
} from '@plenary/report-ast';
import { arbitraryLine } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURES, seal } from '../../fixtures/pictures.ts';
import { reportOf } from '../../fixtures/report-of.ts';
import { markdown } from './markdown.ts';
import { readMarkdown } from './read-back.ts';

/** What is written for some blocks, without the title page and the contents. */
const body = (...blocks: Parameters<typeof reportOf>[0]): string =>
  String(markdown.write(reportOf(blocks), PICTURES).file)
    .split('## <a id="part"></a>Partie\n')[1]
    ?.trim() ?? '';

const words = (...blocks: Parameters<typeof reportOf>[0]): string =>
  readMarkdown(markdown.write(reportOf(blocks), PICTURES).file).words.replaceAll(/\s+/g, ' ');

describe('notes', () => {
  it('are those of GitHub, their words at the end of the file', () => {
    const note = footnote(paragraph(['la ', strong('note')]), bulletList([listItem(paragraph('point'))]));
    expect(body(paragraph(['mot', note, ' fin']))).toBe('mot[^1] fin\n\n[^1]: la **note**\n\n    - point');
  });

  it('stand in titles, cells and captions alike, and not in the contents', () => {
    const note = (name: string) => footnote(paragraph(name));
    const file = String(
      markdown.write(
        reportOf([
          section({ anchor: 'a', title: ['Titre', note('un')] }, [
            table([tableRow([tableCell([paragraph(['cellule', note('deux')])])])]),
            figure({ alt: 'x' }, ['légende', note('trois')]),
          ]),
        ]),
      ).file,
    );
    expect(file).toContain('[Titre](#a)');
    expect(file).toContain('Titre[^1]');
    expect(file).toContain('| cellule[^2] |');
    expect(file).toContain('[^1]: un\n\n[^2]: deux\n\n[^3]: trois\n');
  });

  it('are read where their numbers stand', () => {
    expect(words(paragraph(['mot', footnote(paragraph('la note')), ' fin']))).toContain('mot la note fin');
    expect(readMarkdown('a[^1] b\n\n[^1]: n\n\n[^2]: nobody asks\n').words.replaceAll(/\s+/g, ' ')).toBe(
      'a n b nobody asks ',
    );
  });

  it.each<[string, ReturnType<typeof footnote>]>([
    ['code', footnote(code('a\n\n  b'))],
    ['a list', footnote(orderedList([listItem(paragraph('a')), listItem(paragraph('b'))], 4))],
    ['a table', footnote(table([tableRow([tableCell([paragraph('a')]), tableCell([paragraph('b')])])]))],
    ['a quotation', footnote(blockquote([paragraph('a'), paragraph('b')]))],
    ['a picture', footnote(figure({ asset: seal, alt: 'a' }, 'b'))],
    ['something like a note', footnote(paragraph('[^1]: a'), paragraph('b'))],
  ])('hold %s', (_name, note) => {
    const text = words(paragraph(['avant', note, 'après']));
    expect(text).toMatch(/avant .*a .*b .*après/);
  });

  it('do not change what the words beside them mean', () => {
    const note = footnote(paragraph('n'));
    for (const [before, after] of [
      ['!', '(x)'],
      ['[', ']'],
      ['*', '*'],
      ['\\', ':'],
      ['`', '`'],
      ['www.exemple.org/', '/x'],
    ] as const) {
      expect(words(paragraph([before, note, after]))).toContain(`Partie ${before} n ${after}`);
    }
  });
});

describe('pictures', () => {
  it('lie beside the file, under their own name, their caption in italics below', () => {
    const picture = figure({ asset: seal, alt: 'Une salle [pleine]' }, 'Le matin');
    expect(body(picture)).toBe(`![Une salle \\[pleine\\]](assets/${seal}.png)\n\n*Le matin*`);
    expect(markdown.besides?.(reportOf([picture]), PICTURES).map(({ path }) => path)).toEqual([
      `assets/${seal}.png`,
    ]);
  });

  it('that are missing leave their words', () => {
    expect(body(figure({ alt: 'Une salle' }, 'x'))).toBe('Image\u00A0: Une salle\n\n*x*');
    expect(body(figure({ alt: '' }, ''))).toBe('Image');
  });

  it('stand in a cell between two breaks, and are what they show where nobody delivered them', () => {
    const cell = table([
      tableRow([tableCell([paragraph('a'), figure({ asset: seal, alt: 'Une | salle' }, 'x')])]),
    ]);
    expect(body(cell)).toContain(`| a<br>![Une \\| salle](assets/${seal}.png)<br>x |`);
    const missing = table([
      tableRow([tableCell([figure({ asset: 'f'.repeat(64), alt: 'Une salle' }, 'x')])]),
    ]);
    expect(body(missing)).toContain('| Une salle<br>x |');
  });

  it('of the title page stand below the title', () => {
    const report = { ...reportOf([]), look: { logo: seal } };
    const { file } = markdown.write(report, PICTURES);
    expect(String(file)).toContain(`![](assets/${seal}.png)`);
    expect(readMarkdown(file).shape.pictures).toBe(1);
  });

  it('keep their description character by character', () => {
    fc.assert(
      fc.property(arbitraryLine(), (alt) => {
        const fold = (text: string): string => text.replaceAll(/[ \n\t]+/g, ' ').trim();
        const read = readMarkdown(
          markdown.write(reportOf([figure({ asset: seal, alt }, '')]), PICTURES).file,
        ).words;
        expect(fold(read.slice(read.lastIndexOf('Partie\n') + 7))).toBe(fold(alt));
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('what has no counterpart', () => {
  it('tasks are boxes before words, and signs before anything else', () => {
    const list = bulletList([
      taskItem(true, paragraph('a'), bulletList([taskItem(false, paragraph('b'))])),
      taskItem(false, paragraph('[x] c')),
      listItem(paragraph('[ ] d')),
    ]);
    expect(body(list)).toBe('- [x] a\n  - [ ] b\n- [ ] \\[x] c\n- \\[ ] d');
    expect(words(list)).toContain('☑ a ☐ b ☐ [x] c [ ] d');
    expect(body(bulletList([taskItem(true, code('a'))]))).toBe('- ☑\n\n  ```\n  a\n  ```');
    expect(body(table([tableRow([tableCell([list])])]))).toContain('☑ a<br>☐ b<br>☐ \\[x] c<br>• \\[ ] d');
  });

  it('small letters are tags, languages nothing', () => {
    expect(
      body(paragraph(['CO', subscript('2'), ' 1', superscript('er'), ' ', span({ lang: 'de' }, 'Haus')])),
    ).toBe('CO<sub>2</sub> 1<sup>er</sup> Haus');
    expect(body(paragraph(link('https://e.org', superscript('x'))))).toBe('[<sup>x</sup>](https://e.org)');
  });
});
