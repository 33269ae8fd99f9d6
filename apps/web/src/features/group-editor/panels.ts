import type { Editor } from '@tiptap/core';
import { useSyncExternalStore } from 'react';

/** What one opens over the text of an editor, one at a time. */
export type Panel = 'more' | 'help' | 'link' | 'language' | 'find' | 'bring';

/** Opens a panel, from wherever it is asked for: a button, a key, the slash menu. Undefined closes what is open. */
export function openPanel(editor: Editor, panel: Panel | undefined): void {
  open.set(editor, panel);
  for (const hear of listeners.get(editor) ?? []) hear();
}

/** The panel that is open over this editor. */
export function usePanel(editor: Editor): Panel | undefined {
  return useSyncExternalStore(
    (hear) => {
      const all = listeners.get(editor) ?? new Set();
      listeners.set(editor, all.add(hear));
      return () => void all.delete(hear);
    },
    () => open.get(editor),
  );
}

const open = new WeakMap<Editor, Panel | undefined>();
const listeners = new WeakMap<Editor, Set<() => void>>();
