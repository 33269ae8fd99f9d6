import { type Editor, Node } from '@tiptap/core';

/**
 * A note, where its number stands: an inline node that holds the words of the note and breaks between its lines, and no
 * other note. It holds no paragraphs, because HTML has none inside a paragraph: a copy would lose the note's words
 * to the text around it (decision record 13). Numbers are not stored; whoever shows notes counts them.
 */
export const footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: '(text | hardBreak)*',
  isolating: true,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-footnote': '' }, 0],
  addKeyboardShortcuts() {
    return { Enter: () => breakFootnote(this.editor) };
  },
});

/**
 * Begins a new line in the note the caret is in, where Enter would have split the paragraph around it. Returns false,
 * and does nothing, where the caret is elsewhere.
 */
export function breakFootnote(editor: Editor): boolean {
  const { $from, $to } = editor.state.selection;
  if ($from.parent.type.name !== 'footnote' || !$from.sameParent($to)) return false;
  return editor.commands.command(({ tr, state }) => {
    const hardBreak = state.schema.nodes['hardBreak'];
    if (!hardBreak) return false;
    tr.replaceSelectionWith(hardBreak.create(), true).scrollIntoView();
    return true;
  });
}
