import { blocks, insertOutcome, type Kind } from '@plenary/blocks';
import { Extension } from '@tiptap/core';

/** The kinds of outcome in the order in which toolbars, shortcuts and help offer them. */
export const KINDS = Object.values(blocks).map(({ kind }) => kind as Kind);

/** The keys that insert the outcome at `index` of `KINDS`. */
export function shortcutOf(index: number): string {
  return `Mod-Alt-${index + 1}`;
}

/** Inserts outcomes from the keyboard; before Tiptap's headings, which use the same keys. */
export const outcomeShortcuts = Extension.create({
  name: 'outcomeShortcuts',
  priority: 1100,
  addKeyboardShortcuts() {
    return Object.fromEntries(
      KINDS.map((kind, index) => [
        shortcutOf(index),
        () => this.editor.chain().focus().command(insertOutcome(kind, null)).run(),
      ]),
    );
  },
});
