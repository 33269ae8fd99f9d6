import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isNote } from '../notes/note-places.ts';

/**
 * Takes what other programs put into the clipboard (Word, LibreOffice, Google Docs, web pages, text written as Markdown)
 * and has it read by what reads files of groups: structure is kept, the rest is left behind. What comes from an editor
 * like this one is taken as it is, and so are words that are pasted without their formatting.
 *
 * The reader is loaded when something is pasted, or before. Where it does not come, ProseMirror's own does.
 */
export const pasting = Extension.create({
  name: 'pasting',
  addProseMirrorPlugins() {
    const { editor } = this;
    // Shift: the words without their formatting, as browsers have it.
    let withoutFormatting = false;
    return [
      new Plugin({
        props: {
          handleKeyDown: (_, event) => {
            if (event.key.toLowerCase() === 'v') withoutFormatting = event.shiftKey;
            return false;
          },
          handlePaste(view, { clipboardData }) {
            const asText = withoutFormatting;
            withoutFormatting = false;
            if (!clipboardData || isVerbatim(view)) return false;
            const [html, text] = ['text/html', 'text/plain'].map((type) => clipboardData.getData(type));
            if (html === undefined || text === undefined || html.includes('data-pm-slice')) return false;
            // Nothing but a picture is brought as one.
            if (text.trim() === '' && clipboardData.files.length > 0) return false;
            const isPage = html !== '' && !asText;
            if (!isPage && (asText || !MARKDOWN.test(text))) return false;
            loadReader().then(
              ({ pasteMarkdown, pastePage }) =>
                isPage ? pastePage(editor, html, text) : pasteMarkdown(editor, text),
              () =>
                isPage
                  ? view.pasteHTML(html, new ClipboardEvent('paste'))
                  : view.pasteText(text, new ClipboardEvent('paste')),
            );
            return true;
          },
        },
      }),
    ];
  },
});

/** Loads what reads the clipboard of other programs. */
export function loadReader(): Promise<typeof import('./read-clipboard.ts')> {
  return import('./read-clipboard.ts');
}

/** Something in it may be Markdown; the reader looks more closely. */
const MARKDOWN = /^(?:#{1,6} |\s*[-*+] |\s*\d+[.)] |> |```|\|)|\*\*\S|\]\(\S/m;

/** Code takes words only, and a note takes lines. */
function isVerbatim({ state }: EditorView): boolean {
  const { parent } = state.selection.$from;
  return parent.type.spec.code === true || isNote(parent);
}
