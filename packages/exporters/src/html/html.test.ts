import {
  callout,
  type Colour,
  code,
  detail,
  headerCell,
  inlineCode,
  link,
  orderedList,
  listItem,
  paragraph,
  reference,
  section,
  table,
  tableCell,
  tableRow,
  type Report,
} from '@plenary/report-ast';
import { arbitraryReport } from '@plenary/report-ast/arbitrary';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { kitchenSink } from '../../fixtures/kitchen-sink.ts';
import { PICTURES, portrait, seal } from '../../fixtures/pictures.ts';
import { reportOf } from '../../fixtures/report-of.ts';
import { summitReport } from '../../fixtures/summit-report.ts';
import { contrast } from './contrast.ts';
import { languageProps } from './direction.ts';
import { html } from './html.ts';
import { themeOf } from './look-palette.ts';
import { readHtml } from './read-back.ts';
import { reportCss } from './report-css.ts';

const write = (report: Report): string => String(html.write(report).file);
const main = (...blocks: Parameters<typeof reportOf>[0]): string =>
  /aria-label="Lien vers.: Partie"><\/a><\/div>(.*)<p class="back">/s.exec(write(reportOf(blocks)))?.[1] ??
  '';

function elements(node: Nodes): readonly Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [...(child.type === 'element' ? [child] : []), ...elements(child)]);
}

const LOOK = { accent: '#c0ffee', second: '#123456', paper: 'letter' } as const;

describe('the page', () => {
  const all = elements(fromHtml(write(summitReport)));

  it('has a language, a title, one h1 and the landmarks', () => {
    expect(write(summitReport)).toMatch(
      /^<!doctype html><html lang="fr" dir="ltr"><head><meta charset="utf-8"\/>/,
    );
    const names = all.map(({ tagName }) => tagName);
    for (const once of ['title', 'h1', 'header', 'nav', 'main', 'footer']) {
      expect(names.filter((name) => name === once)).toHaveLength(1);
    }
  });

  it('lets a keyboard skip the contents', () => {
    expect(write(summitReport)).toContain('<body><a class="skip" href="#_report">Aller au rapport</a>');
    expect(write(summitReport)).toContain('<main id="_report" tabindex="-1">');
  });

  it('holds nothing that runs and asks for nothing', () => {
    for (const report of [summitReport, kitchenSink]) {
      const found = elements(fromHtml(String(html.write(report, PICTURES).file)));
      expect(found.map(({ tagName }) => tagName)).not.toContain('script');
      expect(
        found.filter(({ tagName }) => ['link', 'iframe', 'object', 'base', 'form'].includes(tagName)),
      ).toEqual([]);
      expect(
        found
          .flatMap(({ properties }) => Object.entries(properties))
          .filter(
            ([name, value]) => /^on|^src|^style/i.test(name) && !String(value).startsWith('data:image/'),
          ),
      ).toEqual([]);
    }
    expect(reportCss(LOOK)).not.toMatch(/url\(|@import|<\//);
    const policy = elements(fromHtml(write(summitReport))).find(
      ({ properties }) => 'httpEquiv' in properties,
    );
    expect(policy?.properties['content']).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('says no time and no place of its making', () => {
    expect(write(summitReport).split('</style>')[1]).not.toMatch(/20(?!16|15|17)\d\d-\d\d/);
  });

  it('has no contents where there is nothing to list', () => {
    const empty = write({ ...reportOf([]), parts: [] });
    expect(empty).not.toContain('<nav');
    expect(empty).toContain('<main');
  });

  it('speaks English in an English report', () => {
    expect(write({ ...reportOf([]), lang: 'en' })).toMatch(/Skip to the report.*Contents.*Back to contents/s);
  });
});

it('has unique ids, links that lead somewhere and headings without a gap, whatever the report', () => {
  fc.assert(
    fc.property(arbitraryReport(), (report) => {
      const all = elements(fromHtml(write(report)));
      const ids = all.flatMap(({ properties }) =>
        typeof properties['id'] === 'string' ? [properties['id']] : [],
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const { properties } of all) {
        const href = properties['href'] ?? 'tel:';
        expect(href.startsWith('#') ? ids.includes(href.slice(1)) : /^(https?|mailto|tel):/.test(href)).toBe(
          true,
        );
      }
      let level = 0;
      for (const { tagName } of all.filter((element) => /^h[1-6]$/.test(element.tagName))) {
        const next = Number(tagName[1]);
        expect(next).toBeLessThanOrEqual(level + 1);
        level = next;
      }
    }),
  );
}, 60_000);

describe('nodes', () => {
  it('writes sections as nested headings, with their language', () => {
    expect(
      main(section({ anchor: 'a', title: 'T', lang: 'he' }, [section({ anchor: 'b', title: 'U' }, [])])),
    ).toBe(
      '<section id="a" lang="he" dir="rtl"><div class="head"><h3>T</h3>' +
        '<a class="to" href="#a" aria-label="Lien vers\u00A0: T"></a></div>' +
        '<section id="b"><div class="head"><h4>U</h4>' +
        '<a class="to" href="#b" aria-label="Lien vers\u00A0: U"></a></div></section></section>',
    );
  });

  it('writes a box as a group named by its label, which links to itself', () => {
    const box = callout({ tone: 'blue', label: 'Avis', anchor: 'x', details: [detail('À', 'tous')] }, [
      paragraph('texte'),
    ]);
    expect(main(box)).toBe(
      '<div id="x" class="callout blue" role="group" aria-label="Avis"><p class="label"><a href="#x">Avis</a></p>' +
        '<p>texte</p><dl class="details"><div><dt>À</dt><dd>tous</dd></div></dl></div>',
    );
    expect(main(callout({ tone: 'sand', label: 'Seul' }, []))).toBe(
      '<div class="callout sand" role="group" aria-label="Seul"><p class="label">Seul</p></div>',
    );
  });

  it('gives header cells a scope, and repeats head rows', () => {
    const given = table([
      tableRow([headerCell(''), headerCell('a')]),
      tableRow([headerCell('b'), tableCell([], { colspan: 1, rowspan: 1 })]),
    ]);
    expect(main(given)).toBe(
      '<div class="table" role="group" tabindex="0" aria-label="Tableau"><table>' +
        '<thead><tr><td><p></p></td><th scope="col"><p>a</p></th></tr></thead>' +
        '<tbody><tr><th scope="row"><p>b</p></th><td><p></p></td></tr></tbody></table></div>',
    );
  });

  it('makes no head of rows that a cell leaves downwards, because HTML would cut the cell', () => {
    const high = tableCell([paragraph('h')], { header: true, rowspan: 2 });
    const given = table([tableRow([high, headerCell('a')]), tableRow([tableCell([paragraph('b')], {})])]);
    expect(main(given)).not.toContain('<thead>');
    expect(main(given)).toContain('<th scope="col" rowspan="2">');
    expect(main(table([tableRow([headerCell('nur')])]))).not.toContain('<tbody>');
  });

  it('numbers lists, and leaves a 1 unsaid', () => {
    expect(main(orderedList([listItem(paragraph('a'))], 7))).toBe('<ol start="7"><li><p>a</p></li></ol>');
    expect(main(orderedList([listItem()], 1))).toBe('<ol><li><p></p></li></ol>');
  });

  it('escapes what could be markup', () => {
    expect(main(paragraph(['<b>&amp;', inlineCode('</code>'), link('https://e.org/?a=1&b="', 'x')]))).toBe(
      '<p>&lt;b&gt;&amp;amp;<code>&lt;/code&gt;</code><a href="https://e.org/?a=1&amp;b=&quot;">x</a></p>',
    );
    expect(main(code('</pre>\n  x'))).toBe('<pre><code>&lt;/pre&gt;\n  x</code></pre>');
  });

  it('points references at anchors', () => {
    expect(main(paragraph(reference('part', 'ici')))).toBe('<p><a href="#part">ici</a></p>');
  });
});

describe('reading back', () => {
  it('reads what is seen, once', () => {
    expect(readHtml(write(reportOf([paragraph('un')]))).words.split(/\s+/)).toEqual([
      'Sommet',
      'Paris,',
      '2016',
      'Partie',
      'un',
      'Retour',
      'au',
      'sommaire',
    ]);
  });

  it('sees when a word is gone', () => {
    expect(readHtml(write(summitReport).replace('bouche-à-oreille', '')).words).not.toContain(
      'bouche-à-oreille',
    );
    expect(readHtml('').words).toBe('\n'.repeat(0));
  });

  it('finds the same without the style in the head, and leaves no other out', () => {
    const page = write(summitReport);
    // With an attribute, the style is left to the parser.
    expect(readHtml(page)).toEqual(readHtml(page.replace('<style>', '<style id="x">')));
    expect(readHtml('<main><p>a</p><style>b</style><p>c</p></main>').words).toBe('a\n\nc');
  });
});

it.each([
  ['fr', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['uz-Cyrl-UZ', 'ltr'],
  ['pa-arab-PK', 'rtl'],
  ['ur-Latn', 'ltr'],
])('%s is written %s', (lang, dir) => {
  expect(languageProps(lang)).toEqual({ lang, dir });
});

describe('in the look of a summit', () => {
  const look = (given: Report['look']): string => write({ ...summitReport, ...(given && { look: given }) });

  it('has its colours, its paper, its logo and its cover', () => {
    expect(look(LOOK)).toContain('--ground: #123456; --on-ground: #ffffff');
    expect(look(LOOK)).toContain('@page { size: letter;');
    expect(look(undefined)).toContain('@page { size: A4;');
    const page = String(
      html.write({ ...summitReport, look: { logo: seal, cover: portrait } }, PICTURES).file,
    );
    expect(page).toMatch(/<header class="title-page"><img class="logo" src="data:image\/png[^>]* alt=""\/>/);
    expect(page).toMatch(/<img class="cover" src="data:image\/jpeg[^>]* alt=""\/><\/header>/);
    expect(readHtml(page).shape.pictures).toBe(2);
  });

  it('changes a colour that is readable not at all', () => {
    expect(look({ accent: '#7a1f4e' })).toContain('--accent: #7a1f4e;');
  });
});

it('has the letters of western Europe inside, and those of the rest of it where they are needed', () => {
  const faces = (text: string): number =>
    write(reportOf([paragraph(text)])).match(/@font-face/g)?.length ?? 0;
  expect([faces('Ça va, « œuvre » – 12 €'), faces('Łódź'), faces('Győr')]).toEqual([3, 6, 6]);
});

describe.each(
  [undefined, '#ffffff', '#000000', '#ffff00', '#7a1f4e', '#00a0ff', '#808080'].flatMap((accent) => {
    const theme = themeOf(accent === undefined ? {} : { accent: accent as Colour, second: accent as Colour });
    return (['day', 'night'] as const).map((time) => [accent, time, theme[time], theme.cover] as const);
  }),
)('with the accent %s, the colours of the %s', (_accent, _time, palette, cover) => {
  const boxes = Object.entries(palette.tones);

  it.each(boxes)('give %s labels, text and links enough contrast', (_tone, [label, box]) => {
    for (const colour of [label, palette.ink, palette.accent])
      expect(contrast(colour, box)).toBeGreaterThanOrEqual(4.5);
  });

  it('give text on paper, on sheets and on the cover enough contrast', () => {
    for (const ground of [palette.paper, palette.sheet, palette.tones.neutral[1]]) {
      for (const colour of [palette.ink, palette.soft, palette.accent]) {
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
    if (cover !== undefined) expect(contrast(cover.ground, cover.ink)).toBeGreaterThanOrEqual(4.5);
  });
});
