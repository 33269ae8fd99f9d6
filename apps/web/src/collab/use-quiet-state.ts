import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

/** After this long without a change what stands around the text is looked at again. */
export const QUIET_MS = 300;
/** However lively the room: what stands around the text is never older. */
export const LONGEST_MS = 1000;

/**
 * What is read off an editor for what stands around the text: an outline, a count. Nobody looks there while they press
 * a key, so it follows once the text is quiet, and every second while it is not. Whoever acts on what it says, such as a
 * way to a place in the text, reads that again in the moment of acting. `read` gives plain values, and is the same
 * function while it reads the same.
 */
export function useQuietState<Value>(editor: Editor, read: (editor: Editor) => Value): Value {
  const [value, setValue] = useState(() => read(editor));
  useEffect(() => {
    const look = (): void => {
      if (editor.isDestroyed) return;
      const now = read(editor);
      setValue((last) => (JSON.stringify(last) === JSON.stringify(now) ? last : now));
    };
    look();
    return whenQuiet(editor, look);
  }, [editor, read]);
  return value;
}

/** What is read here of a transaction that an editor tells of. */
interface Changed {
  readonly transaction: { readonly docChanged: boolean; readonly selectionSet: boolean };
}

/** Calls back once nothing has changed for a while, and now and then while it does. Returns what ends that. */
export function whenQuiet(editor: Pick<Editor, 'on' | 'off'>, callback: () => void): () => void {
  const watch = watches.get(editor) ?? watchOver(editor);
  watches.set(editor, watch);
  watch.callbacks.add(callback);
  return () => {
    watch.callbacks.delete(callback);
    if (watch.callbacks.size > 0) return;
    watches.delete(editor);
    watch.end();
  };
}

/** Several look at one editor: a key starts one timer. */
const watches = new WeakMap<object, ReturnType<typeof watchOver>>();

function watchOver(editor: Pick<Editor, 'on' | 'off'>) {
  const callbacks = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let last = 0;
  const wait = (): void => {
    const now = performance.now();
    const due = Math.min(last + QUIET_MS, first + LONGEST_MS) - now;
    if (due > 0) timer = setTimeout(wait, due);
    else {
      timer = undefined;
      for (const callback of callbacks) callback();
    }
  };
  const changed = ({ transaction }: Changed): void => {
    // Others' carets are drawn by transactions, too.
    if (!transaction.docChanged && !transaction.selectionSet) return;
    last = performance.now();
    if (timer !== undefined) return;
    first = last;
    timer = setTimeout(wait, QUIET_MS);
  };
  editor.on('transaction', changed);
  const end = (): void => {
    clearTimeout(timer);
    editor.off('transaction', changed);
  };
  return { callbacks, end };
}
