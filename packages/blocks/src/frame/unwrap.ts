import { Fragment, type Node, NodeRange } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { liftTarget } from '@tiptap/pm/transform';
import { OUTCOME_PART } from './outcome-part.ts';

/**
 * Turns the block at `position` back into what is in it; the caret stays in its text, and parts without words leave
 * nothing. Returns false, and changes nothing, where that cannot be. With `dispatch` false it only asks.
 */
export function unwrapAt(tr: Transaction, position: number, dispatch: boolean): boolean {
  const block = tr.doc.nodeAt(position);
  if (!block || block.isTextblock || block.childCount === 0) return false;
  const $place = tr.doc.resolve(position);
  if (!$place.parent.canReplace($place.index(), $place.index() + 1, wordsOf(block))) return false;
  if (!dispatch) return true;
  dissolveParts(tr, position);
  const flat = tr.doc.nodeAt(position);
  const range = flat && contentRange(tr, position, flat);
  const target = range && liftTarget(range);
  if (range && target !== null && target !== undefined) tr.lift(range, target);
  return true;
}

/** Puts what is in the parts of the outcome at `position` right into the outcome; empty parts go. */
export function dissolveParts(tr: Transaction, position: number): void {
  const outcome = tr.doc.nodeAt(position);
  if (!outcome) return;
  const children: { readonly node: Node; readonly at: number }[] = [];
  outcome.forEach((node, offset) => children.push({ node, at: position + 1 + offset }));
  const kept = new Set(children.filter(({ node }) => !isEmptyPart(node)));
  const [first] = children;
  if (kept.size === 0 && first) kept.add(first);
  // From the end, so that what comes before keeps its place.
  for (const child of children.toReversed()) {
    const { node, at } = child;
    if (!kept.has(child)) tr.delete(at, at + node.nodeSize);
    else if (node.type.name === OUTCOME_PART) {
      const range = contentRange(tr, at, node);
      tr.lift(range, range.depth - 1);
    }
  }
}

/** What is in a block when its parts are dissolved; empty parts among it. */
function wordsOf(block: Node): Fragment {
  let words = Fragment.empty;
  block.forEach((child) => {
    words = words.append(child.type.name === OUTCOME_PART ? child.content : Fragment.from(child));
  });
  return words;
}

function isEmptyPart(node: Node): boolean {
  return node.type.name === OUTCOME_PART && node.textContent === '' && node.childCount === 1;
}

function contentRange(tr: Transaction, position: number, node: Node): NodeRange {
  const start = tr.doc.resolve(position + 1);
  return new NodeRange(start, tr.doc.resolve(position + node.nodeSize - 1), start.depth);
}
