import { DEFAULT_PLAN, type MergeDecision } from '@plenary/programme';
import { type DocNode, type Outcome, textOf } from '@plenary/document';
import { type Gist, gistOf, LIKE, likeness } from './likeness.ts';
import { Memo } from './memo.ts';
import { outcomeHash } from './outcome-hash.ts';
import { printable } from './printable.ts';
import { programmeOrder } from './programme-order.ts';
import { type NamedOutcome, type ReadContent, readDocuments, readOneByOne } from './read-documents.ts';
import type { ReportInput } from './report-input.ts';
import { inOneGo, type Steps } from './steps.ts';

/** An outcome as somebody sees it who decides about it. */
export interface Side {
  /** Id of the outcome. */
  readonly outcome: string;
  readonly kind: string;
  readonly group: string;
  /** Title of the section it stands in. */
  readonly title: string;
  readonly text: string;
  /** `outcomeHash` of what it says. */
  readonly hash: string;
}

/** Two outcomes of two groups that are much alike, or about which somebody has decided. */
export interface LikePair {
  readonly kind: string;
  /** From 0 to 1. */
  readonly likeness: number;
  /** In the order of the report. */
  readonly sides: readonly [Side, Side];
  readonly decision: 'open' | 'merge' | 'separate';
}

/**
 * Outcomes of the same kind, of two groups, that say nearly the same: the most alike first. A pair is left out where others
 * lead from one of its sides to the other, so that ten tables with one idea are nine questions and not forty-five. Pairs that
 * are decided are there too, as long as both say what they said then.
 *
 * Pairs are looked for among outcomes that share a shingle, so that time grows with the number of words and not with its
 * square.
 */
export function likeOutcomes(input: ReportInput): LikePair[] {
  return inOneGo(createLikeFinder().find(input));
}

/** Looks for outcomes that nearly say the same, and remembers what it has compared. */
export interface LikeFinder {
  /**
   * The same as `likeOutcomes` of this input, whatever was looked for before: in steps, none of them longer than one document
   * or some outcomes need, so that whoever calls can let others have their turn between two. Several may be under way
   * at once. What an input holds must not be changed.
   */
  find(input: ReportInput): Steps<LikePair[]>;
}

/**
 * Makes a finder. It keeps what a document says for as long as somebody else keeps the document's content; an outcome is
 * compared again when it, or one of those that it is compared with, is another object.
 */
export function createLikeFinder(): LikeFinder {
  const memory: Memory = { contents: new Memo(), said: new Memo(), compared: new Memo() };
  return { find: (input) => find(input, memory) };
}

/** Pairs at most: nobody decides more in one sitting, and the next ones follow when these are decided. */
export const MOST_PAIRS = 200;

/** Outcomes that are compared in one step. */
const A_STEP = 16;

interface Memory {
  readonly contents: Memo<DocNode, ReadContent>;
  readonly said: Memo<DocNode, ReadonlyMap<Outcome, Said>>;
  readonly compared: Memo<Said, readonly Likeness[]>;
}

/** What an outcome says, whatever else is in the report. */
interface Said {
  readonly text: string;
  readonly hash: string;
  readonly gist: Gist;
}

/** That the neighbour at this place in a list is alike. */
interface Likeness {
  readonly at: number;
  readonly likeness: number;
}

interface Placed {
  readonly side: Side;
  readonly said: Said;
  /** In the order of the report. */
  readonly place: number;
}

function* find(input: ReportInput, memory: Memory): Steps<LikePair[]> {
  const { plan = DEFAULT_PLAN } = input;
  const sides = yield* sidesOf(input, memory);
  const decisions = new Map(plan.merges.map((decision) => [keyOf(decision.outcomes), decision]));
  const found = new Map<string, LikePair>();
  for (const group of Map.groupBy(sides, ({ side }) => side.kind).values()) {
    for (const [one, other, alike] of yield* alikeAmong(group, memory)) {
      const pair = pairOf(one, other, alike, decisions);
      found.set(keyOf(idsOf(pair)), pair);
    }
  }
  const byId = new Map(sides.map((it) => [it.side.outcome, it]));
  for (const [key, { outcomes }] of decisions) {
    const [one, other] = outcomes.map((id) => byId.get(id)).toSorted(byPlace);
    if (one === undefined || other === undefined || found.has(key) || one.side.kind !== other.side.kind)
      continue;
    const pair = pairOf(one, other, likeness(one.said.gist, other.said.gist), decisions);
    if (pair.decision !== 'open') found.set(key, pair);
  }
  return withoutDetours([...found.values()]);
}

/** All outcomes with words, under the ids they were written with, in the order of the report. */
function* sidesOf(input: ReportInput, memory: Memory): Steps<Placed[]> {
  const { placed } = programmeOrder(input.summit, input.plan);
  const groups = placed.map(({ group }) => group);
  yield* readOneByOne(input, groups, memory.contents);
  const titles = new Map(placed.map(({ group, title }) => [group.id, printable(title, group.id)]));
  const sides: Placed[] = [];
  for (const [group, { source, outcomes }] of readDocuments(input, groups, memory.contents)) {
    const its = memory.said.get(source.content, '', [input.blocks], () => saidIn(outcomes));
    for (const { outcome, id } of outcomes.filter(isNamed)) {
      const said = its.get(outcome) ?? saidBy(outcome);
      const { kind } = outcome;
      const title = titles.get(group) ?? group;
      const side = { outcome: id, kind, group, title, text: said.text, hash: said.hash };
      sides.push({ side, said, place: sides.length });
    }
    yield;
  }
  return sides;
}

function isNamed({ id, outcome }: NamedOutcome): boolean {
  return id === outcome.id;
}

function saidIn(outcomes: readonly NamedOutcome[]): ReadonlyMap<Outcome, Said> {
  return new Map(outcomes.map(({ outcome }) => [outcome, saidBy(outcome)]));
}

function saidBy(outcome: Outcome): Said {
  const text = textOf(outcome.node).replaceAll(/\s+/gu, ' ').trim();
  return { text, hash: outcomeHash(outcome), gist: gistOf(text) };
}

/** Neighbours in the list of one shingle: with more, what every group says would be compared with itself. */
const MOST_NEIGHBOURS = 4;

/** Pairs of two groups that share a shingle and are alike, each once, in the order of the report. */
function* alikeAmong(all: readonly Placed[], memory: Memory): Steps<(readonly [Placed, Placed, number])[]> {
  const byShingle = new Map<string, Placed[]>();
  for (const [index, it] of all.entries()) {
    for (const shingle of it.said.gist.shingles) {
      const its = byShingle.get(shingle);
      if (its === undefined) byShingle.set(shingle, [it]);
      else its.push(it);
    }
    if (index % A_STEP === 0) yield;
  }
  const pairs: (readonly [Placed, Placed, number])[] = [];
  // Lists are walked through once, from the first outcome of the report to the last.
  const walked = new Map<string, number>();
  for (const [index, one] of all.entries()) {
    const neighbours = [...neighboursOf(one, byShingle, walked)].toSorted(byPlace);
    const said = neighbours.map((neighbour) => neighbour.said);
    const alike = memory.compared.get(one.said, '', said, () => compared(one.said, said));
    for (const { at, likeness: value } of alike) {
      const other = neighbours[at];
      if (other !== undefined) pairs.push([one, other, value]);
    }
    if (index % A_STEP === 0) yield;
  }
  return pairs;
}

/** Outcomes of other groups that stand right behind this one in a list of one of its shingles, each once. */
function neighboursOf(
  one: Placed,
  byShingle: ReadonlyMap<string, readonly Placed[]>,
  walked: Map<string, number>,
): ReadonlySet<Placed> {
  const neighbours = new Set<Placed>();
  for (const shingle of one.said.gist.shingles) {
    const its = byShingle.get(shingle) ?? [];
    const next = (walked.get(shingle) ?? 0) + 1;
    walked.set(shingle, next);
    for (const other of its.slice(next, next + MOST_NEIGHBOURS))
      if (other.side.group !== one.side.group) neighbours.add(other);
  }
  return neighbours;
}

function compared(one: Said, others: readonly Said[]): readonly Likeness[] {
  return others
    .map((other, at) => ({ at, likeness: likeness(one.gist, other.gist) }))
    .filter((found) => found.likeness >= LIKE);
}

function pairOf(
  one: Placed,
  other: Placed,
  alike: number,
  decisions: ReadonlyMap<string, MergeDecision>,
): LikePair {
  const sides = [one.side, other.side] as const;
  const decided = decisions.get(keyOf([one.side.outcome, other.side.outcome]));
  const holds = decided?.outcomes.every((id, index) =>
    sides.some(({ outcome, hash }) => outcome === id && hash === decided.hashes[index]),
  );
  return {
    kind: one.side.kind,
    likeness: alike,
    sides,
    decision: decided !== undefined && holds === true ? decided.decision : 'open',
  };
}

/** What was decided first, then by likeness; an open pair only where no way leads from one side to the other yet. */
function withoutDetours(pairs: readonly LikePair[]): LikePair[] {
  const decided = pairs.filter(({ decision }) => decision !== 'open');
  const open = pairs
    .filter(({ decision }) => decision === 'open')
    .toSorted((a, b) => b.likeness - a.likeness);
  const heads = new Map<string, string>();
  const headOf = (id: string): string => {
    let head = id;
    for (let above = heads.get(head); above !== undefined; above = heads.get(head)) head = above;
    return head;
  };
  const join = ([one, other]: readonly [string, string]): boolean => {
    const [from, to] = [headOf(one), headOf(other)];
    if (from !== to) heads.set(from, to);
    return from !== to;
  };
  for (const pair of decided) if (pair.decision === 'merge') join(idsOf(pair));
  const asked = open.filter((pair) => join(idsOf(pair)));
  return [...asked.slice(0, MOST_PAIRS), ...decided];
}

function idsOf({ sides: [one, other] }: LikePair): readonly [string, string] {
  return [one.outcome, other.outcome];
}

/** The same for both orders of two ids. */
function keyOf(ids: readonly [string, string]): string {
  return JSON.stringify(ids.toSorted());
}

function byPlace(one: Placed | undefined, other: Placed | undefined): number {
  return (one?.place ?? 0) - (other?.place ?? 0);
}
