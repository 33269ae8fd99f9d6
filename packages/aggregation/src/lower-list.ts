import type { DocNode } from '@plenary/document';
import { type Block, type List, listItem, type ListItem, MAX_LIST_NUMBER } from '@plenary/report-ast';
import { asBlocks, type LoweringContext } from './lowering-context.ts';

/** A list. What stands in it without being an item becomes one; items without words stay only between others. */
export function lowerList(node: DocNode, context: LoweringContext): Block[] {
  const items = asBlocks(node.content ?? [], context.blocks).map((item) =>
    context.lowerBlocks(item.type === 'listItem' ? (item.content ?? []) : [item], context),
  );
  // Nobody wrote what only empty items say.
  if (items.every((children) => children.length === 0)) return [];
  const children: ListItem[] = items.map((blocks) => listItem(...blocks));
  const ordered = node.type === 'orderedList';
  const start = ordered ? startOf(node) : undefined;
  return [{ type: 'list', ordered, ...(start !== undefined && { start }), children } satisfies List];
}

function startOf(node: DocNode): number | undefined {
  const start = node.attrs?.['start'];
  const valid =
    typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= MAX_LIST_NUMBER;
  return valid && start !== 1 ? start : undefined;
}
