import { DEFAULT_PLAN, type MergeDecision, type ReportPlan } from '@plenary/programme';
import { outcomeHash } from './outcome-hash.ts';
import type { NamedOutcome, ReadDocument } from './read-documents.ts';

/** What the plan's decisions about outcomes that nearly say the same come to. */
export interface Merges {
  /** By the id of an outcome that stands under another one in the synthesis: the id of that one. */
  readonly under: ReadonlyMap<string, string>;
  /** Decisions about words that have changed since, or are gone: nobody has decided about the new ones. */
  readonly outdated: readonly MergeDecision[];
}

/**
 * Of the outcomes that are to be merged, directly or by way of others, the first in the order of the report is the one
 * the others stand under. Only outcomes of one kind and of two groups, each under the id it was written with, can be merged.
 */
export function mergesOf(documents: readonly ReadDocument[], { merges }: ReportPlan = DEFAULT_PLAN): Merges {
  const under = new Map<string, string>();
  if (merges.length === 0) return { under, outdated: [] };
  const order = new Map<string, Placed>();
  for (const { source, outcomes } of documents) {
    for (const named of outcomes) {
      const place = { named, group: source.group, place: order.size };
      if (named.id === named.outcome.id) order.set(named.id, place);
    }
  }
  const heads = new Map<string, string>();
  const headOf = (id: string): string => {
    let head = id;
    for (let above = heads.get(head); above !== undefined; above = heads.get(head)) head = above;
    return head;
  };
  const outdated: MergeDecision[] = [];
  for (const decision of merges) {
    const [one, other] = decision.outcomes.map((id) => order.get(id));
    if (!isAbout(decision, one, other)) outdated.push(decision);
    else if (decision.decision === 'merge') {
      const [first, second] = decision.outcomes.map(headOf).toSorted(byPlace(order));
      if (first !== undefined && second !== undefined && first !== second) heads.set(second, first);
    }
  }
  for (const id of heads.keys()) under.set(id, headOf(id));
  return { under, outdated };
}

interface Placed {
  readonly named: NamedOutcome;
  readonly group: string;
  readonly place: number;
}

function isAbout({ hashes }: MergeDecision, one: Placed | undefined, other: Placed | undefined): boolean {
  if (one === undefined || other === undefined || one.group === other.group) return false;
  const [first, second] = [one.named.outcome, other.named.outcome];
  return first.kind === second.kind && outcomeHash(first) === hashes[0] && outcomeHash(second) === hashes[1];
}

function byPlace(order: ReadonlyMap<string, { readonly place: number }>) {
  return (one: string, other: string): number =>
    (order.get(one)?.place ?? 0) - (order.get(other)?.place ?? 0);
}
