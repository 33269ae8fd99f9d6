import { type Editor, Extension } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { isNote, notesIn } from './note-places.ts';

/** Adds a note where the caret is: the key of word processors. */
export const ADD_NOTE = 'Mod-Alt-f';

/**
 * How one gets in and out of a note with the keyboard. Arrows walk through it as through the words around it, which
 * opens it; Escape leaves it behind its number. Backspace beside a note selects it before it takes it away, and an
 * empty one goes at once.
 */
export const noteKeys = Extension.create({
  name: 'noteKeys',
  // Before the keys of lists and of Tiptap, which know nothing of a note.
  priority: 250,
  addKeyboardShortcuts() {
    return {
      [ADD_NOTE]: () => addNote(this.editor),
      ArrowRight: () => step(this.editor, 1),
      ArrowLeft: () => step(this.editor, -1),
      Backspace: () => erase(this.editor, -1),
      Delete: () => erase(this.editor, 1),
      Escape: () => leave(this.editor),
      Enter: () => openSelected(this.editor),
    };
  },
});

/** Puts an empty note behind what is selected, and the caret into it. False where no note may stand. */
export function addNote(editor: Editor): boolean {
  const { state, view } = editor;
  const type = state.schema.nodes['footnote'];
  const { $to } = state.selection;
  if (!type || !$to.parent.canReplaceWith($to.index(), $to.index(), type)) return false;
  const tr = state.tr.insert($to.pos, type.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView());
  view.focus();
  return true;
}

/** Puts the caret at the end of the words of a note, which opens it. */
export function openNote({ state, view }: Editor, number: number): void {
  const note = notesIn(state.doc)[number - 1];
  if (!note) return;
  const end = note.position + 1 + note.node.content.size;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView());
  view.focus();
}

/** Puts the caret behind the note it is in. */
export function leave(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  if (!isNote($from.parent)) return false;
  return moveTo(editor, $from.after());
}

/** Takes away the note the caret is in. */
export function removeNote({ state, view }: Editor): void {
  const { $from } = state.selection;
  if (!isNote($from.parent)) return;
  const before = $from.before();
  const tr = state.tr.delete(before, $from.after());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, before)));
  view.focus();
}

function step(editor: Editor, direction: -1 | 1): boolean {
  const { selection } = editor.state;
  const { $from } = selection;
  if (!selection.empty) return false;
  if (isNote(direction === 1 ? $from.nodeAfter : $from.nodeBefore)) {
    return moveTo(editor, $from.pos + direction);
  }
  if (!isNote($from.parent)) return false;
  if (direction === 1)
    return $from.parentOffset === $from.parent.content.size && moveTo(editor, $from.after());
  return $from.parentOffset === 0 && moveTo(editor, $from.before());
}

function erase(editor: Editor, direction: -1 | 1): boolean {
  const { state, view } = editor;
  const { $from, empty } = state.selection;
  if (!empty) return false;
  if (isNote($from.parent)) {
    if ($from.parent.content.size === 0) {
      removeNote(editor);
      return true;
    }
    // Nothing beyond the edge of a note goes by a key that is pressed in it.
    return direction === -1 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size;
  }
  const beside = direction === -1 ? $from.nodeBefore : $from.nodeAfter;
  if (!beside || !isNote(beside)) return false;
  const position = direction === -1 ? $from.pos - beside.nodeSize : $from.pos;
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
  return true;
}

function openSelected(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || !isNote(selection.node)) return false;
  return moveTo(editor, selection.to - 1);
}

function moveTo({ state, view }: Editor, position: number): true {
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, position)).scrollIntoView());
  return true;
}
