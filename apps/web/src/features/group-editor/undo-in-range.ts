import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { bindingOf } from './sync-state.ts';

/**
 * Lets undo work after others have made the document shorter. With each step that can be undone y-tiptap 3.0 remembers
 * the caret, also as a number; at undo it looks that number up in the document as it is then, and where the document
 * has become shorter it throws in the middle of showing what Yjs has already done. The editor then shows an older text
 * than there is, and writes it back over the others' with the next letter. (ueberdosis/y-tiptap issue 48.) A number
 * that is out of range is not handed on; y-tiptap then finds the place by what Yjs knows. This goes with that issue.
 */
export const undoInRange = Extension.create({
  name: 'undoInRange',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const binding: Binding | undefined = bindingOf(view.state);
        if (!binding) return {};
        let caret = binding.beforeTransactionSelection;
        Object.defineProperty(binding, 'beforeTransactionSelection', {
          configurable: true,
          get: () => inRange(caret, view.state.doc.content.size),
          set: (next: Caret | null) => {
            caret = next;
          },
        });
        return {};
      },
    }),
  ],
});

interface Binding {
  beforeTransactionSelection: Caret | null;
}

/** A caret as y-tiptap remembers it; the numbers count in the document as it was. */
interface Caret {
  readonly absAnchor?: number | null;
  readonly absHead?: number | null;
}

function inRange(caret: Caret | null, size: number): Caret | null {
  if (caret === null || Math.max(caret.absAnchor ?? 0, caret.absHead ?? 0) <= size) return caret;
  return { ...caret, absAnchor: null, absHead: null };
}
