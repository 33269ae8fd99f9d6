import type { DocNode } from '@plenary/document';
import { bindPictures, readCopied } from '@plenary/importers/clipboard';
import type { Editor } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { writingTextIn } from '../../../i18n/writing-messages.ts';
import { say } from '../said.ts';
import { looksLikeMarkdown } from './markdown-signs.ts';

/** Pastes a page, or the piece of one, that another program put into the clipboard; `text` where it cannot be read. */
export async function pastePage(editor: Editor, html: string, text: string): Promise<void> {
  // An editor of programs puts its colours into the clipboard; what was copied is the text.
  if (isOfProgramEditor(html) && looksLikeMarkdown(text)) return pasteMarkdown(editor, text);
  const blocks = await read('page', html);
  if (editor.isDestroyed || !editor.isEditable) return undefined;
  const tr = blocks && pasted(editor.state, blocks);
  if (!tr) plainly(editor, text);
  else {
    stopCapturing(editor);
    editor.view.dispatch(tr);
  }
  return undefined;
}

/**
 * Pastes text; where it is written as Markdown, first as it is and then in its form, so that one undo gives back the
 * text as it was copied.
 */
export async function pasteMarkdown(editor: Editor, text: string): Promise<void> {
  const blocks = looksLikeMarkdown(text) ? await read('markdown', text) : undefined;
  if (editor.isDestroyed || !editor.isEditable) return;
  const formed = blocks && pasted(editor.state, blocks);
  stopCapturing(editor);
  plainly(editor, text);
  if (!formed) return;
  stopCapturing(editor);
  editor.view.dispatch(turnInto(editor.state, formed));
  stopCapturing(editor);
  say(editor, writingTextIn(currentLanguage())('paste.markdown'));
}

/** Undefined where it cannot be read, or holds nothing. */
async function read(form: 'page' | 'markdown', content: string): Promise<readonly DocNode[] | undefined> {
  try {
    const { blocks } = await readCopied(form, content);
    // A picture in the clipboard of another program leaves its words: it is brought as a file.
    const all = bindPictures(blocks, new Map()).filter((block) => !isEmptyParagraph(block));
    return all.length > 0 ? all : undefined;
  } catch {
    // Too long, or nested beyond all measure: its words are pasted, which is what it is worth.
    return undefined;
  }
}

function isEmptyParagraph({ content, type }: DocNode): boolean {
  return type === 'paragraph' && content === undefined;
}

/** The blocks in the place of what is selected. Words of one line stay in the line they are pasted into. */
function pasted(state: EditorState, blocks: readonly DocNode[]): Transaction | undefined {
  try {
    const fragment = Fragment.fromJSON(state.schema, blocks);
    for (let index = 0; index < fragment.childCount; index += 1) fragment.child(index).check();
    const { tr } = state;
    const only = fragment.childCount === 1 ? fragment.firstChild : null;
    if (only && !only.isTextblock) tr.replaceSelectionWith(only, false);
    else tr.replaceSelection(Slice.maxOpen(fragment, false));
    return tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste');
  } catch {
    return undefined;
  }
}

/** Changes the document as it is into what it would be after another transaction, in one step. */
function turnInto(state: EditorState, { doc: wanted, selection }: Transaction): Transaction {
  const { tr } = state;
  const from = state.doc.content.findDiffStart(wanted.content);
  const end = state.doc.content.findDiffEnd(wanted.content);
  if (from === null || end === null) return tr;
  // Where letters repeat, what is alike at the end reaches back behind what is alike at the start.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  tr.replace(from, end.a + overlap, wanted.slice(from, end.b + overlap));
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(selection.to, tr.doc.content.size)), -1));
  return tr.scrollIntoView();
}

/** As ProseMirror pastes words. The event without a clipboard tells that they have been looked at already. */
function plainly({ view }: Editor, text: string): void {
  view.pasteText(text, new ClipboardEvent('paste'));
}

function isOfProgramEditor(html: string): boolean {
  return /<(?:div|pre)[^>]{0,400}(?:white-space:\s*pre|monospace)/i.test(html.slice(0, 2000));
}

/** What comes next is a step of undo by itself. */
function stopCapturing({ state }: Editor): void {
  // y-tiptap declares its plugin's state as `any`; this is the part of it that is used here.
  const undo = yUndoPluginKey.getState(state) as
    | { readonly undoManager: { stopCapturing(): void } }
    | undefined;
  undo?.undoManager.stopCapturing();
}
