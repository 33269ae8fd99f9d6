import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { PICTURES } from '@plenary/exporters/fixtures';
import { reportSchema } from '@plenary/exporters/json-schema';
import { nodesOf, type Report, type Table, walk } from '@plenary/report-ast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dissect } from './qpdf.ts';
import { findTool, runTool } from './tools.ts';
import { solid, understandingOf } from './understood.ts';
import { writeReports } from './written-reports.ts';

// The engine does not bear the hostile one: its own tests have a random report a file.
const NAMES = ['kitchen', 'summit', 'sample'] as const;
type Reports = Awaited<ReturnType<typeof writeReports<(typeof NAMES)[number]>>>;
let written: Reports;
let archived: Reports;

beforeAll(async () => {
  written = await writeReports('pdf', NAMES);
  archived = await writeReports('pdf-a', NAMES);
}, 240_000);

afterAll(async () => {
  await Promise.all([written, archived].map(({ folder }) => rm(folder, { recursive: true, force: true })));
});

describe.skipIf(findTool('qpdf') === undefined)('qpdf takes a PDF apart', () => {
  test.each(NAMES)(
    'and finds it sound, and words for whatever is no text, in the %s report',
    async (name) => {
      for (const { at } of [written.reports[name], archived.reports[name]]) {
        const { dictionaries } = await dissect(at);
        const having = (key: string, value: string): typeof dictionaries =>
          dictionaries.filter((one) => one[key] === value);
        expect(having('/S', '/Figure').filter((figure) => !hasWords(figure['/Alt']))).toEqual([]);
        expect(having('/Subtype', '/Link').filter((link) => !hasWords(link['/Contents']))).toEqual([]);
        const pages = having('/Type', '/Page').filter((page) => '/Annots' in page);
        expect(pages.length).toBeGreaterThan(0);
        expect(pages.filter((page) => page['/Tabs'] !== '/S')).toEqual([]);
      }
    },
  );

  test.each(NAMES)('and finds the language and the title of the %s report', async (name) => {
    const { report, at } = written.reports[name];
    const { dictionaries } = await dissect(at);
    expect(dictionaries.find((one) => one['/Type'] === '/Catalog')).toMatchObject({
      '/Lang': `u:${report.lang}`,
      '/ViewerPreferences': { '/DisplayDocTitle': true },
    });
  });

  // The engine puts the words of a note into the outline, too, and the kitchen sink has a title with one.
  test.each(['summit', 'sample'] as const)('and finds every title of the %s report', async (name) => {
    const { report, at } = written.reports[name];
    const { headings } = understandingOf(report, PICTURES);
    const { outline } = await dissect(at);
    const titles = outline.map((title, index) => withoutNumber(visible(title), visible(headings[index])));
    expect(titles).toEqual(headings.map(visible));
  });

  // Those of the kitchen sink are too tall to be repeated on each page, and the engine marks no others.
  test.each(['summit', 'sample'] as const)('and finds the heads of tables of the %s report', async (name) => {
    const { report, at } = written.reports[name];
    const { dictionaries } = await dissect(at);
    expect(countHeadCells(report)).toBeGreaterThan(0);
    expect(dictionaries.filter((one) => one['/S'] === '/TH')).toHaveLength(countHeadCells(report));
  });
});

describe.skipIf(findTool('pdfinfo') === undefined)('poppler reads a PDF', () => {
  test.each(NAMES)('and finds the %s report accessible', async (name) => {
    const { report, at } = written.reports[name];
    const info = await runTool('pdfinfo', [at]);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$/m);
    expect(solid(info)).toContain(solid(`Title: ${report.summit.title}`));
    expect(await runTool('pdfinfo', ['-meta', at])).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test.each(NAMES)('and no level is skipped in the %s report', async (name) => {
    const structure = await runTool('pdfinfo', ['-struct', written.reports[name].at]);
    const levels = Array.from(structure.matchAll(/^ *H(\d)\b/gm), ([, level]) => Number(level));
    expect(levels.length).toBeGreaterThan(5);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });
});

describe.skipIf(findTool('pdffonts') === undefined)('poppler looks at the fonts of a PDF', () => {
  test.each(NAMES)('and all of the %s report are in the file, with the text they stand for', async (name) => {
    const [, , ...fonts] = (await runTool('pdffonts', [written.reports[name].at])).trim().split('\n');
    expect(fonts.length).toBeGreaterThan(2);
    // Embedded, a part of it only, and with a table of what its glyphs mean.
    expect(fonts.filter((font) => !/ yes +yes +yes +\d+ +\d+$/.test(font))).toEqual([]);
  });
});

describe.skipIf(findTool('pdfdetach') === undefined)(
  'poppler takes the data out of a PDF for archives',
  () => {
    test.each(NAMES)('and it is the %s report', async (name) => {
      const { report, at } = archived.reports[name];
      const taken = async (attachment: string): Promise<unknown> => {
        const to = path.join(archived.folder, `${name}-${attachment}`);
        await runTool('pdfdetach', ['-savefile', `attached/${attachment}`, '-o', to, at]);
        return JSON.parse(await readFile(to, 'utf8'));
      };
      expect(await runTool('pdfdetach', ['-list', at])).toContain('2 embedded files');
      expect(reportSchema.parse(await taken('report.json'))).toEqual(report);
      expect(await taken('outcomes.json')).toEqual(report.outcomes);
    });
  },
);

/** Whether it is a text, in qpdf's notation, and not an empty one. */
function hasWords(value: unknown): boolean {
  return typeof value === 'string' && /^[ub]:./su.test(value);
}

/** Without what only steers how its neighbours look. */
function visible(words = ''): string {
  return solid(words).replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
}

/** A title without the number that the PDF gives it, where what is left is the one that is expected. */
function withoutNumber(title: string, expected: string): string {
  const number = title.slice(0, -expected.length);
  return title.endsWith(expected) && /^\d+\.\d*$/.test(number) ? expected : title;
}

/** The cells of rows of headers at the top of a table; the engine has no other headers yet. */
function countHeadCells(report: Report): number {
  return [...walk(nodesOf(report))].reduce(
    (sum, { node }) =>
      sum + (node.type === 'table' ? headRowsOf(node).flatMap((row) => row.children).length : 0),
    0,
  );
}

/** None, where a cell reaches out of them, or where there is nothing below: such a head cannot be repeated on the next page. */
function headRowsOf({ children: rows }: Table): Table['children'] {
  const end = rows.findIndex(({ children }) => children.some(({ header }) => !header));
  const head = rows.slice(0, Math.max(end, 0));
  const isWhole = head.every(({ children }, index) =>
    children.every(({ rowspan = 1 }) => index + rowspan <= head.length),
  );
  return isWhole ? head : [];
}
