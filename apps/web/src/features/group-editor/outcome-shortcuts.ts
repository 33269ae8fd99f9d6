import { blocks, insertOutcome, type Kind, unwrapOutcome } from '@plenary/blocks';
import { Extension } from '@tiptap/core';
import { newId } from './new-id.ts';

/** The kinds of outcome in the order in which toolbars, shortcuts and help offer them. */
export const KINDS = Object.values(blocks).map(({ kind }) => kind as Kind);

/** The keys that insert the outcome at `index` of `KINDS`. */
export function shortcutOf(index: number): string {
  return `Mod-Alt-${index + 1}`;
}

/** The keys that turn the outcome around the caret back into text. */
export const BACK_TO_TEXT = 'Mod-Alt-0';

/** Inserts outcomes from the keyboard, and turns them back; before Tiptap's headings, which use the same keys. */
export const outcomeShortcuts = Extension.create({
  name: 'outcomeShortcuts',
  priority: 1100,
  addKeyboardShortcuts() {
    const chain = () => this.editor.chain().focus();
    return {
      ...Object.fromEntries(
        KINDS.map((kind, index) => [
          shortcutOf(index),
          () => chain().command(insertOutcome(kind, newId())).run(),
        ]),
      ),
      [BACK_TO_TEXT]: () => chain().command(unwrapOutcome()).run(),
    };
  },
});
