import { type Editor, Extension } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { openDoor, type PictureDoor } from './picture-door.ts';
import { isPicture, pictureAt, placeBehind, placeForNext } from './picture-places.ts';

/**
 * The keyboard at a picture, and files that are pasted or dropped. Enter on a selected picture goes into its description;
 * Enter in a caption goes on below it, for a caption is one line; Backspace at its start selects the picture, and only then
 * takes it away. `door`: where pictures go from here.
 */
export function pictureKeys(door: PictureDoor): Extension {
  return Extension.create({
    name: 'pictureKeys',
    // Before the keys of paragraphs, which would make two pictures of one.
    priority: 260,
    onBeforeCreate() {
      openDoor(this.editor, door);
    },
    addKeyboardShortcuts() {
      return {
        Enter: () => {
          const { state, view } = this.editor;
          const picture = pictureAt(state);
          if (picture === undefined) return false;
          if (state.selection instanceof NodeSelection) {
            const dom = view.nodeDOM(picture.position);
            const field = dom instanceof HTMLElement ? dom.querySelector('input:not(:disabled)') : null;
            if (field instanceof HTMLElement) field.focus();
            return true;
          }
          const end = picture.position + picture.node.nodeSize;
          const after = state.doc.nodeAt(end);
          const tr = after?.isTextblock === true ? state.tr : state.tr.insert(end, paragraphIn(state.schema));
          view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
          return true;
        },
        Backspace: () => {
          const { state, view } = this.editor;
          const { selection } = state;
          if (!selection.empty || !isPicture(selection.$from.parent) || selection.$from.parentOffset > 0)
            return false;
          view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, selection.$from.before())));
          return true;
        },
      };
    },
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          // A picture is no paragraph that could become a heading or an outcome: it would be gone.
          filterTransaction(transaction, { selection }) {
            if (!transaction.docChanged || !isPicture(selection.$from.parent)) return true;
            // What the shared document has is shown, whatever it is.
            if (transaction.getMeta(ySyncPluginKey) !== undefined) return true;
            const { $from } = selection;
            const [before, parent] = [$from.before(), $from.node($from.depth - 1)];
            const now = before < transaction.doc.content.size ? transaction.doc.resolve(before) : undefined;
            const isTurned =
              now?.parent.childCount === parent.childCount && now.nodeAfter?.isTextblock === true;
            return !isTurned || isPicture(now.nodeAfter) || selection instanceof NodeSelection;
          },
          props: {
            handleTextInput(view, from, to, text) {
              const { parent, parentOffset } = view.state.doc.resolve(from);
              if (text !== ' ' || !isPicture(parent)) return false;
              // What begins a list or a heading elsewhere begins a caption here.
              if (!BEGINNING.test(parent.textBetween(0, parentOffset))) return false;
              view.dispatch(view.state.tr.insertText(text, from, to));
              return true;
            },
            handlePaste(view, event) {
              const files = picturesIn(event.clipboardData);
              if (!editor.isEditable) return false;
              const page = event.clipboardData?.getData('text/html') ?? '';
              if (files.length === 0) {
                // The words are pasted as ever; the pictures among them come after.
                if (page.includes('<img')) bringPasted(editor, page);
                return false;
              }
              bring(editor, files, placeForNext(view.state));
              return true;
            },
            handleDrop(view, event, _slice, moved) {
              if (moved || !editor.isEditable || (event.dataTransfer?.files.length ?? 0) === 0) return false;
              // Without this the browser would leave the page for the file.
              event.preventDefault();
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              const at =
                place === null ? Selection.atEnd(view.state.doc).$to : view.state.doc.resolve(place.pos);
              bring(editor, [...(event.dataTransfer?.files ?? [])], placeBehind(at));
              return true;
            },
          },
        }),
      ];
    },
  });
}

/** What sends pictures is loaded when one is there; writing does not wait for it. */
function bring(editor: Editor, files: readonly File[], at: number): void {
  void import('./bring-pictures.ts').then(({ bringPictures }) => bringPictures(editor, files, at));
}

function bringPasted(editor: Editor, page: string): void {
  void import('./pasted-pictures.ts').then(({ bringPastedPictures }) => bringPastedPictures(editor, page));
}

const BEGINNING = /^(?:#{1,6}|[-+*>!?]|\d{1,9}[.)]|\[[ x]?\]|`{3}|~{3}|-{2,3})$/i;

/** The pictures of a clipboard that holds nothing else: a table that was copied comes with a picture of itself. */
function picturesIn(clipboard: DataTransfer | null): readonly File[] {
  const files = [...(clipboard?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  if (files.length === 0) return [];
  const page = clipboard?.getData('text/html') ?? '';
  const words = new DOMParser().parseFromString(page, 'text/html').body.textContent;
  return words.trim() === '' && (clipboard?.getData('text/plain') ?? '').trim() === '' ? files : [];
}

function paragraphIn(schema: Schema) {
  const paragraph = schema.nodes['paragraph'];
  if (!paragraph) throw new Error('Every group document has paragraphs.');
  return paragraph.create();
}
