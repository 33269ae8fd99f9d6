import type { Transaction } from '@tiptap/pm/state';
import { NodeRange } from '@tiptap/pm/model';
import { liftTarget } from '@tiptap/pm/transform';

/**
 * Turns the block at `position` back into what is in it; the caret stays in its text. Returns false, and changes
 * nothing, where that cannot be. With `dispatch` false it only asks.
 */
export function unwrapAt(tr: Transaction, position: number, dispatch: boolean): boolean {
  const block = tr.doc.nodeAt(position);
  if (!block || block.isTextblock || block.childCount === 0) return false;
  const start = tr.doc.resolve(position + 1);
  const end = tr.doc.resolve(position + block.nodeSize - 1);
  const range = new NodeRange(start, end, start.depth);
  const target = liftTarget(range);
  if (target === null) return false;
  if (dispatch) tr.lift(range, target);
  return true;
}
