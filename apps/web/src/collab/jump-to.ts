import type { Editor } from '@tiptap/core';
import { scrollBehaviour } from '../ui/scroll-behaviour.ts';

/** Brings the block at a position into view and puts the caret into it, `offset` further on. */
export function jumpTo(editor: Editor, position: number, offset: number): void {
  const block = editor.view.nodeDOM(position);
  editor
    .chain()
    .setTextSelection(position + offset)
    .focus(undefined, { scrollIntoView: false })
    .run();
  if (block instanceof HTMLElement) block.scrollIntoView({ block: 'start', behavior: scrollBehaviour() });
}
