import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from '../arbitrary.ts';
import {
  blockquote,
  figure,
  footnote,
  link,
  paragraph,
  reference,
  section,
  strong,
  text,
} from '../builders.ts';
import type { Block } from '../nodes.ts';
import { reportLeaves } from '../leaves.ts';
import type { Report } from '../report.ts';
import { validate } from '../validate.ts';
import { singleLine } from '../well-formed.ts';
import { asShown } from './coverage.ts';
import { normalise } from './normalise.ts';

const withBlocks = (...children: readonly Block[]): Report => ({
  plenary: 1,
  lang: 'en',
  summit: { id: 's', title: 'Summit', whenAndWhere: 'Paris', hosts: [] },
  generatedFrom: {},
  parts: [{ anchor: 'part', title: [text('Part')], children }],
  outcomes: [],
  diagnostics: [],
});
const bodyOf = (report: Report): readonly Block[] => report.parts[0]?.children ?? [];
const rulesOf = (...children: readonly Block[]): readonly string[] =>
  normalise(withBlocks(...children)).diagnostics.map(({ rule }) => rule);

/** What may be wrong with a value of a report that somebody else wrote. */
const WRONG = {
  string: ['', '\u0000', 'a\u0007b\nc', '\uD800', 'Ä b', 'javascript:alert(1)', 'up', '#12', 'same'],
  number: [-1, 0, 0.5, 1e12, Number.NaN],
};
const KEPT: ReadonlySet<string> = new Set([
  'type',
  'plenary',
  'generatedFrom',
  'outcomes',
  'diagnostics',
  'tone',
  'kind',
  'id',
]);

/** The report with some of its values spoilt: every nth text, number or list is another one. */
function spoilt(report: Report, picks: readonly (readonly [every: number, which: number])[]): Report {
  let met = 0;
  return inside(report) as Report;

  function inside(value: unknown): unknown {
    met += 1;
    const pick = picks.find(([every]) => met % every === 0)?.[1];
    if (Array.isArray(value)) {
      const items = value.map(inside);
      if (pick === undefined) return items;
      // Nothing, or everything twice: anchors too.
      return pick % 2 === 0 ? [] : [...items, ...items];
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, child]) => [key, KEPT.has(key) ? child : inside(child)]),
      );
    }
    if (pick === undefined) return value;
    if (typeof value === 'string') return WRONG.string[pick % WRONG.string.length];
    return typeof value === 'number' ? WRONG.number[pick % WRONG.number.length] : value;
  }
}

describe('normalise', () => {
  it('[RN1] leaves a sound report as it is', () => {
    fc.assert(
      fc.property(arbitraryReport(), (report) => {
        const { report: same, diagnostics } = normalise(report);
        expect(diagnostics).toEqual([]);
        expect(same).toEqual(report);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('[RN1] [RN2] makes a sound report of any, and its words are all there', () => {
    const picks = fc.array(fc.tuple(fc.integer({ min: 3, max: 40 }), fc.nat(50)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(arbitraryReport(), picks, (sound, how) => {
        const report = spoilt(sound, how);
        const mended = normalise(report);
        expect(validate(mended.report)).toEqual([]);
        const said = reportLeaves(mended.report).join('\n');
        for (const leaf of reportLeaves(report))
          for (const line of leaf.split('\n')) expect(said).toContain(singleLine(line).trim());
        expect(normalise(mended.report)).toEqual({ report: mended.report, diagnostics: [] });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('[RN2] keeps the words of what is nested too deep, at any depth', () => {
    let deep: Block = paragraph(['at the ', strong('bottom')]);
    for (let level = 0; level < 20_000; level += 1) deep = blockquote([deep]);
    const { report, diagnostics } = normalise(withBlocks(deep));
    expect(validate(report)).toEqual([]);
    expect(reportLeaves(report).join(' ')).toContain('at the  bottom');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['normalise-depth']);
  });

  it('[RN3] says what it did, with a rule and once', () => {
    expect(rulesOf(paragraph(link('javascript:x', 'click')))).toEqual(['normalise-link']);
    expect(rulesOf(paragraph([reference('gone', 'there'), reference('gone', 'here')]))).toEqual([
      'normalise-reference',
    ]);
    expect(rulesOf(paragraph(footnote(section({ anchor: 'a', title: 'T' }, []))))).toEqual([
      'normalise-shape',
    ]);
    expect(rulesOf({ type: 'paragraph', children: [{ type: 'text', value: 'a\u0000' }] })).toEqual([
      'normalise-text',
    ]);
    expect(rulesOf(section({ anchor: 'part', title: 'T' }, []))).toEqual(['normalise-anchor']);
    expect(rulesOf({ type: 'paragraph', lang: 'not a tag', children: [text('x')] })).toEqual([
      'normalise-language',
    ]);
  });

  it('[RN4] does without pictures that are not at hand', () => {
    const [there, absent] = ['a'.repeat(64), 'b'.repeat(64)];
    const report = withBlocks(
      figure({ asset: there, alt: 'one' }, 'first'),
      figure({ asset: absent, alt: 'two' }, ''),
    );
    const { report: mended, diagnostics } = normalise(report, { pictures: new Set([there]) });
    expect(bodyOf(mended)).toMatchObject([{ asset: there }, { alt: 'two' }]);
    expect(JSON.stringify(mended)).not.toContain(absent);
    expect(diagnostics).toMatchObject([{ rule: 'normalise-picture', severity: 'warning' }]);
  });
});

describe('what fonts can show', () => {
  const LATIN = [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x300, 0x36f],
    [0x2010, 0x2027],
  ] as const;

  it('[RN5] is kept, and the rest is replaced and named', () => {
    const { report, diagnostics } = normalise(withBlocks(paragraph('Œuvre 会 “ok” 会')), { glyphs: LATIN });
    expect(bodyOf(report)).toEqual([paragraph('Œuvre \uFFFD “ok” \uFFFD')]);
    expect(diagnostics).toMatchObject([
      { rule: 'normalise-glyph', message: expect.stringContaining('会 (U+4F1A)') },
    ]);
  });

  it('[RN5] is everything where nothing is said about fonts', () => {
    expect(normalise(withBlocks(paragraph('会'))).diagnostics).toEqual([]);
  });

  it('[RN5] misses no joiner, no selector, and no letter that its parts can make', () => {
    expect(asShown('\u1E69 a\u200Db\uFE0F\n', LATIN).missing).toEqual([]);
    expect(asShown('a\u1680b', LATIN).words).toBe('a\uFFFDb');
    expect(asShown('👩🏽‍🚀', LATIN).words).toBe('\uFFFD\uFFFD\u200D\uFFFD');
  });

  it('[RN5] is all that is left, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const { words: shown } = asShown(words, LATIN);
        expect(Array.from(shown)).toHaveLength(Array.from(words).length);
        expect(asShown(shown, LATIN).missing).toEqual([]);
      }),
    );
  });
});
