import { blocks } from '@plenary/blocks';
import { type DocNode, documentExtensions, readDocument, seedUpdate } from '@plenary/document';
import { Editor, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { afterEach } from 'vitest';
import * as Y from 'yjs';
import { ownUndo } from '../own-undo.ts';
import { undoInRange } from '../undo-in-range.ts';

/** Two people with editors of their own for one document, who hear of each other when they `meet`. */
export interface Pair {
  readonly ada: Editor;
  readonly ben: Editor;
  /** Each gets what the other wrote. */
  readonly meet: () => void;
  /** What the document holds, as both have it. */
  readonly content: () => DocNode;
}

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

/** Opens a seeded document twice, each time with these extensions beside those of every group document. */
export function pairWith(content: DocNode, extensions: Extensions): Pair {
  const seed = seedUpdate(content, blocks);
  const [adasDoc, bensDoc] = [1, 2].map((client) => {
    const ydoc = new Y.Doc();
    ydoc.clientID = client;
    Y.applyUpdate(ydoc, seed);
    return ydoc;
  });
  if (!adasDoc || !bensDoc) throw new Error('There are two.');
  const editorOf = (ydoc: Y.Doc): Editor => {
    const editor = new Editor({
      // jsdom lays nothing out, so there is nowhere to scroll to.
      editorProps: { handleScrollToSelection: () => true },
      element: document.body.appendChild(document.createElement('div')),
      extensions: [
        ...documentExtensions(blocks),
        Collaboration.configure({ document: ydoc }),
        undoInRange,
        ownUndo,
        ...extensions,
      ],
    });
    open.push(editor);
    return editor;
  };
  return {
    ada: editorOf(adasDoc),
    ben: editorOf(bensDoc),
    meet() {
      Y.applyUpdate(adasDoc, Y.encodeStateAsUpdate(bensDoc, Y.encodeStateVector(adasDoc)));
      Y.applyUpdate(bensDoc, Y.encodeStateAsUpdate(adasDoc, Y.encodeStateVector(bensDoc)));
    },
    content() {
      const mine = readDocument(adasDoc);
      if (JSON.stringify(mine) !== JSON.stringify(readDocument(bensDoc))) throw new Error('They differ.');
      return mine;
    },
  };
}

/**
 * Types as a keyboard does: each letter is offered to the editor, and put in where nothing has taken it. jsdom has no
 * keyboard that writes.
 */
export function type(editor: Editor, text: string): void {
  for (const letter of text) {
    const { from, to } = editor.state.selection;
    const plain = () => editor.state.tr.insertText(letter, from, to);
    const isTaken = editor.view.someProp('handleTextInput', (take) =>
      take(editor.view, from, to, letter, plain),
    );
    if (isTaken !== true) editor.view.dispatch(plain());
  }
}

/** Presses a key of the editor; false where nothing wants it. */
export function press(editor: Editor, key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers });
  return editor.view.someProp('handleKeyDown', (take) => take(editor.view, event)) === true;
}
