import type { EditorState } from '@tiptap/pm/state';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';

/** What ties an editor to the shared document; undefined where nothing does yet. */
export function bindingOf(state: EditorState): ProsemirrorBinding | undefined {
  // y-tiptap declares its plugin's state as `any`; this is the part of it that is touched here.
  const sync = ySyncPluginKey.getState(state) as { readonly binding?: ProsemirrorBinding | null } | undefined;
  return sync?.binding ?? undefined;
}

/** Whether others did what y-tiptap says this of, in a transaction or in its state. Undo is one's own, though it comes through Yjs. */
export function isByOthers(sync: unknown): boolean {
  if (typeof sync !== 'object' || sync === null) return false;
  const isUndo = 'isUndoRedoOperation' in sync && sync.isUndoRedoOperation === true;
  return 'isChangeOrigin' in sync && sync.isChangeOrigin === true && !isUndo;
}
