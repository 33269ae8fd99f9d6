import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Lets undo take back what the person did and nothing else. What Yjs takes back is whole elements: of a list or an
 * outcome that one person made, everything in it would go, also what others have written there since. Left alone,
 * y-tiptap keeps paragraphs in which something is left; an element of any other kind is worth as much. So is the empty
 * paragraph that an item of a list has to begin with: where it is gone, the binding takes out the whole item.
 */
export const ownUndo = Extension.create({
  name: 'ownUndo',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        // y-tiptap declares its plugin's state as `any`; this is the part of it that is used here.
        const undo = yUndoPluginKey.getState(view.state) as
          | { readonly undoManager: Y.UndoManager }
          | undefined;
        if (undo) undo.undoManager.deleteFilter = (item) => !isWanted(item);
        return {};
      },
    }),
  ],
});

/** Whether there is something in it that somebody else put there: what the person put there has gone before it. */
function isWanted({ content }: Y.Item): boolean {
  const made = content instanceof Y.ContentType ? content.type : undefined;
  if (!(made instanceof Y.XmlText || made instanceof Y.XmlElement)) return false;
  if (made.length > 0) return true;
  const { parent } = made;
  if (made instanceof Y.XmlText || !(parent instanceof Y.XmlElement) || !ITEMS.has(parent.nodeName))
    return false;
  const [first, next] = parent.toArray();
  return first === made && next instanceof Y.XmlElement && next.nodeName !== 'paragraph';
}

const ITEMS: ReadonlySet<string> = new Set(['listItem', 'taskItem']);
