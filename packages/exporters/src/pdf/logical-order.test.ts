import { describe, expect, it } from 'vitest';
import { runsToTheLeft, textOf } from './logical-order.ts';
import type { PlacedChunk } from './shaped-run.ts';

/** What a page shows in a place of a line, in a text object that follows the one before it. */
type Shown = Partial<PlacedChunk> & { readonly x: number; readonly shows: string };

function read(shown: readonly Shown[], toTheLeft = false): string {
  return textOf(chunksOf(shown), toTheLeft);
}

function chunksOf(shown: readonly Shown[]): readonly PlacedChunk[] {
  return shown.map(({ shows, ...rest }, object) => ({
    glyphs: Array.from(shows),
    page: 0,
    object,
    y: 100,
    font: '/latin',
    size: 10,
    toTheLeft: false,
    element: PARAGRAPH,
    ...rest,
  }));
}

const PARAGRAPH = { isShifted: false };
const hebrew = { font: '/hebrew', toTheLeft: true };
const bold = { font: '/bold', toTheLeft: true };

describe('the text of a line', () => {
  it('is what its runs say one after the other, wherever on the line they stand', () => {
    expect(
      read([
        { x: 0, shows: 'mot ' },
        { x: 60, shows: 'בא', ...hebrew },
        { x: 40, shows: ' !', toTheLeft: true },
        { x: 80, shows: ' fin' },
      ]),
    ).toBe('mot אב!  fin');
  });

  it('turns a run of several fonts round as a whole', () => {
    const run = [
      { x: 0, shows: '!', font: '/latin' },
      { x: 10, shows: 'בא', ...hebrew },
      { x: 30, shows: '☑', font: '/signs' },
      { x: 40, shows: 'דג', ...hebrew },
    ];
    expect(read(run, true)).toBe('גד☑אב!');
  });

  it('turns a raised run round as a whole, which has an element for each font', () => {
    const run = [
      { x: 0, shows: 'בא', ...hebrew, element: { isShifted: true } },
      { x: 20, shows: 'דג', ...bold, element: { isShifted: true } },
      { x: 40, shows: 'ה', ...bold, y: 103, element: { isShifted: true } },
    ];
    expect(read(run)).toBe('גדאבה');
  });

  it('leaves a sign at the end of a run where it is in a paragraph written to the right', () => {
    const run = [
      { x: 0, shows: 'בא', ...hebrew },
      { x: 20, shows: '☑', font: '/signs' },
    ];
    expect(read(run)).toBe('אב☑');
    expect(read(run, true)).toBe('☑אב');
  });

  it('takes a letter or a figure of the other direction for a run of its own', () => {
    const line = [
      { x: 0, shows: 'בא', ...hebrew },
      { x: 20, shows: 'x' },
      { x: 30, shows: '1', font: '/figures' },
    ];
    expect(read(line, true)).toBe('אבx1');
  });

  it.each([
    ['in the same font', { x: 20, shows: 'דג', ...hebrew }],
    ['in another language', { x: 20, shows: 'דג', ...bold, lang: 'yi' }],
    ['on the next line', { x: 20, shows: 'דג', ...bold, y: 88 }],
    ['on the next page', { x: 20, shows: 'דג', ...bold, page: 1 }],
    ['with something between them', { x: 20, shows: 'דג', ...bold, object: 2 }],
    ['in the opposite order', { x: -20, shows: 'דג', ...bold }],
    ['in another element', { x: 20, shows: 'דג', ...bold, element: { isShifted: true } }],
    ['in another script', { x: 20, shows: 'ܒܐ', ...bold }],
  ])('takes two text objects %s for two runs', (_, second) => {
    const inOrder = Array.from(second.shows).toReversed().join('');
    expect(read([{ x: 0, shows: 'בא', ...hebrew }, second])).toBe(`אב${inOrder}`);
  });

  it('has signs alone in the direction that the page says', () => {
    const signs = { object: 0, toTheLeft: true };
    expect(
      read([
        { x: 0, shows: '>', ...signs },
        { x: 5, shows: ']', ...signs },
        { x: 9, shows: ']', ...signs },
      ]),
    ).toBe(']]>');
  });

  it('has a letter once that is drawn at two heights, and twice where it is of two runs', () => {
    const drawn = [
      { x: 0, shows: 'xé' },
      { x: 5, shows: 'é', y: 103 },
    ];
    expect(read(drawn)).toBe('xé');
    expect(read([drawn[0]!, { ...drawn[1]!, object: 2 }])).toBe('xéé');
  });

  it('has a letter once of which the mark is drawn with another font, higher', () => {
    const run = [
      { x: 0, shows: 'q\u0323', font: '/marks', y: 98 },
      { x: 0, shows: 'q\u0323' },
    ];
    const glyphs = { glyphs: ['q\u0323'] };
    expect(read(run.map((shown) => ({ ...shown, ...glyphs })))).toBe('q\u0323');
  });

  it('has a letter that is drawn at two heights once in a run to the left that has no other letter in its font', () => {
    const marked = { glyphs: ['\u0645\u064F'], font: '/arabic', shows: '' };
    const line = [
      { x: 0, y: 103, ...marked },
      { x: 0, y: 99, ...marked },
      { x: 10, shows: '-' },
      { x: 20, shows: '+', font: '/signs' },
    ];
    expect(read(line, true)).toBe('+-\u0645\u064F');
  });
});

describe('some of a line is read from right to left', () => {
  it.each([
    ['where letters say so', [{ x: 0, shows: '\u05D0' }], true],
    ['where the page says so', [{ x: 0, shows: ']]', toTheLeft: true }], true],
    ['where a mark says so that nobody sees', [{ x: 0, shows: '\u200F' }], true],
    [
      'where what follows stands to the left',
      [
        { x: 20, shows: ':' },
        { x: 0, shows: 'mot' },
      ],
      true,
    ],
    [
      'but not on the next line',
      [
        { x: 20, shows: ':' },
        { x: 0, shows: 'mot', y: 88 },
      ],
      false,
    ],
    [
      'but not where a mark is drawn higher',
      [
        { x: 20, shows: 'e' },
        { x: 19, shows: '\u0301', y: 103 },
      ],
      false,
    ],
  ])('%s', (_, shown, is) => {
    expect(runsToTheLeft(chunksOf(shown))).toBe(is);
  });

  it('signs of one glyph each stand with the letters beside them, whichever object they are in', () => {
    const signs = { object: 1, font: '/signs' };
    const line = [
      { x: 0, shows: '\u05D0', ...hebrew },
      { x: 10, shows: '-', ...signs },
      { x: 20, shows: '+', ...signs },
      { x: 30, shows: '\u05D1', object: 2, ...hebrew },
    ];
    expect(read(line)).toBe('\u05D1+-\u05D0');
  });
});
