import { DEFAULT_PLAN, type MergeDecision } from '@plenary/programme';
import { textOf } from '@plenary/document';
import { type Gist, gistOf, LIKE, likeness } from './likeness.ts';
import { Memo } from './memo.ts';
import { outcomeHash } from './outcome-hash.ts';
import { printable } from './printable.ts';
import { programmeOrder } from './programme-order.ts';
import { type NamedOutcome, readDocuments } from './read-documents.ts';
import type { ReportInput } from './report-input.ts';

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
  const { plan = DEFAULT_PLAN } = input;
  const sides = sidesOf(input);
  const decisions = new Map(plan.merges.map((decision) => [keyOf(decision.outcomes), decision]));
  const found = new Map<string, LikePair>();
  for (const group of Map.groupBy(sides, ({ side }) => side.kind).values()) {
    for (const [one, other] of candidates(group)) {
      const pair = pairOf(one, other, decisions);
      if (pair.likeness >= LIKE || pair.decision !== 'open') found.set(keyOf(idsOf(pair)), pair);
    }
  }
  const byId = new Map(sides.map((it) => [it.side.outcome, it]));
  for (const [key, { outcomes }] of decisions) {
    const [one, other] = outcomes.map((id) => byId.get(id)).toSorted(byPlace);
    if (one === undefined || other === undefined || found.has(key) || one.side.kind !== other.side.kind)
      continue;
    const pair = pairOf(one, other, decisions);
    if (pair.decision !== 'open') found.set(key, pair);
  }
  return withoutDetours([...found.values()]);
}

/** Pairs at most: nobody decides more in one sitting, and the next ones follow when these are decided. */
export const MOST_PAIRS = 200;

interface Placed {
  readonly side: Side;
  readonly gist: Gist;
  readonly place: number;
}

/** All outcomes with words, under the ids they were written with, in the order of the report. */
function sidesOf(input: ReportInput): Placed[] {
  const { placed } = programmeOrder(input.summit, input.plan);
  const groups = placed.map(({ group }) => group);
  const titles = new Map(placed.map(({ group, title }) => [group.id, printable(title, group.id)]));
  const read = readDocuments(input, groups, new Memo());
  return [...read]
    .flatMap(([group, { outcomes }]) =>
      outcomes.filter(isNamed).map(({ outcome, id }): Omit<Placed, 'place'> => {
        const text = textOf(outcome.node).replaceAll(/\s+/gu, ' ').trim();
        const { kind } = outcome;
        const title = titles.get(group) ?? group;
        return {
          side: { outcome: id, kind, group, title, text, hash: outcomeHash(outcome) },
          gist: gistOf(text),
        };
      }),
    )
    .map((it, place) => ({ ...it, place }));
}

function isNamed({ id, outcome }: NamedOutcome): boolean {
  return id === outcome.id;
}

/** Neighbours in the list of one shingle: with more, what every group says would be compared with itself. */
const MOST_NEIGHBOURS = 4;

/** Pairs of two groups that share a shingle, each once. */
function* candidates(all: readonly Placed[]): Generator<readonly [Placed, Placed]> {
  const byShingle = new Map<string, Placed[]>();
  for (const it of all) {
    for (const shingle of it.gist.shingles) {
      const its = byShingle.get(shingle);
      if (its === undefined) byShingle.set(shingle, [it]);
      else its.push(it);
    }
  }
  const met = new Set<string>();
  for (const its of byShingle.values()) {
    for (const [index, one] of its.entries()) {
      for (const other of its.slice(index + 1, index + 1 + MOST_NEIGHBOURS)) {
        const key = `${one.place} ${other.place}`;
        if (one.side.group === other.side.group || met.has(key)) continue;
        met.add(key);
        yield [one, other];
      }
    }
  }
}

function pairOf(one: Placed, other: Placed, decisions: ReadonlyMap<string, MergeDecision>): LikePair {
  const sides = [one.side, other.side] as const;
  const decided = decisions.get(keyOf([one.side.outcome, other.side.outcome]));
  const holds = decided?.outcomes.every((id, index) =>
    sides.some(({ outcome, hash }) => outcome === id && hash === decided.hashes[index]),
  );
  return {
    kind: one.side.kind,
    likeness: likeness(one.gist, other.gist),
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
