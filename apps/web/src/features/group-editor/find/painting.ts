import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { DecorationSet } from '@tiptap/pm/view';

/** Paints something over the text without being part of it. */
export type Paint = (state: EditorState) => DecorationSet;

/** The plugin that paints what it was told last, in the meta of a transaction under this key; null paints nothing. */
export const PAINT = new PluginKey<Paint | null>('painting');

/** Lets what is loaded later, such as finding, paint over the text. */
export const painting = Extension.create({
  name: 'painting',
  addProseMirrorPlugins: () => [
    new Plugin<Paint | null>({
      key: PAINT,
      state: {
        init: () => null,
        apply(transaction, paint) {
          // Only a paint or null is ever set.
          const told = transaction.getMeta(PAINT) as Paint | null | undefined;
          return told === undefined ? paint : told;
        },
      },
      props: { decorations: (state) => PAINT.getState(state)?.(state) },
    }),
  ],
});
