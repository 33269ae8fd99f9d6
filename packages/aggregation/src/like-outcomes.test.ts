import type { DocNode } from '@plenary/document';
import { DEFAULT_PLAN, type MergeDecision } from '@plenary/programme';
import { doc, p } from '@plenary/testing';
import { describe, expect, it } from 'vitest';
import { group, groupDocument, input, session, summit } from '../fixtures/inputs.ts';
import { likeOutcomes, type LikePair } from './like-outcomes.ts';
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
