import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { findOutcomes, idOf } from './find-outcomes.ts';
import { bindingOf } from './sync-state.ts';

/**
 * Takes a moved outcome out in a step of its own before it is put in elsewhere. Done at once, y-tiptap compares the
 * document before and after, and where neighbours of one kind have changed places it writes the words and the id of
 * one into the other. When two people do that at the same time, what Yjs merges has one id twice and another one not
 * at all: an outcome lost by moving it. Taken out first, nothing is left to be mistaken for it. This goes once
 * y-tiptap tells nodes apart by an id.
 */
export const stepwiseMoves = Extension.create({
  name: 'stepwiseMoves',
  dispatchTransaction({ transaction, next }) {
    const moved = idsMovedBy(transaction);
    if (moved.size === 0) next(transaction);
    else {
      const move = () => moveStepwise(this.editor, transaction, moved, next);
      // Others hear of both steps at once, and know that it was moved.
      const binding = bindingOf(this.editor.state);
      if (binding) binding.doc.transact(move, ySyncPluginKey);
      else move();
    }
  },
});

type Dispatch = (transaction: Transaction) => void;

/** The outcomes that were taken from their place and are in the document all the same. */
function idsMovedBy(transaction: Transaction): ReadonlySet<string> {
  // To move is to take out and to put in: two steps, or more.
  if (transaction.steps.length < 2 || transaction.getMeta(ySyncPluginKey) !== undefined) return new Set();
  const after = new Set(findOutcomes(transaction.doc).map(({ node }) => idOf(node)));
  const moved = findOutcomes(transaction.before).filter(({ node, position }) => {
    const { deletedAfter, pos } = transaction.mapping.mapResult(position);
    const stayed = transaction.doc.nodeAt(pos);
    return deletedAfter && after.has(idOf(node)) && (!stayed || idOf(stayed) !== idOf(node));
  });
  return new Set(moved.flatMap(({ node }) => (idOf(node) === '' ? [] : [idOf(node)])));
}

function moveStepwise(
  editor: Editor,
  transaction: Transaction,
  moved: ReadonlySet<string>,
  next: Dispatch,
): void {
  for (const id of moved) {
    const found = findOutcomes(editor.state.doc).find(({ node }) => idOf(node) === id);
    if (found) next(editor.state.tr.delete(found.position, found.position + found.node.nodeSize));
  }
  const { tr } = editor.state;
  const wanted = transaction.doc.content;
  const [same, sameAtEnd] = [alike(tr.doc, transaction.doc, 1), alike(tr.doc, transaction.doc, -1)];
  const most = Math.min(tr.doc.childCount, wanted.childCount) - same;
  const end = Math.min(sameAtEnd, most);
  const { from, to } = between(tr.doc, same, end);
  const put = between(transaction.doc, same, end);
  tr.replaceWith(from, to, wanted.cut(put.from, put.to));
  tr.setSelection(Selection.fromJSON(tr.doc, transaction.selection.toJSON()));
  for (const name of ['addToHistory', 'uiEvent', 'paste']) {
    const meta: unknown = transaction.getMeta(name);
    if (meta !== undefined) tr.setMeta(name, meta);
  }
  next(transaction.scrolledIntoView ? tr.scrollIntoView() : tr);
}

/** How many blocks at the start of two documents, or at their end, are the same. */
function alike(one: Node, other: Node, step: 1 | -1): number {
  const at = (doc: Node, index: number) => doc.maybeChild(step === 1 ? index : doc.childCount - 1 - index);
  const most = Math.min(one.childCount, other.childCount);
  let count = 0;
  for (let block = at(one, count); count < most && block; block = at(one, count)) {
    const twin = at(other, count);
    if (!twin || !block.eq(twin)) break;
    count += 1;
  }
  return count;
}

/** The range of a document without so many blocks at its start and its end. */
function between(doc: Node, start: number, end: number): { readonly from: number; readonly to: number } {
  let [from, to] = [0, doc.content.size];
  doc.forEach((block, _, index) => {
    if (index < start) from += block.nodeSize;
    if (index >= doc.childCount - end) to -= block.nodeSize;
  });
  return { from, to };
}
