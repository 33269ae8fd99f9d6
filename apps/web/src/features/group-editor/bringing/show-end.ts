import type { Editor } from '@tiptap/core';

/** Puts the caret to the first of so many blocks at the end of the text, and shows it. */
export function showEnd(editor: Editor, blocks: number): void {
  const { doc } = editor.state;
  let at = 0;
  for (let index = 0; index < doc.childCount - blocks; index += 1) at += doc.child(index).nodeSize;
  editor
    .chain()
    .focus(Math.min(at + 1, doc.content.size))
    .scrollIntoView()
    .run();
}
