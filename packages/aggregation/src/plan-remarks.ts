import type { OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import type { ReportPlan, Summit } from '@plenary/programme';
import type { Remark } from './diagnostics.ts';
import { isPossible } from './synthesis-order.ts';

/** Says which things a plan names that are not there, and which chapters cannot be gathered as it wants. */
export function remarkOnPlan(plan: ReportPlan, summit: Summit, blocks: OutcomeBlocks, remark: Remark): void {
  const sessions = new Set(summit.sessions.map(({ id }) => id));
  const groups = new Set(summit.groups.map(({ id }) => id));
  const named = [
    { known: sessions, ids: [...namesIn(plan.sessions), ...plan.themes.flatMap((theme) => theme.sessions)] },
    { known: groups, ids: namesIn(plan.groups) },
    { known: new Set(Object.keys(blocks)), ids: plan.synthesis.map(({ kind }) => kind) },
  ];
  for (const { known, ids } of named) for (const id of ids) if (!known.has(id)) remark('plan-unknown', id);
  for (const { kind, by } of plan.synthesis) {
    const block: OutcomeBlock | undefined = Object.hasOwn(blocks, kind) ? blocks[kind] : undefined;
    if (block !== undefined && !isPossible(by, block)) remark('plan-not-gathered', kind);
  }
}

function namesIn({ order, leftOut, titles }: ReportPlan['sessions']): string[] {
  return [...order, ...leftOut, ...Object.keys(titles)];
}
