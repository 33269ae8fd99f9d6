import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';

/** What hears the keys of the editor before the editor does, while the menu is open. True: the key is taken. */
export type KeyTaker = (event: KeyboardEvent) => boolean;

const SLASH = new PluginKey<{ taker: KeyTaker | undefined }>('slashKeys');

/** Lets the slash menu, which is beside the editor, have the arrows, Enter and Escape; before lists and outcomes. */
export const slashKeys = Extension.create({
  name: 'slashKeys',
  priority: 1200,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: SLASH,
      // A box for one function: it is no part of the document's history, so it changes without a transaction.
      state: { init: (): { taker: KeyTaker | undefined } => ({ taker: undefined }), apply: (_, box) => box },
      props: {
        handleKeyDown: (view, event) =>
          !event.isComposing && (SLASH.getState(view.state)?.taker?.(event) ?? false),
      },
    }),
  ],
});

/** Gives the keys to the menu until the returned function is called. */
export function takeKeys(state: Parameters<typeof SLASH.getState>[0], taker: KeyTaker): () => void {
  const box = SLASH.getState(state);
  if (box) box.taker = taker;
  return () => {
    if (box?.taker === taker) box.taker = undefined;
  };
}
