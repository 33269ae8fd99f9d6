import type { DocNode } from '@plenary/document';
import { asShown, type Block, normalise, paragraph, type Report } from '@plenary/report-ast';
import { doc, h, li, p, quote, table, ul } from '@plenary/testing';
import { describe, expect, it } from 'vitest';
import { group, groupDocument, input, oneGroup, session, summit } from '../fixtures/inputs.ts';
import { plainText } from '../fixtures/plain-text.ts';
import { auditText, MAX_FINDINGS } from './audit.ts';
import { compileReport } from './compile-report.ts';
import { sourceLeaves } from './source-leaves.ts';

const outcome = (type: string, attrs: Record<string, unknown>, ...content: DocNode[]): DocNode => ({
  type,
  attrs,
  content,
});

const documents = [
  groupDocument(
    'g1',
    doc(
      h(2, 'What we found together'),
      p('The first paragraph says one thing.'),
      p('The second paragraph says another thing.'),
      ul(li('a bullet in a list'), li('another bullet in it')),
      table(
        ['Column one of this table', 'Column two'],
        ['A cell with several words', 'The very last cell here'],
      ),
      quote('A quotation somebody remembered well'),
      outcome(
        'advice',
        { id: 'adv1', to: 'Every single host organisation' },
        p('Call the hosts early enough.'),
      ),
    ),
  ),
  groupDocument(
    'g2',
    doc(
      p('Yes'),
      outcome('task', { id: 'task1', owner: 'Ana', due: '2016-10-14' }, p('Write the guide for newcomers.')),
      p('The closing words of group two.'),
    ),
  ),
];
const sessions = [
  session('s1', { title: 'Measuring', question: 'What can be measured?' }),
  session('s2', { title: 'Cases' }),
];
const from = input(summit(sessions, [group('g1', 's1'), group('g2', 's2')]), documents);

describe('sourceLeaves', () => {
  it('[AG28] reads text blocks and picked values in order, then the synthesis, then the groups', () => {
    const leaves = sourceLeaves(from).map(({ place, group: id, kind, block, text }) =>
      [place, id, kind, block ?? '', text].join(' | '),
    );
    expect(leaves).toEqual([
      'section | g1 | frame |  | Measuring',
      'section | g1 | frame |  | What can be measured?',
      'section | g1 | heading |  | What we found together',
      'section | g1 | text |  | The first paragraph says one thing.',
      'section | g1 | text |  | The second paragraph says another thing.',
      'section | g1 | text |  | a bullet in a list',
      'section | g1 | text |  | another bullet in it',
      'section | g1 | text |  | Column one of this table',
      'section | g1 | text |  | Column two',
      'section | g1 | text |  | A cell with several words',
      'section | g1 | text |  | The very last cell here',
      'section | g1 | text |  | A quotation somebody remembered well',
      'section | g1 | text | adv1 | Call the hosts early enough.',
      'section | g1 | picked | adv1 | Every single host organisation',
      'section | g2 | frame |  | Cases',
      'section | g2 | text |  | Yes',
      'section | g2 | text | task1 | Write the guide for newcomers.',
      'section | g2 | picked | task1 | Ana',
      'section | g2 | picked | task1 | 2016-10-14',
      'section | g2 | text |  | The closing words of group two.',
      'synthesis | g1 | text | adv1 | Call the hosts early enough.',
      'synthesis | g1 | picked | adv1 | Every single host organisation',
      'synthesis | g1 | frame |  | Measuring',
      'synthesis | g2 | text | task1 | Write the guide for newcomers.',
      'synthesis | g2 | picked | task1 | Ana',
      'synthesis | g2 | picked | task1 | 2016-10-14',
      'synthesis | g2 | frame |  | Cases',
      'provenance | g1 | frame |  | Measuring',
      'provenance | g2 | frame |  | Cases',
    ]);
  });
});

describe('what is more than paragraphs', () => {
  const words = (text: string, ...marks: string[]): DocNode => ({
    type: 'text',
    text,
    marks: marks.map((type) => ({ type, attrs: { id: 's', by: 'w', lang: 'de' } })),
  });
  const task = (checked: boolean, ...content: DocNode[]): DocNode => ({
    type: 'taskItem',
    attrs: { checked },
    content,
  });
  const rich = oneGroup([
    {
      type: 'figure',
      attrs: { asset: 'a'.repeat(64), alt: 'Forty people in a hall' },
      content: [words('The first morning')],
    },
    { type: 'figure', attrs: { asset: 'a'.repeat(64), alt: '' } },
    {
      type: 'paragraph',
      content: [
        words('A claim'),
        { type: 'footnote', content: [words('its source'), { type: 'hardBreak' }, words('and page')] },
        words(' goes on, '),
        words('perhaps ', 'insertion'),
        words('certainly ', 'deletion', 'comment'),
        words('weiter', 'language'),
      ],
    },
    {
      type: 'taskList',
      content: [task(true, p('book the room')), task(false, p('invite')), task(true, p())],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [p('merged cell')] }],
        },
      ],
    },
  ]);
  const text = plainText(compileReport(rich));

  it('[AG28] [AG34] [AG35] [AG36] [AG38] is read with it, in its place', () => {
    const own = sourceLeaves(rich).filter(({ kind }) => kind === 'text');
    expect(own.map((leaf) => leaf.text)).toEqual([
      'Forty people in a hall',
      'The first morning',
      'A claim',
      'its source and page',
      'goes on, certainly weiter',
      '☑',
      'book the room',
      '☐',
      'invite',
      'merged cell',
    ]);
    expect(auditText(rich, text)).toEqual([]);
  });

  it.each(['Forty people in a hall', 'The first morning', 'its source', 'merged cell', '☑', '☐'])(
    '[AG30] is missed where “%s” is gone',
    (gone) => {
      expect(auditText(rich, text.replace(gone, ''))).not.toEqual([]);
    },
  );

  it('[AG37] [AG39] languages, directions and headers are no words, and no leaf', () => {
    const said = sourceLeaves(rich).map((leaf) => leaf.text);
    expect(said.filter((leaf) => leaf === 'de' || leaf === 'column')).toEqual([]);
  });
});

describe('auditText', () => {
  const whole = plainText(compileReport(from));

  it('[AG29] finds nothing in the plain text of the report', () => {
    expect(auditText(from, whole)).toEqual([]);
  });

  it.each([
    ['a paragraph', 'The second paragraph says another thing.', undefined],
    ['a heading', 'What we found together', undefined],
    ['an item of a list', 'another bullet in it', undefined],
    ['a cell', 'A cell with several words', undefined],
    ['a quotation', 'A quotation somebody remembered well', undefined],
    ['the words of an outcome', 'Call the hosts early enough.', 'adv1'],
    ['a picked value', 'Every single host organisation', 'adv1'],
    ['a picked value of one word', 'Ana', 'task1'],
    ['a date', '2016-10-14', 'task1'],
    ['a paragraph of one word', 'Yes', undefined],
  ])('[AG30] names %s that is gone from its section', (_, words, block) => {
    const findings = auditText(from, whole.replace(words, ''));
    expect(findings.map(({ problem }) => problem)).not.toContain('repeated');
    expect(findings).toContainEqual(
      expect.objectContaining({ text: words, ...(block !== undefined && { block }) }),
    );
    expect(findings[0]?.title).toMatch(/Measuring|Cases/);
  });

  it.each([
    'Call the hosts early enough.',
    'Every single host organisation',
    'Write the guide for newcomers.',
    'Ana',
  ])('[AG30] notices that “%s” is gone from the synthesis only', (words) => {
    const at = whole.lastIndexOf(words);
    expect(auditText(from, whole.slice(0, at) + whole.slice(at + words.length))).not.toEqual([]);
  });

  it('[AG30] names all that is missing, with group and first characters, and nothing else', () => {
    const long = `${'word '.repeat(40)}end`;
    const alone = oneGroup([p('kept'), p(long), p('also kept')]);
    const text = plainText(compileReport(alone)).replace(long, '');
    expect(auditText(alone, text)).toEqual([
      { problem: 'missing', group: 'g1', title: 'Session s1', text: long.slice(0, 80) },
    ]);
  });

  it('[AG31] names two paragraphs that changed places', () => {
    const [first, second] = [
      'The first paragraph says one thing.',
      'The second paragraph says another thing.',
    ];
    const swapped = whole.replace(first, '#').replace(second, first).replace('#', second);
    expect(auditText(from, swapped)).toEqual([expect.objectContaining({ problem: 'moved', text: second })]);
  });

  it('[AG31] names a passage that stands there twice', () => {
    const words = 'The first paragraph says one thing.';
    expect(auditText(from, whole.replace(words, `${words}\n${words}`))).toEqual([
      expect.objectContaining({ problem: 'repeated', text: words, title: 'Measuring' }),
    ]);
  });

  it('[AG31] does not take a table of contents for a repetition', () => {
    const contents = ['Measuring', 'What we found together', 'Cases'].join('\n');
    expect(auditText(from, `${contents}\n${whole}`)).toEqual([]);
  });

  it('[AG32] compares words, not spaces, and whole words only', () => {
    const spaced = oneGroup([p('Où\u202F? «\u00A0Ici\u00A0»'), p('art')]);
    const text = plainText(compileReport(spaced));
    expect(auditText(spaced, text.replaceAll(/\s+/g, '\n\n '))).toEqual([]);
    expect(auditText(spaced, text.replace(/\bart\b/, 'party')).map(({ text: words }) => words)).toEqual([
      'art',
    ]);
    expect(
      auditText(spaced, text.replace(/\bart\b/, '\u{10400}art')).map(({ text: words }) => words),
    ).toEqual(['art']);
  });

  it('[AG33] names no more than the most findings', () => {
    const many = oneGroup(Array.from({ length: 500 }, (_, index) => p(`paragraph number ${index} of many`)));
    expect(auditText(many, '')).toHaveLength(MAX_FINDINGS);
  });

  it('[AG33] a lost word that stands again far ahead does not hide what follows it', () => {
    const paragraphs = Array.from({ length: 200 }, (_, index) =>
      p(`paragraph number ${index} of this long document`),
    );
    const echo = oneGroup([p('Agreed'), ...paragraphs, p('Agreed')]);
    const text = plainText(compileReport(echo)).replace('Agreed\n', '');
    expect(auditText(echo, text).map(({ problem, text: words }) => [problem, words])).toEqual([
      ['missing', 'Agreed'],
    ]);
  });

  it('[AG26] [AG30] says so when a document belongs to no group', () => {
    const stray = input(from.summit, [...documents, groupDocument('lost', doc(p('Nobody looks here.')))]);
    const report = compileReport(stray);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'document-of-no-group', severity: 'error' }),
    );
    expect(auditText(stray, plainText(report))).toEqual([
      { problem: 'missing', group: 'lost', title: 'lost', text: 'Nobody looks here.' },
    ]);
  });
});

describe('the audit of a compiled report from which something was taken', () => {
  const tracer = /⟦\d+⟧/g;
  const marked = oneGroup([
    h(1, 'Heading ⟦1⟧'),
    p('Paragraph ⟦2⟧'),
    ul(li('Item ⟦3⟧')),
    table(['Head ⟦4⟧', 'Head ⟦5⟧'], ['Cell ⟦6⟧', 'Cell ⟦7⟧']),
    outcome('advice', { id: 'a', to: 'To ⟦8⟧' }, p('Advice ⟦9⟧')),
    outcome('task', { id: 't', owner: 'Owner ⟦10⟧' }, p('Task ⟦11⟧')),
    outcome('aside', { id: 'x' }, quote('Aside ⟦12⟧')),
  ]);

  it('[AG30] finds every single text node that is dropped from any part', () => {
    const report = compileReport(marked);
    const total = [...JSON.stringify(report.parts).matchAll(tracer)].length;
    expect(total).toBe(16);
    for (let nth = 0; nth < total; nth += 1) {
      const findings = auditText(marked, plainText(without(report, nth)));
      expect(findings, `text node ${nth}`).not.toEqual([]);
    }
  });

  /** The report without the text of the nth node that holds a tracer. */
  function without(report: Report, nth: number): Report {
    let met = -1;
    const drop = (key: string, value: unknown): unknown => {
      if (key !== 'value' || typeof value !== 'string' || !value.includes('⟦')) return value;
      met += 1;
      return met === nth ? 'gone' : value;
    };
    return { ...report, parts: JSON.parse(JSON.stringify(report.parts, drop)) };
  }

  it('[AG31] finds a block that is there twice', () => {
    const report = compileReport(oneGroup([p('These five words stand once.')]));
    const again: Block = paragraph('These five words stand once.');
    const parts = report.parts.map((part, index) =>
      index === 0 ? { ...part, children: [...part.children, again] } : part,
    );
    const findings = auditText(
      oneGroup([p('These five words stand once.')]),
      plainText({ ...report, parts }),
    );
    expect(findings.map(({ problem }) => problem)).toEqual(['repeated']);
  });
});

describe('a large summit', () => {
  it('[AG33] is audited in time that grows with its length', () => {
    const paragraphs = (id: string): DocNode[] =>
      Array.from({ length: 400 }, (_, index) =>
        p(`${id} ${index} `.repeat(12), `say the same ${'words '.repeat(12)}`),
      );
    const groups = Array.from({ length: 60 }, (_, index) => group(`g${index}`, 's1'));
    const large = input(
      summit([session('s1')], groups),
      groups.map(({ id }) => groupDocument(id, { type: 'doc', content: paragraphs(id) })),
    );
    const text = plainText(compileReport(large));
    expect(text.length).toBeGreaterThan(4_000_000);
    expect(auditText(large, text)).toEqual([]);
    const cut = text.indexOf('g30 200 ');
    const findings = auditText(large, text.slice(0, cut) + text.slice(text.indexOf('g30 201 ')));
    expect(findings).toHaveLength(1);
  }, 60_000);
});

describe('words that no font shows', () => {
  it('[AG51] are looked for as what stands for them, and what is lost beside them is named', () => {
    const latin = [[0x20, 0x17f]] as const;
    const asRead = (words: string): string => asShown(words, latin).words;
    const written = oneGroup([p('Une rencontre avec 会 et ses amis')]);
    const { report } = normalise(compileReport(written), { glyphs: latin });
    const text = plainText(report);
    expect(text).toContain('avec \uFFFD et');
    expect(auditText(written, text, asRead)).toEqual([]);
    expect(auditText(written, text)).toMatchObject([{ problem: 'missing' }]);
    expect(auditText(written, text.replace('avec \uFFFD', '\uFFFD'), asRead)).toMatchObject([
      { problem: 'missing' },
    ]);
  });
});
