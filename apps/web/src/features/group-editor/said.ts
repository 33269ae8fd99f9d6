import type { Editor } from '@tiptap/core';

/** Has something read aloud, once, to whoever does not see what their own step has changed. */
export function say(editor: Editor, words: string): void {
  for (const hear of listeners.get(editor) ?? []) hear(words);
}

/** Hears what is said of an editor until the returned function is called. */
export function onSaid(editor: Editor, hear: (words: string) => void): () => void {
  const all = listeners.get(editor) ?? new Set();
  listeners.set(editor, all.add(hear));
  return () => void all.delete(hear);
}

const listeners = new WeakMap<Editor, Set<(words: string) => void>>();
