import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryReport } from './arbitrary.ts';
import {
  blockquote,
  bulletList,
  callout,
  code,
  detail,
  emphasis,
  figure,
  footnote,
  link,
  listItem,
  orderedList,
  paragraph,
  reference,
  section,
  span,
  table,
  tableCell,
  tableRow,
} from './builders.ts';
import { MAX_DEPTH } from './limits.ts';
import type { Block, Inline } from './nodes.ts';
import type { Report } from './report.ts';
import { createValidator, validate } from './validate.ts';

const sound: Report = {
  plenary: 1,
  lang: 'en',
  summit: { id: 's', title: 'Summit', theme: 'Theme', whenAndWhere: 'Paris', hosts: ['Host'] },
  generatedFrom: {},
  parts: [{ anchor: 'part', title: paragraph('Part').children, children: [] }],
  outcomes: [],
  diagnostics: [],
};
const withBlocks = (...children: readonly Block[]): Report => ({
  ...sound,
  parts: [{ anchor: 'part', title: paragraph('Part').children, children }],
});
const withWords = (...children: readonly Inline[]): Report => withBlocks({ type: 'paragraph', children });
const rulesOf = (report: Report): readonly string[] => validate(report).map(({ rule }) => rule);
const raw = (value: string): Inline => ({ type: 'text', value });
const deep = (levels: number): Block => {
  let block: Block = { type: 'thematicBreak' };
  for (let level = 1; level < levels; level += 1) block = blockquote([block]);
  return block;
};
const cellsOf = (...spans: readonly number[]): Block =>
  table(spans.map((colspan) => tableRow([tableCell([], { colspan })])));

it('[RA18] finds nothing wrong in a sound report', () => {
  expect(validate(sound)).toEqual([]);
  fc.assert(
    fc.property(arbitraryReport(), (report) => {
      expect(validate(report)).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

describe.each<[string, string, readonly [string, Report, number?][]]>([
  ['[RA1]', 'report-version', [['another version', { ...sound, plenary: 2 as 1 }]]],
  [
    '[RA2]',
    'anchor-shape',
    [
      ['a capital in a section', withBlocks(section({ anchor: 'Ä', title: 't' }, []))],
      ['an empty anchor of a part', { ...sound, parts: [{ anchor: '', title: [raw('t')], children: [] }] }],
    ],
  ],
  [
    '[RA2]',
    'anchor-unique',
    [
      ['a callout named like a part', withBlocks(callout({ tone: 'blue', label: 'l', anchor: 'part' }, []))],
      ['two parts of one name', { ...sound, parts: [...sound.parts, ...sound.parts] }],
    ],
  ],
  ['[RA3]', 'reference-resolves', [['a reference to nowhere', withWords(reference('gone', 'x'))]]],
  [
    '[RA4]',
    'text-not-empty',
    [
      ['an empty text', withWords(raw(''))],
      ['an empty inline code', withWords({ type: 'inlineCode', value: '' })],
      ['a section without title', withBlocks(section({ anchor: 'a', title: '' }, []))],
      ['a part without title', { ...sound, parts: [{ anchor: 'a', title: [], children: [] }] }],
      ['an empty callout label', withBlocks(callout({ tone: 'blue', label: '' }, []))],
      [
        'an empty detail label',
        withBlocks(callout({ tone: 'blue', label: 'l', details: [detail('', 'x')] }, [])),
      ],
      [
        'an empty title page',
        { ...sound, summit: { id: 's', title: '', theme: '', whenAndWhere: '', hosts: [''] } },
        4,
      ],
    ],
  ],
  [
    '[RA5]',
    'text-well-formed',
    [
      ['a line feed in text', withWords(raw('a\nb'))],
      ['a tab in text', withWords(raw('a\tb'))],
      ['a control character in code', withBlocks({ type: 'code', value: '\u0007' })],
      ['a line feed in the language of code', withBlocks(code('x', 'a\nb'))],
      ['half a character in a host', { ...sound, summit: { ...sound.summit, hosts: ['\uDC00'] } }],
    ],
  ],
  [
    '[RA6]',
    'language-tag',
    [
      ['a sentence as language', withBlocks(section({ anchor: 'a', title: 't', lang: 'in French' }, []))],
      ['no language of the report', { ...sound, lang: '' }],
    ],
  ],
  ['[RA7]', 'link-protocol', [['a script as link', withWords(link('javascript:alert(1)', 'x'))]]],
  [
    '[RA8]',
    'link-in-link',
    [
      ['a link in a link', withWords(link('tel:1', emphasis(link('tel:2', 'x'))))],
      ['a reference in a link', withWords(link('tel:1', reference('part', 'x')))],
      ['a link in a reference', withWords(reference('part', link('tel:1', 'x')))],
    ],
  ],
  [
    '[RA9]',
    'not-empty',
    [
      ['an empty list', withBlocks(bulletList([]))],
      ['an empty item', withBlocks(bulletList([{ type: 'listItem', children: [] }]))],
      ['an empty table', withBlocks(table([]))],
      ['an empty cell', withBlocks(table([tableRow([{ type: 'tableCell', header: false, children: [] }])]))],
      ['an empty quotation', withBlocks(blockquote([]))],
      [
        'empty marks',
        withWords(emphasis([]), { type: 'strong', children: [] }, { type: 'delete', children: [] }),
        3,
      ],
      ['empty links', withWords(link('tel:1', []), reference('part', [])), 2],
    ],
  ],
  [
    '[RA10]',
    'table-rectangular',
    [
      ['rows of different width', withBlocks(cellsOf(1, 2))],
      ['a span of none', withBlocks(cellsOf(0))],
      ['half a column', withBlocks(cellsOf(1.5))],
      ['a row span of none', withBlocks(table([tableRow([tableCell([], { rowspan: 0 })])]))],
    ],
  ],
  [
    '[RA11]',
    'list-start',
    [
      [
        'a bullet list with a number',
        withBlocks({ type: 'list', ordered: false, start: 1, children: [listItem()] }),
      ],
      ['a number below zero', withBlocks(orderedList([listItem()], -1))],
      ['ten digits', withBlocks(orderedList([listItem(), listItem()], 999_999_999))],
      ['half a number', withBlocks(orderedList([listItem()], 1.5))],
    ],
  ],
  [
    '[RA12]',
    'depth',
    [
      ['one level too many', withBlocks(deep(MAX_DEPTH + 1))],
      ['a hundred thousand levels', withBlocks(deep(100_000))],
    ],
  ],
  [
    '[RA6]',
    'direction',
    [['a direction nobody writes in', withBlocks({ type: 'paragraph', dir: 'up' as 'ltr', children: [] })]],
  ],
  ['[RA6]', 'language-tag', [['no language of a passage', withWords(span({ lang: '' }, 'x'))]]],
  ['[RA8]', 'link-in-link', [['a note in a link', withWords(link('tel:1', ['x', footnote()]))]]],
  ['[RA9]', 'not-empty', [['a note without blocks', withWords({ type: 'footnote', children: [] })]]],
  [
    '[RA10]',
    'scope-of-header',
    [['a scope without header', withBlocks(table([tableRow([tableCell([], { scope: 'row' })])]))]],
  ],
  [
    '[RA11]',
    'list-start',
    [
      [
        'letters without order',
        withBlocks({ type: 'list', ordered: false, numbering: 'a', children: [listItem()] }),
      ],
      [
        'other letters',
        withBlocks({ type: 'list', ordered: true, numbering: 'α' as 'a', children: [listItem()] }),
      ],
    ],
  ],
  [
    '[RA19]',
    'footnote-holds',
    [
      ['a note in a note', withWords(footnote(paragraph(footnote())))],
      ['a section in a note', withWords(footnote(section({ anchor: 'a', title: 't' }, [])))],
    ],
  ],
  ['[RA20]', 'span-says-nothing', [['a passage like any other', withWords(span({}, 'x'))]]],
  [
    '[RA21]',
    'figure-asset',
    [['an address', withBlocks(figure({ asset: 'https://exemple.org/a.png', alt: '' }, ''))]],
  ],
  [
    '[RA22]',
    'figure-size',
    [
      ['a width without height', withBlocks(figure({ alt: '', width: 3 }, ''))],
      ['half a pixel', withBlocks(figure({ alt: '', width: 0.5, height: 1 }, ''))],
      ['nothing wide', withBlocks(figure({ alt: '', width: 0, height: 1 }, ''))],
    ],
  ],
])('%s %s', (_id, rule, cases) => {
  it.each(cases)(`refuses %s`, (_name, report, times = 1) => {
    expect(rulesOf(report)).toEqual(Array.from({ length: times }, () => rule));
  });
});

it('[RA9] lets a paragraph, a section, a callout and a row be empty', () => {
  const merged = table([tableRow([tableCell([], { rowspan: 2 })]), tableRow([])]);
  const blocks = [
    paragraph([]),
    section({ anchor: 'a', title: 't' }, []),
    callout({ tone: 'teal', label: 'l' }, []),
    merged,
  ];
  expect(validate(withBlocks(...blocks))).toEqual([]);
});

it('[RA12] lets nodes be nested up to the limit', () => {
  expect(validate(withBlocks(deep(MAX_DEPTH)))).toEqual([]);
});

describe('messages', () => {
  const twice: Report = { ...sound, parts: [...sound.parts, ...sound.parts] };

  it('are sentences in the language of the report, English where it is not known', () => {
    expect(validate({ ...twice, lang: 'fr-BE' })).toEqual([
      {
        rule: 'anchor-unique',
        severity: 'error',
        message: 'Deux endroits du rapport portent l’ancre «\u00A0part\u00A0».',
      },
    ]);
    expect(validate({ ...twice, lang: 'pl' })[0]?.message).toBe(
      'Two places of the report have the anchor “part”.',
    );
  });

  it('quote the beginning of a long value, harmlessly', () => {
    const message = validate(withWords(raw(`\u0007${'é'.repeat(100)}`)))[0]?.message;
    expect(message).toBe(
      `The text “\uFFFD${'é'.repeat(59)}…” holds a control character or half a character.`,
    );
  });

  it('[RA18] have French and English for every rule', () => {
    const everything: Report = {
      ...withBlocks(
        deep(50),
        cellsOf(1, 2),
        bulletList([]),
        orderedList([listItem()], -1),
        section({ anchor: 'Ä', title: '', lang: '?' }, []),
        paragraph([reference('no', link('x:y', raw('\n')))]),
        paragraph([span({}, 'x'), footnote(paragraph(footnote())), span({ dir: '' as 'ltr' }, 'x')]),
        figure({ asset: 'x', alt: '', width: 1 }, ''),
        table([tableRow([tableCell([], { scope: 'row' })])]),
      ),
      plenary: 3 as 1,
    };
    const report = { ...everything, parts: [...everything.parts, ...sound.parts] };
    const english = validate(report);
    const french = validate({ ...report, lang: 'fr' });
    expect(new Set(english.map(({ rule }) => rule)).size).toBe(19);
    expect(french.map(({ rule }) => rule)).toEqual(english.map(({ rule }) => rule));
    for (const [index, { message }] of french.entries()) {
      expect(message).toMatch(/\.$/);
      expect(message).not.toBe(english[index]?.message);
      expect(message).not.toMatch(/ [:;!?»]|« /);
    }
  });
});

it('[RA24] finds the same when it remembers what it saw, wherever a block stands now', () => {
  const broken = { type: 'text', value: '' } as const;
  const changes = fc.array(fc.tuple(fc.nat(5), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(arbitraryReport(), arbitraryReport(), changes, (one, other, steps) => {
      const remembering = createValidator();
      const blocks = [...one.parts, ...other.parts].flatMap(({ children }) => children);
      const parts = [...one.parts];
      for (const [place, wraps, breaks] of steps) {
        const moved = blocks[place % blocks.length] ?? paragraph('nothing');
        const spoilt = breaks ? [moved, { ...paragraph('x'), children: [broken] }] : [moved];
        const children = wraps ? [section({ anchor: `w${place}`, title: 'Wrapped' }, spoilt)] : spoilt;
        parts.push({ anchor: `part-${parts.length}`, title: paragraph('Part').children, children });
        const report = { ...one, parts: [...parts] };
        expect(remembering(report)).toEqual(validate(report));
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
