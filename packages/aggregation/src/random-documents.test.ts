import type { DocNode } from '@plenary/document';
import { DEFAULT_PLAN, type MergeDecision, type ReportPlan } from '@plenary/programme';
import { validate } from '@plenary/report-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument, arbitraryWords } from '../fixtures/arbitrary-document.ts';
import {
  frontDocument,
  group,
  groupDocument,
  input,
  quietKind,
  session,
  summit,
} from '../fixtures/inputs.ts';
import { plainText } from '../fixtures/plain-text.ts';
import { auditText } from './audit.ts';
import { compileReport } from './compile-report.ts';
import { Memo } from './memo.ts';
import { outcomeHash } from './outcome-hash.ts';
import { readDocuments } from './read-documents.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';

const arbitrarySummit = fc.record({
  documents: fc.array(arbitraryDocument(), { minLength: 1, maxLength: 3 }),
  title: arbitraryWords,
  question: arbitraryWords,
  lang: fc.constantFrom('fr' as const, 'en' as const),
  contributors: fc.array(arbitraryWords, { maxLength: 2 }),
});

/** Two groups in one session, a third in one that leaves nothing when empty. */
function toInput(made: typeof arbitrarySummit extends fc.Arbitrary<infer Made> ? Made : never): ReportInput {
  const { documents, title, question, lang, contributors } = made;
  const sessions = [session('s1', { question, title }), session('s2', { kind: 'quiet' })];
  const groups = documents.map((_, index) => group(`g${index}`, index < 2 ? 's1' : 's2', { title }));
  const sources = documents.map((content, index) => groupDocument(`g${index}`, content, { contributors }));
  return input(summit(sessions, groups), sources, { lang, kinds: [quietKind] });
}

describe('any documents', () => {
  it('[AG2] [AG29] make a report that every format can write and the audit finds whole', () => {
    fc.assert(
      fc.property(arbitrarySummit, (made) => {
        const from = toInput(made);
        const report = compileReport(from);
        expect(validate(report)).toEqual([]);
        expect(auditText(from, plainText(report))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('[AG1] make the same report again, and stay as they are', () => {
    fc.assert(
      fc.property(arbitrarySummit, (made) => {
        const before = JSON.stringify(made);
        const report = JSON.stringify(compileReport(toInput(made)));
        expect(JSON.stringify(compileReport(toInput(made)))).toBe(report);
        expect(JSON.stringify(made)).toBe(before);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

const items = fc.record({
  order: fc.array(fc.constantFrom('g2', 'g1', 's2', 's1', 'gone')),
  leftOut: fc.subarray(['g1', 's2', 'gone']),
  titles: fc.constantFrom({}, { g1: 'Another title', s1: 'Another session' }),
});
const by = fc.constantFrom('none', 'theme', 'field:to', 'field:due', 'field:owner', 'field:no');
const flags = fc.record({
  participants: fc.boolean(),
  speakers: fc.boolean(),
  organisations: fc.boolean(),
  provenance: fc.boolean(),
});
const arbitraryPlan: fc.Arbitrary<ReportPlan> = fc.record({
  arrangement: fc.constantFrom('days', 'themes'),
  themes: fc.constantFrom([], [{ id: 't', title: 'Theme', sessions: ['s2', 's1'] }]),
  sessions: items,
  groups: items,
  front: fc.record({ editorial: fc.boolean(), summary: fc.boolean() }),
  synthesis: fc.array(
    fc.record({ kind: fc.constantFrom('advice', 'task', 'practice', 'poem'), shown: fc.boolean(), by }),
  ),
  annexes: flags,
  look: fc.constant({}),
  merges: fc.constant([]),
});

/** A document with something at its end that others may have said, too: chance alone seldom makes two of a kind. */
function withAdvice(document: GroupDocument, words: string): GroupDocument {
  const advice: DocNode = {
    type: 'advice',
    attrs: { id: `advice${document.group}` },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `${document.group} ${words}` }] }],
  };
  const { content } = document;
  return { ...document, content: { ...content, content: [...(content.content ?? []), advice] } };
}

/** Decisions about outcomes of one kind, as the numbers pick them: to merge, and to tell apart. */
function someMerges(from: ReportInput, picks: readonly (readonly [number, boolean])[]): MergeDecision[] {
  const all = [...readDocuments(from, from.summit.groups, new Memo()).values()].flatMap(
    ({ source, outcomes }) =>
      outcomes
        .filter(({ id, outcome }) => id === outcome.id)
        .map((named) => ({ ...named, group: source.group })),
  );
  const pairs = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => other.group !== one.group && other.outcome.kind === one.outcome.kind)
      .map((other) => [one, other] as const),
  );
  return picks.flatMap(([pick, merge]): MergeDecision[] => {
    const [one, other] = pairs[pick % pairs.length] ?? [];
    if (one === undefined || other === undefined) return [];
    const hashes = [outcomeHash(one.outcome), outcomeHash(other.outcome)] as const;
    return [{ outcomes: [one.id, other.id], hashes, decision: merge ? 'merge' : 'separate' }];
  });
}

describe('any plan', () => {
  it('[AG2] [AG29] [AG46] makes a report that the audit finds whole, with whatever is merged', () => {
    const picks = fc.array(fc.tuple(fc.nat(50), fc.boolean()), { minLength: 1, maxLength: 6 });
    const front = fc.array(arbitraryDocument(), { minLength: 2, maxLength: 2 });
    let merged = 0;
    fc.assert(
      fc.property(
        arbitrarySummit,
        arbitraryPlan,
        picks,
        front,
        (made, plan, chosen, [editorial, summary]) => {
          const plain = toInput(made);
          const documents = new Map(
            [...plain.documents].map(([id, document]) => [id, withAdvice(document, made.title)]),
          );
          if (editorial) documents.set('editorial', groupDocument('editorial', editorial));
          if (summary) documents.set('summary', groupDocument('summary', summary));
          const fronts = [frontDocument('editorial', { lang: 'fr' }), frontDocument('summary')];
          const whole = { ...plain, documents, summit: { ...plain.summit, front: fronts } };
          const merges = someMerges(whole, chosen);
          const from = { ...whole, plan: { ...DEFAULT_PLAN, ...plan, merges } };
          const report = compileReport(from);
          expect(validate(report)).toEqual([]);
          // Two wordings that differ in labels alone are both printed, which is once more than the audit asks for.
          const lost = auditText(from, plainText(report)).filter(({ problem }) => problem !== 'repeated');
          expect(lost).toEqual([]);
          if (JSON.stringify(report.parts).includes('In the words of')) merged += 1;
        },
      ),
      { numRuns: 400 },
    );
    // A property about merging that never merges proves nothing.
    expect(merged).toBeGreaterThan(0);
  }, 60_000);
});
