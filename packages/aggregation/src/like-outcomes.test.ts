import type { DocNode } from '@plenary/document';
import { DEFAULT_PLAN, type MergeDecision } from '@plenary/programme';
import { doc, p } from '@plenary/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { group, groupDocument, input, session, summit } from '../fixtures/inputs.ts';
import { createLikeFinder, likeOutcomes, type LikePair } from './like-outcomes.ts';
import type { ReportInput } from './report-input.ts';

const advice = (id: string, words: string): DocNode => ({
  type: 'advice',
  attrs: { id },
  content: [p(words)],
});

/** A summit in which each group wrote these. */
function groups(...written: readonly (readonly DocNode[])[]): ReportInput {
  const its = written.map((_, index) => group(`g${index}`, 's1', { title: `Table ${index}` }));
  const documents = written.map((nodes, index) => groupDocument(`g${index}`, doc(...nodes)));
  return input(summit([session('s1')], its), documents);
}

const idsOf = ({ sides }: LikePair): string => sides.map(({ outcome }) => outcome).join(' ');
const decide = ({ sides: [one, other] }: LikePair, decision: 'merge' | 'separate'): MergeDecision => ({
  outcomes: [one.outcome, other.outcome],
  hashes: [one.hash, other.hash],
  decision,
});
const after = (from: ReportInput, ...merges: readonly MergeDecision[]): ReportInput => ({
  ...from,
  plan: { ...DEFAULT_PLAN, merges },
});

const IDEA = 'Name one contact person for pro bono in each company';
const SAME_IDEA = 'Each company names a contact person for pro bono';

describe('outcomes that are much alike', () => {
  it('[AG49] are of two groups and one kind, and told with their sections', () => {
    const task: DocNode = { type: 'task', attrs: { id: 't' }, content: [p(IDEA)] };
    const from = groups([advice('a', IDEA), advice('b', SAME_IDEA)], [advice('c', SAME_IDEA), task]);
    const [first, ...others] = likeOutcomes(from);
    expect(first?.sides.map(({ outcome, group: of, title, text }) => [outcome, of, title, text])).toEqual([
      ['b', 'g0', 'Table 0', SAME_IDEA],
      ['c', 'g1', 'Table 1', SAME_IDEA],
    ]);
    expect(first).toMatchObject({ kind: 'advice', likeness: 1, decision: 'open' });
    expect(others.map(idsOf)).toEqual(['a c']);
  });

  it('[AG50] of many groups are asked about once each, not all with all', () => {
    const from = groups(...Array.from({ length: 10 }, (_, index) => [advice(`a${index}`, IDEA)]));
    expect(likeOutcomes(from)).toHaveLength(9);
  });

  it('[AG50] are not asked about again when they were merged, or told apart', () => {
    const from = groups([advice('a', IDEA)], [advice('b', SAME_IDEA)], [advice('c', IDEA)]);
    const [first] = likeOutcomes(from);
    if (first === undefined) throw new Error('nothing was found');
    expect(idsOf(first)).toBe('a c');
    const merged = likeOutcomes(after(from, decide(first, 'merge')));
    expect(merged.map((pair) => [idsOf(pair), pair.decision])).toEqual([
      ['a b', 'open'],
      ['a c', 'merge'],
    ]);
    const apart = likeOutcomes(after(from, decide(first, 'separate')));
    expect(apart.map((pair) => [idsOf(pair), pair.decision])).toEqual([
      ['a b', 'open'],
      ['b c', 'open'],
      ['a c', 'separate'],
    ]);
  });

  it('[AG50] are asked about again when one of them says something else', () => {
    const [first] = likeOutcomes(groups([advice('a', IDEA)], [advice('b', SAME_IDEA)]));
    if (first === undefined) throw new Error('nothing was found');
    const changed = groups([advice('a', IDEA)], [advice('b', `${SAME_IDEA} at last`)]);
    expect(likeOutcomes(after(changed, decide(first, 'separate')))).toMatchObject([{ decision: 'open' }]);
  });

  it('[AG50] that somebody merged by hand are told though they are not alike', () => {
    const from = groups([advice('a', IDEA)], [advice('b', 'Something else altogether')]);
    const [one, other] = likeOutcomes(groups([advice('a', IDEA)], [advice('b', IDEA)]))[0]?.sides ?? [];
    if (one === undefined || other === undefined) throw new Error('nothing was found');
    expect(likeOutcomes(from)).toEqual([]);
    const hashes = [one.hash, other.hash] as const;
    const byHand: MergeDecision = { outcomes: ['a', 'b'], hashes, decision: 'merge' };
    // About other words: it counts no more.
    expect(likeOutcomes(after(from, byHand))).toEqual([]);
  });

  it('[AG50] leave out groups that the plan leaves out', () => {
    const from = groups([advice('a', IDEA)], [advice('b', SAME_IDEA)]);
    const leftOut = { ...DEFAULT_PLAN, groups: { order: [], leftOut: ['g1'], titles: {} } };
    expect(likeOutcomes({ ...from, plan: leftOut })).toEqual([]);
  });
});

/** Advice out of so few words that two groups often say nearly the same. */
const arbitraryAdvice = fc
  .uniqueArray(
    fc.constantFrom(...'company names contact person public value young people nights'.split(' ')),
    {
      minLength: 3,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '));

/** What happens between two searches: a group says something else, is left out, or a pair that was found is decided. */
const arbitraryChange = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ group: fc.nat(5), says: fc.array(arbitraryAdvice, { maxLength: 4 }) }),
  },
  fc.record({ leftOut: fc.constantFrom('g0', 'g1', 'gone') }),
  fc.record({ pair: fc.nat(9), decision: fc.constantFrom('merge' as const, 'separate' as const) }),
);
type Change = typeof arbitraryChange extends fc.Arbitrary<infer Made> ? Made : never;

function withChange(from: ReportInput, change: Change, seq: number): ReportInput {
  const { plan = DEFAULT_PLAN } = from;
  if ('leftOut' in change)
    return { ...from, plan: { ...plan, groups: { order: [], leftOut: [change.leftOut], titles: {} } } };
  if ('pair' in change) {
    const found = likeOutcomes(from);
    const pair = found[change.pair % Math.max(1, found.length)];
    return pair === undefined
      ? from
      : { ...from, plan: { ...plan, merges: [...plan.merges, decide(pair, change.decision)] } };
  }
  const id = `g${change.group}`;
  // An id stays where it was, whatever it says now; a second group may have it, too.
  const nodes = change.says.map((words, index) => advice(index === 3 ? 'twice' : `${id}-${index}`, words));
  const documents = new Map(from.documents);
  documents.set(id, { ...groupDocument(id, doc(...nodes)), seq });
  return { ...from, documents };
}

describe('a finder that remembers', () => {
  it('[AG53] finds after any edits what a new one finds, also where two search at once', () => {
    let pairs = 0;
    fc.assert(
      fc.property(
        fc.array(arbitraryAdvice, { minLength: 6, maxLength: 6 }),
        fc.array(arbitraryChange, { minLength: 1, maxLength: 8 }),
        (said, changes) => {
          const finder = createLikeFinder();
          let from = groups(...said.map((words, index) => [advice(`g${index}-0`, words)]));
          for (const [index, change] of changes.entries()) {
            const before = finder.find(from);
            before.next();
            const expected = likeOutcomes(from);
            const next = withChange(from, change, index + 2);
            const now = finder.find(next);
            expect(alternately(before, now)).toEqual([expected, likeOutcomes(next)]);
            pairs += expected.length;
            from = next;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(pairs).toBeGreaterThan(200);
  }, 60_000);

  it('[AG53] reads one document a step, and compares some outcomes', () => {
    const from = groups(...Array.from({ length: 40 }, (_, index) => [advice(`a${index}`, IDEA)]));
    const steps = createLikeFinder().find(from);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    // Each document is read and listened to; outcomes are put into lists and compared sixteen at a time.
    expect(count).toBe(40 + 40 + 3 + 3);
  });
});

/** A step of one, a step of the other, until both are done. */
function alternately<Result>(...all: readonly Generator<undefined, Result, undefined>[]): Result[] {
  const results = new Map<number, Result>();
  while (results.size < all.length) {
    for (const [index, steps] of all.entries()) {
      if (results.has(index)) continue;
      const step = steps.next();
      if (step.done === true) results.set(index, step.value);
    }
  }
  return [...results].toSorted(([one], [other]) => one - other).map(([, result]) => result);
}
