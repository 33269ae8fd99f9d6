import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { OUTCOME_PART } from './outcome-part.ts';

/**
 * Tab in the text of an outcome of this kind leads on to its next part, and from the last one to its picked values.
 * False elsewhere, and where there is nothing to go to.
 */
export function tabThroughOutcome(editor: Editor, kind: string): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === OUTCOME_PART && $from.index(depth - 1) < $from.node(depth - 1).childCount - 1) {
      return editor.commands.command(({ tr }) => {
        tr.setSelection(TextSelection.near(tr.doc.resolve($from.after(depth) + 1))).scrollIntoView();
        return true;
      });
    }
    if (node.type.name === kind) return focusField(editor, $from.before(depth));
  }
  return false;
}

function focusField(editor: Editor, position: number): boolean {
  const element = editor.view.nodeDOM(position);
  const field = element instanceof HTMLElement ? element.querySelector<HTMLElement>('input, select') : null;
  field?.focus();
  return field !== null;
}
