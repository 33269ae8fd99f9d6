import type { DocNode } from '@plenary/document';
import {
  type Block,
  type List,
  listItem,
  type ListItem,
  MAX_LIST_NUMBER,
  type Numbering,
  type Spoken,
} from '@plenary/report-ast';
import type { LoweringContext } from './lowering-context.ts';
import { asBlocks } from './prose-blocks.ts';
import { spokenOf } from './spoken.ts';

/**
 * A list. What stands in it without being an item becomes one; items without words stay only between others. A task says
 * whether it is done, unless it has no words: nobody knows what is done then.
 */
export function lowerList(node: DocNode, context: LoweringContext): Block[] {
  const items = asBlocks(node.content ?? [], context.blocks).map((item): Item => {
    const isItem = item.type === 'listItem' || item.type === 'taskItem';
    if (!isItem) return { spoken: {}, task: {}, blocks: context.lowerBlocks([item], context) };
    return {
      spoken: spokenOf(item, context.remark),
      task: item.type === 'taskItem' ? { checked: item.attrs?.['checked'] === true } : {},
      blocks: context.lowerBlocks(item.content ?? [], context),
    };
  });
  // Nobody wrote what only empty items say.
  if (items.every(({ blocks }) => blocks.length === 0)) return [];
  const children = items.map(({ spoken, task, blocks }): ListItem => ({
    ...listItem(...blocks),
    ...spoken,
    ...(blocks.length > 0 && task),
  }));
  if (node.type !== 'orderedList') return [{ type: 'list', ordered: false, children } satisfies List];
  const start = startOf(node);
  const numbering = NUMBERINGS.find((letter) => letter === node.attrs?.['type']);
  const counted = { ...(start !== undefined && { start }), ...(numbering !== undefined && { numbering }) };
  return [{ type: 'list', ordered: true, ...counted, children } satisfies List];
}

interface Item {
  readonly spoken: Spoken;
  readonly task: Pick<ListItem, 'checked'>;
  readonly blocks: readonly Block[];
}

const NUMBERINGS: readonly Numbering[] = ['a', 'A', 'i', 'I'];

function startOf(node: DocNode): number | undefined {
  const start = node.attrs?.['start'];
  const valid =
    typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= MAX_LIST_NUMBER;
  return valid && start !== 1 ? start : undefined;
}
