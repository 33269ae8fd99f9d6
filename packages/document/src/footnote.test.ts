// @vitest-environment jsdom
import { Editor, Extension } from '@tiptap/core';
import { ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { contentHash } from './canonical.ts';
import { type DocNode, textOf } from './doc-node.ts';
import { breakFootnote } from './footnote.ts';
import { documentExtensions } from './prose-nodes.ts';
import { FRAGMENT } from './schema-version.ts';
import { readDocument, seedUpdate } from './ydoc.ts';

const words = (text: string): DocNode => ({ type: 'text', text });
const seed = seedUpdate(
  {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [words('before'), { type: 'footnote', content: [words('note')] }, words('after')],
      },
    ],
  },
  sampleBlocks,
);

/** Somebody who writes: a real editor bound to a document of their own. */
function writer(): { editor: Editor; ydoc: Y.Doc } {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seed);
  const together = Extension.create({
    name: 'together',
    addProseMirrorPlugins: () => [ySyncPlugin(ydoc.getXmlFragment(FRAGMENT)), yUndoPlugin()],
  });
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [...documentExtensions(sampleBlocks), together],
  });
  return { editor, ydoc };
}

let [ada, ben]: readonly [ReturnType<typeof writer>, ReturnType<typeof writer>] = [writer(), writer()];

beforeEach(() => {
  [ada, ben] = [writer(), writer()];
});
afterEach(() => {
  for (const { editor } of [ada, ben]) editor.destroy();
});

function meet(): void {
  Y.applyUpdate(ada.ydoc, Y.encodeStateAsUpdate(ben.ydoc, Y.encodeStateVector(ada.ydoc)));
  Y.applyUpdate(ben.ydoc, Y.encodeStateAsUpdate(ada.ydoc, Y.encodeStateVector(ben.ydoc)));
  expect(contentHash(readDocument(ada.ydoc))).toBe(contentHash(readDocument(ben.ydoc)));
}

const said = (): string => textOf(readDocument(ada.ydoc));

// Positions: before = 1..7, note = 8..12, after = 13..18.
describe('a note written by two', () => {
  test('keeps what both type into it, and into the line around it', () => {
    ada.editor.commands.insertContentAt(8, 'A ');
    ben.editor.commands.insertContentAt(12, ' B');
    ben.editor.commands.insertContentAt(1, 'right ');
    meet();
    expect(said()).toBe('right before [A note B]after');
  });

  test('is there while one writes in it and the other splits its paragraph', () => {
    ada.editor.commands.insertContentAt(12, ' more');
    ben.editor.chain().setTextSelection(3).splitBlock().run();
    meet();
    expect(said()).toContain('note');
    expect(said().replaceAll(/[^a-z]/g, '')).toContain('before'.slice(0, 2));
  });

  test('goes when one deletes it, and comes back when they undo that', () => {
    ada.editor.commands.deleteRange({ from: 7, to: 13 });
    meet();
    expect(said()).toBe('beforeafter');
    yUndoPluginKey.getState(ada.editor.state)?.undoManager.undo();
    meet();
    expect(said()).toBe('before [note]after');
  });

  test('undo takes back one’s own words in it only', () => {
    ben.editor.commands.insertContentAt(12, ' of Ben');
    meet();
    ada.editor.commands.insertContentAt(8, 'Ada’s ');
    meet();
    yUndoPluginKey.getState(ada.editor.state)?.undoManager.undo();
    meet();
    expect(said()).toBe('before [note of Ben]after');
  });

  test('carries a comment and a suggestion on its words', () => {
    ada.editor.chain().setTextSelection({ from: 8, to: 12 }).setMark('comment', { thread: 'one' }).run();
    ben.editor.chain().setTextSelection({ from: 8, to: 10 }).setMark('comment', { thread: 'two' }).run();
    meet();
    const note = readDocument(ada.ydoc).content?.[0]?.content?.[1];
    const threads = note?.content?.map(({ text, marks = [] }) => [
      text,
      marks.map(({ attrs }) => String(attrs?.['thread'])).toSorted((a, b) => a.localeCompare(b)),
    ]);
    expect(threads).toEqual([
      ['no', ['one', 'two']],
      ['te', ['one']],
    ]);
  });
});

describe('Enter', () => {
  test('in a note begins a new line of it', () => {
    ada.editor.commands.setTextSelection(10);
    expect(breakFootnote(ada.editor)).toBe(true);
    expect(said()).toBe('before [no\nte]after');
  });

  test('elsewhere is none of the note’s business', () => {
    ada.editor.commands.setTextSelection(3);
    expect(breakFootnote(ada.editor)).toBe(false);
    expect(said()).toBe('before [note]after');
  });
});

// What this test asks of the page that jsdom makes; the package itself knows no DOM.
declare const document: { createElement(name: string): never };
