/** Runs in the page of a floor: the same text in the browser's own editing, or in Tiptap with our schema and Yjs. */
import { documentExtensions } from '@plenary/document';
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import * as Y from 'yjs';

/** What is used here of a page; the types of this package know none. */
interface Page {
  readonly document: { querySelector(selector: string): { innerHTML: string } | null };
  openFloor: typeof openFloor;
}

function openFloor(floor: 'contenteditable' | 'tiptap', update: readonly number[]): void {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Uint8Array.from(update));
  const element = page.document.querySelector('#text');
  if (element === null) throw new Error('The page has no place for the text.');
  const editor = new Editor({
    element: element as never,
    injectCSS: false,
    editorProps: { attributes: { class: 'plenary-prose' } },
    extensions: [...documentExtensions({}), Collaboration.configure({ document: doc })],
  });
  if (floor === 'tiptap') return;
  const html = editor.getHTML();
  editor.destroy();
  element.innerHTML = `<div class="plenary-prose" contenteditable="true">${html}</div>`;
}

const page = globalThis as unknown as Page;
page.openFloor = openFloor;
