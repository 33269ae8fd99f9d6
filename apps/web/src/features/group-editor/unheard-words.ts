import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { bindingOf } from './sync-state.ts';

/**
 * Keeps what one types while somebody else turns its paragraph into an outcome, wraps, moves, divides or merges it. To Yjs
 * that is a new paragraph with the words they had heard of, and all others go with the old one. So each writes their own
 * again, and nobody those of others: nothing stands twice.
 *
 * 1. Words go to where the letters around them are now, and the caret with them. What one had deleted goes there, too.
 * 2. Where those letters are nowhere, the paragraph was deleted. Words of which whoever deleted it cannot have seen a letter
 *    stand in a paragraph of their own in its place; single letters at a word that is gone are gone.
 */
export const unheardWords = Extension.create({
  name: 'unheardWords',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const binding = bindingOf(view.state);
        if (!binding) return {};
        const { doc, type } = binding;
        let found: (() => void)[] = [];
        // Now the editor shows the text as it was, and Yjs has what was deleted.
        const look = (change: Y.Transaction): void => {
          unlessItFails(() => {
            const putBack = view.editable ? loaded?.findUnheard(view, type, change) : undefined;
            if (putBack) found.push(putBack);
          });
        };
        const mend = (): void => {
          const all = found;
          found = [];
          for (const putBack of all) unlessItFails(putBack);
        };
        doc.on('beforeObserverCalls', look);
        doc.on('afterAllTransactions', mend);
        void loadPuttingBack().catch(() => undefined);
        return {
          destroy() {
            doc.off('beforeObserverCalls', look);
            doc.off('afterAllTransactions', mend);
          },
        };
      },
    }),
  ],
});

/** A mistake here must not keep what others wrote from being shown; it is reported like any other. */
function unlessItFails(task: () => void): void {
  try {
    task();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

let loaded: typeof import('./put-back.ts') | undefined;

/** Loads what puts words back. It is asked for before the page has a text, so that it is there at the first exchange. */
export async function loadPuttingBack(): Promise<void> {
  loaded ??= await import('./put-back.ts');
}

void loadPuttingBack().catch(() => undefined);
