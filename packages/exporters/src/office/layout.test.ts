import { code, headerCell, paragraph, table, tableCell, tableGrid, tableRow } from '@plenary/report-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largePicture } from '../../fixtures/large-picture.ts';
import { Bookmarks } from './bookmarks.ts';
import { columnWidths } from './column-widths.ts';
import { fitted } from './fitted.ts';
import { pageSize } from './page-size.ts';
import { pixelSize } from './pixel-size.ts';
import { regionalLanguage } from './regional-language.ts';
import { isShort, repeatedRows } from './table-rows.ts';
import { runDirection } from './words-direction.ts';

const cell = (text: string): ReturnType<typeof tableCell> => tableCell([paragraph(text)]);

describe('columns', () => {
  it('fill the width exactly, whatever stands in them', () => {
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2000, max: 12_000 }), (row, total) => {
        const widths = columnWidths(tableGrid(table([tableRow(row.map(cell))])), total);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      }),
    );
  });

  it('are wide where there is much to read', () => {
    const grid = tableGrid(table([tableRow([cell('2016'), cell('Un texte bien plus long. '.repeat(8))])]));
    const [date = 0, text = 0] = columnWidths(grid, 9000);
    expect(text).toBeGreaterThan(3 * date);
    expect(date).toBeGreaterThan(900);
  });
});

describe('rows', () => {
  it('repeat where they are a short head with something below', () => {
    const head = tableRow([headerCell('a')]);
    expect(repeatedRows(table([head, tableRow([cell('b')])]))).toBe(1);
    expect(repeatedRows(table([head, head]))).toBe(0);
    expect(repeatedRows(table([tableRow([headerCell('a'.repeat(601))]), tableRow([cell('b')])]))).toBe(0);
  });

  it('are short as long as they hold words, and few', () => {
    expect(isShort([cell('a')])).toBe(true);
    expect(isShort([tableCell([code('a')])])).toBe(false);
    expect(isShort([cell('a'.repeat(601))])).toBe(false);
  });
});

describe('pictures', () => {
  const of = (type: Parameters<typeof pixelSize>[0]['type'], hex: string): ReturnType<typeof pixelSize> =>
    pixelSize({ type, bytes: Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) });

  it('say their size in their first bytes', () => {
    expect(pixelSize(largePicture)).toEqual({ width: 6400, height: 4800 });
    expect(of('image/gif', '474946383961400180000000')).toEqual({ width: 320, height: 128 });
    expect(of('image/jpeg', 'ffd8ffe000040000ffc0001108012c0190030122')).toEqual({ width: 400, height: 300 });
    const webp = (kind: string, rest: string) => `52494646000000005745425056503${kind}000000${rest}`;
    expect(of('image/webp', webp('858', '00000000008f01002b0100'))).toEqual({ width: 400, height: 300 });
    expect(of('image/webp', webp('84c', '002f8fc14a00'))).toEqual({ width: 400, height: 300 });
    expect(of('image/webp', webp('820', '000000009d012a90012c01'))).toEqual({ width: 400, height: 300 });
  });

  it('that end too early, or say nothing, have no size of their own', () => {
    for (const type of ['image/png', 'image/gif', 'image/jpeg', 'image/webp', 'image/avif'] as const)
      expect(of(type, 'ffd8ff')).toBeUndefined();
  });

  it('are never larger than there is room, and keep their proportions', () => {
    expect(fitted(largePicture, {}, { width: 9000, height: 9000 })).toEqual({ width: 9000, height: 6750 });
    expect(fitted(largePicture, {}, { width: 9000, height: 450 })).toEqual({ width: 600, height: 450 });
    const small = { ...largePicture, bytes: new Uint8Array() };
    expect(fitted(small, { width: 10, height: 20 }, { width: 9000, height: 9000 })).toEqual({
      width: 150,
      height: 300,
    });
  });
});

describe('names', () => {
  it('of places are unique, stable, and no longer than Word takes', () => {
    const anchors = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,60}$/), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(anchors, (given) => {
        const bookmarks = new Bookmarks();
        const names = given.map((anchor) => bookmarks.nameOf(anchor));
        expect(new Set(names).size).toBe(given.length);
        for (const name of names) expect(name).toMatch(/^[a-z]\w{0,39}$/);
        expect(given.map((anchor) => bookmarks.nameOf(anchor))).toEqual(names);
      }),
    );
  });

  it('of languages have the region whose dictionary is meant', () => {
    expect(['fr', 'en', 'EL', 'pt-br', 'zh-Hant', 'x-klingon', 'fr-BE'].map(regionalLanguage)).toEqual([
      'fr-FR',
      'en-GB',
      'el-GR',
      'pt-BR',
      'zh-Hant',
      'x-klingon',
      'fr-BE',
    ]);
  });
});

describe('the sheet', () => {
  it('is A4 where nothing is said', () => {
    expect(pageSize()).toEqual(pageSize('a4'));
    expect(pageSize('letter').width / 1440).toBe(8.5);
  });
});

describe('words', () => {
  it('run as their surroundings do, unless their letters say otherwise', () => {
    expect(runDirection('שלום', 'ltr')).toBe('ltr');
    expect(runDirection('שלום', 'rtl')).toBe('rtl');
    expect(runDirection('2016 –', 'rtl')).toBe('rtl');
    expect(runDirection('mot', 'rtl')).toBe('ltr');
  });
});
