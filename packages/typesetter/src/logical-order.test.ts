import { findFormat, type Typesetter } from '@plenary/exporters';
import { firstLost } from '@plenary/exporters/first-lost';
import { summitReport } from '@plenary/exporters/fixtures';
import type { Block, Inline, Report, Spoken } from '@plenary/report-ast';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createTypesetter } from './typst-typesetter.ts';

const typesetter = createTypesetter({ filesPerProcess: 100 });
afterAll(() => typesetter.close());

const text = (value: string): Inline => ({ type: 'text', value });
const marked = (type: 'strong' | 'subscript' | 'superscript', ...children: readonly Inline[]): Inline => ({
  type,
  children,
});
const code = (value: string): Inline => ({ type: 'inlineCode', value });
const spoken = (how: Spoken, ...children: readonly Inline[]): Inline => ({ type: 'span', ...how, children });

/** What a PDF of these paragraphs does not say in their order: the same question that refuses a report to an organiser. */
async function lostOf(
  children: readonly Block[],
  engine: Typesetter = typesetter,
): Promise<object | undefined> {
  const exporter = await findFormat('pdf')!.load({ typesetter: engine });
  const report: Report = { ...summitReport, parts: [{ anchor: 'p', title: [text('Partie')], children }] };
  return firstLost(exporter, report);
}

const HEBREW = '\u05E9\u05DC\u05D5\u05DD';
const ARABIC = '\u0645\u0631\u062D\u0628\u0627';
const PRESENTED = '\uFEB3\uFEFC\u0645';
const VOWELLED = '\u0645\u064F';

const LINES: Readonly<Record<string, readonly Inline[]>> = {
  'two scripts to the left in turn': [text(`mot${ARABIC}${HEBREW}${ARABIC}fin`)],
  'the same in styles of their own': [text(`mot${ARABIC}`), marked('strong', text(HEBREW)), text('fin')],
  'a mark that nobody sees between the two': [text(`mot${ARABIC}\u200E${HEBREW}fin`)],
  'one that nobody knows between them': [text(`mot${ARABIC}\u{E02EB}${VOWELLED}fin`)],
  'languages of their own': [
    spoken({ lang: 'he' }, text(HEBREW)),
    spoken({ lang: 'ar' }, text(ARABIC)),
    text('fin'),
  ],
  'signs, of which each stands for one that was shown before': [
    text('a[b<c'),
    spoken({ lang: 'de', dir: 'rtl' }, text(']]>')),
  ],
  'signs of other fonts within a word': [text(`mot ${HEBREW}\u2611${HEBREW}, fin`)],
  'figures of two scripts': [code(`12\u0663\u0664`), text(` ${ARABIC} \u0663\u06643.5`)],
  'letters in forms for presentation': [text(`${PRESENTED} 12 ${PRESENTED}, ${ARABIC}\uFDF2!`)],
  'the same, lowered': [marked('subscript', code(`${ARABIC} ${PRESENTED}`)), text('fin')],
  'vowels twice': [text(`${VOWELLED}${VOWELLED}${ARABIC}`), marked('superscript', text(`x${VOWELLED}`))],
  'a vowel of another script, which is drawn apart': [text(`mot${HEBREW}\u064Fmot`), code(`${ARABIC}\u0597`)],
  'a mark without a letter, before signs and words to the right': [
    spoken({ lang: 'de', dir: 'rtl' }, text('\u0597'), text(':'), text('mot')),
  ],
  'a lowered letter before the same one, raised': [
    marked('superscript', text('mot'), marked('subscript', text('a\u00E9')), text('\u00E9')),
    text('fin'),
  ],
};

describe.each(['ltr', 'rtl'] as const)('lines of a paragraph written %s are read in order', (dir) => {
  it.each(Object.entries(LINES))('with %s', async (_, children) => {
    expect(await lostOf([{ type: 'paragraph', dir, children }])).toBeUndefined();
  });
});

describe('it is noticed in words to the left', () => {
  const [first, second, third] = [HEBREW, ARABIC, '\u05D0\u05D1\u05D2'];
  const said = `${first} ${second} ${third}`;

  it.each([
    ['is gone', `${first} ${third}`],
    ['has lost a letter', `${first} ${second.slice(1)} ${third}`],
    ['changed its place', `${second} ${first} ${third}`],
    ['is turned round', `${first} ${Array.from(second).toReversed().join('')} ${third}`],
    ['is there twice', `${first} ${second} ${second} ${third}`],
  ])('when one %s', async (_, instead) => {
    const children: readonly Block[] = [{ type: 'paragraph', children: [text(said)] }];
    expect(await lostOf(children, saying(instead))).toBeDefined();
    expect(await lostOf(children, saying(said))).toBeUndefined();
  });

  /** The engine, given other words than it should be. */
  function saying(instead: string): Typesetter {
    return {
      glyphs: typesetter.glyphs,
      typeset: (job, cancellation) => {
        const report = new TextDecoder().decode(job.files.get('report.json')).replace(said, instead);
        const files = new Map(job.files).set('report.json', new TextEncoder().encode(report));
        return typesetter.typeset({ ...job, files }, cancellation);
      },
    };
  }
});

const LETTERS_TO_THE_LEFT = [
  HEBREW,
  '\u05D0',
  '\u05E9\u05C1',
  '\u05D1\u05BC\u05B8',
  ARABIC,
  '\u0628',
  PRESENTED,
  '\uFDF2',
  '\uFEFB',
  VOWELLED,
];
const LETTERS_TO_THE_RIGHT = ['mot', 'x', '\u00E9', 'q\u0323\u0307', '\u4E2D', '12', '3.5', '\u0663\u0664'];
const SIGNS = [']]>', '[x]', '-', '%', '"', ':', '\u2611', ' ', ' ', ' ', '\u00A0', '\u{E02EB}'];
const MARKS = ['\u0597', '\u064F', '\u0301'];
const words = fc
  .array(fc.constantFrom(...LETTERS_TO_THE_LEFT, ...LETTERS_TO_THE_RIGHT, ...SIGNS, ...MARKS), {
    minLength: 1,
    maxLength: 6,
  })
  .map((some) => some.join(''));
const how = fc.record(
  { lang: fc.constantFrom('he', 'ar', 'fr'), dir: fc.constantFrom('rtl' as const, 'ltr' as const) },
  { requiredKeys: [] },
);
const plain: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words.map(text) },
  { weight: 2, arbitrary: words.map(code) },
  fc.constant<Inline>({ type: 'break' }),
);
const several = fc.array(plain, { minLength: 1, maxLength: 4 });
const styled: fc.Arbitrary<Inline> = fc.oneof(
  plain,
  fc
    .tuple(fc.constantFrom('strong' as const, 'subscript' as const, 'superscript' as const), several)
    .map(([type, children]) => marked(type, ...children)),
  fc.tuple(how, several).map(([language, children]) => spoken(language, ...children)),
);
const paragraph: fc.Arbitrary<Block> = fc
  .tuple(how, fc.array(styled, { minLength: 1, maxLength: 8 }))
  .map(([language, children]) => ({ type: 'paragraph', ...language, children }));

it('whatever of all that stands beside whatever else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 10, maxLength: 10 }), async (paragraphs) => {
      expect(await lostOf(paragraphs)).toBeUndefined();
    }),
    { numRuns: 20, seed: 2016 },
  );
});
