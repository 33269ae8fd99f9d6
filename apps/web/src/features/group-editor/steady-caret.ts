import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bindingOf, isByOthers } from './sync-state.ts';

/**
 * Keeps one's caret in one's own paragraph while others write. After every remote change y-tiptap 3.0 compares the
 * caret's old and new paragraph by what they contain, and of several that are alike (empty ones, above all) it takes
 * the one with the same number from the top: whoever made a new line just then caught everybody's caret below it. Yjs
 * knows better for as long as the text the caret hangs on is there. This goes once y-tiptap trusts Yjs in that case.
 */
export const steadyCaret = Extension.create({
  name: 'steadyCaret',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some((transaction) => isByOthers(transaction.getMeta(ySyncPluginKey)))) return null;
        const binding: Binding | undefined = bindingOf(state);
        const kept = binding?.beforeTransactionSelection;
        if (!binding || kept?.type !== 'text') return null;
        const anchor = placeOf(binding, kept.anchor);
        const head = placeOf(binding, kept.head);
        const { doc, selection, tr } = state;
        if (anchor === null || head === null || Math.max(anchor, head) > doc.content.size) return null;
        if (anchor === selection.anchor && head === selection.head) return null;
        return tr
          .setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
          .setMeta(ySyncPluginKey, { isChangeOrigin: true });
      },
    }),
  ],
});

/** What y-tiptap knows of the caret before the change it is applying. */
interface Binding {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly mapping: Parameters<typeof relativePositionToAbsolutePosition>[3];
  readonly beforeTransactionSelection: {
    readonly type: string;
    readonly anchor: Y.RelativePosition;
    readonly head: Y.RelativePosition;
  } | null;
}

/** Where a caret belongs now; null where what it hung on is gone, and y-tiptap's guess is the best there is. */
function placeOf({ doc, mapping, type }: Binding, caret: Y.RelativePosition): number | null {
  const id = caret.item ?? caret.type;
  if (id === null || !lives(doc, id)) return null;
  return relativePositionToAbsolutePosition(doc, type, caret, mapping);
}

function lives(doc: Y.Doc, id: Y.ID): boolean {
  if (Y.getState(doc.store, id.client) <= id.clock) return false;
  const item = Y.getItem(doc.store, id);
  return item instanceof Y.Item && !item.deleted;
}
