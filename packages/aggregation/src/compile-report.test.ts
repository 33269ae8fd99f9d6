import type { DocNode, OutcomeBlock } from '@plenary/document';
import { nodesOf, type Report, validate, walk } from '@plenary/report-ast';
import { doc, p } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testBlocks } from '../fixtures/blocks.ts';
import { group, groupDocument, input, oneGroup, quietKind, session, summit } from '../fixtures/inputs.ts';
import { partOutline } from '../fixtures/outline.ts';
import { plainText } from '../fixtures/plain-text.ts';
import { auditText } from './audit.ts';
import { compileReport } from './compile-report.ts';
import { MAX_BLOCK_DEPTH } from './settle-document.ts';
import { programmeOrder } from './programme-order.ts';

const outlineOf = (report: Report): string => report.parts.map(partOutline).join('');
const rulesOf = (report: Report): string[] => report.diagnostics.map(({ rule }) => rule);

/** A node inside itself, that many times, with words at the bottom. */
function chain(type: string, depth: number, attrs: Record<string, unknown> = {}): DocNode {
  let node: DocNode = { type: 'paragraph', content: [{ type: 'text', text: 'at the bottom' }] };
  for (let level = 0; level < depth; level += 1) {
    node = { type, attrs, content: [node, { type: 'text', text: `after ${level}` }] };
  }
  return node;
}

describe('the order of a report', () => {
  const days = [
    { date: '2016-10-12', sessions: ['b', 'a'] },
    { date: '2016-10-13', sessions: ['c', 'a'] },
  ];
  const sessions = [
    session('a', { date: '2016-10-12' }),
    session('b', { date: '2016-10-12' }),
    session('c'),
    session('forgotten', { date: '2016-10-12' }),
    session('dayless', { date: '2017-01-01' }),
  ];
  const groups = ['dayless', 'c', 'forgotten', 'b', 'a', 'nowhere'].map((id) => group(`in-${id}`, id));
  const from = summit(sessions, groups, { days });

  it('[AG3] is that of the programme; who has no day comes last', () => {
    expect(programmeOrder(from).placed.map(({ group: { id }, part }) => [id, part.id])).toEqual([
      ['in-b', '2016-10-12'],
      ['in-a', '2016-10-12'],
      ['in-forgotten', '2016-10-12'],
      ['in-c', '2016-10-13'],
      ['in-dayless', ''],
      ['in-nowhere', ''],
    ]);
  });

  it('[AG3] makes a part of each day, and of the groups without a day, which a warning names', () => {
    const report = compileReport(
      input(
        from,
        groups.map(({ id }) => groupDocument(id, doc(p(`words of ${id}`)))),
      ),
    );
    const anchors = report.parts.map((part) => [part.anchor, part.children.length]);
    expect(anchors).toEqual([
      ['day-2016-10-12', 3],
      ['day-2016-10-13', 1],
      ['day-other', 2],
      ['about', 1],
    ]);
    expect(report.diagnostics.map(({ rule, severity, place }) => [rule, severity, place?.group])).toEqual([
      ['group-unplaced', 'warning', 'in-dayless'],
      ['group-unplaced', 'warning', 'in-nowhere'],
    ]);
  });

  it('[AG3] holds every group exactly once, whatever the programme says', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'x');
    const date = fc.constantFrom('2016-10-12', '2016-10-13', '2018-01-01');
    const made = fc.record({
      sessions: fc.uniqueArray(fc.record({ id, date }), { selector: (made_) => made_.id }),
      days: fc.array(fc.record({ date, sessions: fc.array(id) }), { maxLength: 3 }),
      groups: fc.array(id, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(made, ({ sessions: some, days: of, groups: its }) => {
        const all = its.map((session_, index) => group(`g${index}`, session_));
        const order = programmeOrder(
          summit(
            some.map(({ id: name, date: on }) => session(name, { date: on })),
            all,
            { days: of },
          ),
        );
        expect(order.placed.map(({ group: { id: name } }) => name).toSorted()).toEqual(
          all.map(({ id: name }) => name),
        );
      }),
    );
  });

  it('[AG25] leaves out the session all of whose groups are left out, and the day with it', () => {
    const quiet = session('q', { kind: 'quiet' });
    const silent = input(summit([quiet], [group('g1', 'q'), group('g2', 'q')]), [
      groupDocument('g1', doc(p())),
      groupDocument('g2', doc({ type: 'horizontalRule' })),
    ]);
    expect(compileReport({ ...silent, kinds: [quietKind] }).parts.map(({ anchor }) => anchor)).toEqual([
      'about',
    ]);
    expect(compileReport(silent).parts.map(({ anchor }) => anchor)).toEqual(['day-2016-10-13', 'about']);
  });

  it('[AG25] does not leave out a group whose document is missing', () => {
    const quiet = input(summit([session('q', { kind: 'quiet' })], [group('g1', 'q')]), [], {
      kinds: [quietKind],
    });
    const report = compileReport(quiet);
    expect(rulesOf(report)).toEqual(['document-missing']);
    expect(plainText(report)).toContain('could not be read');
  });
});

describe('the frame of a report', () => {
  const signed = groupDocument('g1', doc(p('words')), {
    seq: 118,
    contributors: ['Ana', 'Ben'],
    signOff: { by: 'Ana', at: Date.UTC(2016, 9, 13, 12, 32) },
  });
  const of = summit([session('s1', { question: 'Why?' })], [group('g1', 's1', { lang: 'fr' })], {
    theme: 'Skills for good',
    hosts: ['o1', 'o9'],
    partners: ['o2'],
    organisations: [
      { id: 'o1', name: 'First' },
      { id: 'o2', name: 'Second' },
      { id: 'o3', name: 'Third' },
      { id: 'o4', name: ' ' },
    ],
    speakers: [
      { id: 'p1', name: 'Zoé', role: 'director', organisation: 'o2' },
      { id: 'p2', name: 'Yves', organisation: 'elsewhere' },
      { id: 'p3', name: 'Xu' },
    ],
  });
  const report = compileReport(input(of, [signed]));

  it('[AG5] [AG6] begins a section with question, state and contributors, and says its language', () => {
    expect(outlineOf(report)).toContain(`  section #g-g1 "Session s1" (fr)
    callout accent Guiding question
      paragraph "Why?"
    paragraph "Signed by Ana on Thursday 13 October 2016, 14:32 · version 118 · fingerprint 0123456789ab"
    paragraph "Contributors: Ana and Ben"
    paragraph "words"
`);
  });

  it('[AG5] says the time in UTC where the time zone is not known', () => {
    const lost = compileReport(input({ ...of, timezone: 'Europe/Atlantis' }, [signed]));
    expect(plainText(lost)).toContain('Thursday 13 October 2016, 12:32 UTC');
  });

  it('[AG7] fills the title page in the language of the report', () => {
    expect(report.summit).toEqual({
      id: 'summit-1',
      title: 'A summit',
      theme: 'Skills for good',
      whenAndWhere: 'Paris, 13 October 2016',
      hosts: ['First', 'o9'],
    });
    const french = compileReport(input(of, [signed], { lang: 'fr' }));
    expect([french.lang, french.summit.whenAndWhere]).toEqual(['fr', 'Paris, le 13 octobre 2016']);
  });

  it('[AG27] says to machines which version a section is', () => {
    expect(report.generatedFrom).toEqual({
      g1: { seq: 118, hash: signed.hash, signedOff: { by: 'Ana', at: '2016-10-13T12:32:00.000Z' } },
    });
  });

  it('[AG27] lists participants, speakers and organisations at the end', () => {
    const about = report.parts.at(-1);
    expect(about && partOutline(about).split('#about-participants')[1]).toBe(` "Participants"
    list
      listItem
        paragraph "Ana"
      listItem
        paragraph "Ben"
  section #about-speakers "Speakers"
    list
      listItem
        paragraph "Zoé, director, Second"
      listItem
        paragraph "Yves, elsewhere"
      listItem
        paragraph "Xu"
  section #about-organisations "Organisations"
    list
      listItem
        paragraph "First (host)"
      listItem
        paragraph "Second (partner)"
      listItem
        paragraph "Third"
`);
  });

  it('[AG2] [AG7] prints titles without words under another name', () => {
    const nameless = summit([session('s1', { title: ' ' })], [group('\u0000', 's1', { title: '\n' })], {
      title: '',
    });
    const bare = compileReport(input(nameless, [groupDocument('\u0000', doc(p('a')))]));
    expect(bare.summit.title).toBe('summit');
    expect(validate(bare)).toEqual([]);
    expect(plainText(bare)).toContain('–');
  });

  it('[AG2] is there for a summit without groups', () => {
    const none = compileReport(input(summit([], []), []));
    expect(none.parts.map(({ anchor, children }) => [anchor, children.length])).toEqual([['about', 0]]);
    expect(none.diagnostics).toEqual([]);
  });
});

describe('anchors', () => {
  it('[AG8] tell ids apart that have the same letters, and stay when other groups come', () => {
    const ids = ['Ab', 'aB', 'ab', 'é', '!', '?'];
    const groups = ids.map((id) => group(id, 's1'));
    const written = ids.map((id) => groupDocument(id, doc(p(id))));
    const anchorsOf = (report: Report): string[] =>
      [...walk(nodesOf(report))].flatMap(({ node }) =>
        node.type === 'section' && node.anchor.startsWith('g-') ? [node.anchor] : [],
      );
    const all = anchorsOf(compileReport(input(summit([session('s1')], groups), written)));
    expect(new Set(all).size).toBe(6);
    expect(all.every((anchor) => /^[a-z0-9-]+$/.test(anchor))).toBe(true);
    const fewer = anchorsOf(compileReport(input(summit([session('s1')], groups.slice(1)), written)));
    expect(fewer).toEqual(all.slice(1));
  });
});

describe('outcomes', () => {
  it('[AG18] keep their words whatever their label: an id that two groups use names the first', () => {
    const advice: DocNode = { type: 'advice', attrs: { id: 'a' }, content: [p('Call\nearly')] };
    const two = input(summit([session('s1')], [group('g1', 's1'), group('g2', 's1')]), [
      groupDocument('g1', doc(advice)),
      groupDocument('g2', doc(advice)),
    ]);
    const report = compileReport(two);
    const [first, second] = report.outcomes;
    expect(first).toEqual({
      id: 'a',
      anchor: 'o-a',
      kind: 'advice',
      group: 'g1',
      session: 's1',
      text: 'Call\nearly',
      data: { to: null },
    });
    expect(second?.id).toMatch(/^a-[0-9a-f]{8}$/);
    expect(rulesOf(report)).toEqual(['outcome-id-repeated']);
  });

  it('[AG23] are listed with what was picked, checked or as it is; empty ones are not', () => {
    const report = compileReport(
      oneGroup([
        { type: 'task', attrs: { id: 't1', owner: 'Ana', due: '2016-10-14' }, content: [p('Write')] },
        { type: 'task', attrs: { id: 't2', owner: 'Ben', due: 'soon' }, content: [p('Read')] },
        { type: 'doubt', attrs: { id: 'd1' } },
      ]),
    );
    expect(report.outcomes.map(({ id, data }) => [id, data])).toEqual([
      ['t1', { owner: 'Ana', due: '2016-10-14' }],
      ['t2', { owner: 'Ben', due: 'soon' }],
    ]);
  });

  it('[AG21] [AG22] leave no synthesis when there is nothing to bring together', () => {
    const report = compileReport(
      oneGroup([
        { type: 'doubt', attrs: { id: 'd' } },
        { type: 'aside', attrs: { id: 'x' }, content: [p('a')] },
      ]),
    );
    expect(report.parts.map(({ anchor }) => anchor)).toEqual(['day-2016-10-13', 'about']);
    expect(rulesOf(report)).toEqual(['outcome-empty']);
  });

  it('[AG22] [AG8] name one place only, also where one stands inside another', () => {
    const inner: DocNode = { type: 'advice', attrs: { id: 'inner' }, content: [p('inside')] };
    const wrapped: DocNode[] = [
      { type: 'blockquote', content: [inner] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ ...inner, attrs: { id: 'two' } }] }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', content: [{ ...inner, attrs: { id: 'three' } }] }],
          },
        ],
      },
      { ...inner, attrs: { id: 'four' } },
      { type: 'codeBlock', content: [{ type: 'text', text: 'code' }] },
    ];
    const from = oneGroup([{ type: 'doubt', attrs: { id: 'outer' }, content: wrapped }]);
    const report = compileReport(from);
    expect(validate(report)).toEqual([]);
    expect(auditText(from, plainText(report))).toEqual([]);
    expect(report.outcomes.map(({ id }) => id)).toEqual(['outer', 'inner', 'two', 'three', 'four']);
  });

  it('[AG16] print picked values fit for every format', () => {
    const advice: OutcomeBlock = testBlocks['advice']!;
    const blocks = {
      ...testBlocks,
      advice: {
        ...advice,
        details: (data: object, lang: 'fr' | 'en') => [
          ...advice.details(data, lang),
          {
            label: 'More',
            value: [
              { type: 'strong' as const, children: [{ type: 'text' as const, value: 'a\u0000\nb' }] },
              { type: 'break' as const },
            ],
          },
          {
            label: 'Blank',
            value: [{ type: 'emphasis' as const, children: [{ type: 'text' as const, value: '\u0000' }] }],
          },
        ],
      },
    };
    const from = {
      ...oneGroup([{ type: 'advice', attrs: { id: 'a', to: '\u0007' }, content: [p('x')] }]),
      blocks,
    };
    const report = compileReport(from);
    expect(validate(report)).toEqual([]);
    expect(outlineOf(report)).toContain('More: strong("a b") break\n');
    expect(outlineOf(report)).not.toContain('Blank');
    expect(auditText(from, plainText(report))).toEqual([]);
  });
});

describe('what is nested too deep', () => {
  it.each(['blockquote', 'bulletList', 'table', 'tableRow', 'mystery', 'paragraph', 'heading'])(
    '[AG17] becomes paragraphs: %s in itself, a little and 20,000 times',
    (type) => {
      for (const depth of [MAX_BLOCK_DEPTH, 40, 20_000]) {
        const from = oneGroup([chain(type, depth), p('behind')]);
        const report = compileReport(from);
        expect(validate(report)).toEqual([]);
        const text = plainText(report);
        expect(text).toContain('at the bottom');
        expect(text).toContain(`after ${depth - 1}`);
        expect(auditText(from, text)).toEqual([]);
        if (depth > 40) expect(rulesOf(report)).toContain('too-deep');
      }
    },
    30_000,
  );

  it('[AG17] keeps the words of outcomes inside outcomes beyond all reason', () => {
    const report = compileReport(oneGroup([chain('advice', 300)]));
    expect(validate(report)).toEqual([]);
    for (const words of ['at the bottom', 'after 0', 'after 299']) expect(plainText(report)).toContain(words);
  });

  it('[AG17] leaves alone what people write', () => {
    const report = compileReport(oneGroup([chain('blockquote', 10)]));
    expect(rulesOf(report)).toEqual([]);
  });

  it('[AG17] keeps what was picked on an outcome far down', () => {
    let node: DocNode = {
      type: 'task',
      attrs: { id: 't', owner: 'Ana' },
      content: [p('deep task'), chain('blockquote', 3)],
    };
    for (let level = 0; level < 100; level += 1) node = { type: 'blockquote', content: [node] };
    const from = oneGroup([node]);
    const report = compileReport(from);
    expect(report.outcomes.map(({ id, data }) => [id, data])).toEqual([['t', { owner: 'Ana', due: null }]]);
    expect(auditText(from, plainText(report))).toEqual([]);
  });
});

describe('remarks', () => {
  it('are made once for the same thing in the same place, and are short', () => {
    const mark = { type: 'sparkle'.repeat(100) };
    const text: DocNode = { type: 'text', text: 'a', marks: [mark] };
    const report = compileReport(
      oneGroup([
        { type: 'paragraph', content: [text] },
        { type: 'paragraph', content: [text] },
      ]),
    );
    expect(rulesOf(report)).toEqual(['unknown-mark']);
    expect(report.diagnostics[0]?.message.length).toBeLessThan(250);
  });

  it('[AG7] have a sentence in both languages for every rule', () => {
    const from = oneGroup([
      { type: 'mystery', content: [p('a\u0000')] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'b', marks: [{ type: 'glow' }, { type: 'link', attrs: { href: 'x' } }] },
        ],
      },
      { type: 'codeBlock', content: [{ type: 'text', text: 'c\u0000' }, { type: 'mystery' }] },
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: [{ type: 'tableCell', attrs: { rowspan: 2 }, content: [p('d')] }] },
        ],
      },
      { type: 'task', attrs: { due: 'soon' }, content: [p('e')] },
      { type: 'doubt', attrs: { id: 'd' } },
      chain('blockquote', 60),
    ]);
    for (const lang of ['fr', 'en'] as const) {
      const messages = compileReport({ ...from, lang }).diagnostics.map(({ message }) => message);
      expect(messages.length).toBeGreaterThanOrEqual(9);
      for (const message of messages) expect(message).toMatch(/^\P{Cc}+\.$|: /u);
      if (lang === 'fr') for (const message of messages) expect(message).not.toMatch(/ [:;!?»]|« /);
    }
  });
});

describe('a large summit', () => {
  it('[AG2] compiles 60 documents of a thousand paragraphs', () => {
    const groups = Array.from({ length: 60 }, (_, index) => group(`g${index}`, 's1'));
    const content = doc(
      ...Array.from({ length: 1000 }, (_, index) => p(`paragraph ${index} ${'word '.repeat(18)}`)),
    );
    const report = compileReport(
      input(
        summit([session('s1')], groups),
        groups.map(({ id }) => groupDocument(id, content)),
      ),
    );
    expect(report.diagnostics).toEqual([]);
    expect(plainText(report).length).toBeGreaterThan(6_000_000);
  }, 60_000);
});
