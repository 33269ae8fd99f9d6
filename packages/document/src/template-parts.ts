import { type Editor, Extension } from '@tiptap/core';
import type { HtmlElement } from './html-element.ts';

/**
 * A heading remembers which part of the template seeded it: attribute `part`, `data-part` in HTML. Where a copy was
 * pasted two headings may name one part; the first in the document is meant.
 */
export const templateParts = Extension.create({
  name: 'templateParts',
  // Before the editor's own Enter, which copies every attribute when it splits in the middle.
  priority: 200,
  addGlobalAttributes() {
    return [
      {
        types: ['heading'],
        attributes: {
          part: {
            default: null,
            keepOnSplit: false,
            validate: 'string|null',
            parseHTML: (element: HtmlElement) => element.getAttribute('data-part'),
            renderHTML: ({ part }) => (typeof part === 'string' ? { 'data-part': part } : {}),
          },
        },
      },
    ];
  },
  addKeyboardShortcuts() {
    return { Enter: () => splitHeading(this.editor) };
  },
});

/**
 * Splits a heading in its middle, so that only the first half stays the template's. Returns false, and does
 * nothing, where the caret is elsewhere.
 */
export function splitHeading(editor: Editor): boolean {
  const { $from, $to } = editor.state.selection;
  const inside = $from.parentOffset > 0 && $to.parentOffset < $to.parent.content.size;
  if ($from.parent.type.name !== 'heading' || !$from.sameParent($to) || !inside) return false;
  const { type, attrs } = $from.parent;
  return editor.commands.command(({ tr }) => {
    tr.deleteSelection();
    tr.split(tr.selection.from, 1, [{ type, attrs: { ...attrs, part: null } }]).scrollIntoView();
    return true;
  });
}
