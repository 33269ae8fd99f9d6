import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type NodeView, type ViewMutationRecord } from '@tiptap/pm/view';
import { leave, openNote, removeNote } from './note-keys.ts';
import { isNote, notesIn } from './note-places.ts';

/** Words at a note, in the reader's language when they are asked for. */
export interface NoteWords {
  readonly name: (number: number) => string;
  readonly done: () => string;
  readonly remove: () => string;
  readonly empty: () => string;
}

/**
 * Shows a note as its number, which anyone can press. Where one writes, its words open below the line while the caret
 * is in them, and close when it leaves; where one reads, the number leads to the notes below the text.
 */
export function noteViews(words: NoteWords): Extension {
  return Extension.create({
    name: 'noteViews',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            decorations: (state) => decorationsOf(state),
            nodeViews: {
              footnote: (node, _view, _getPos, decorations) => new NoteView(node, decorations, editor, words),
            },
          },
        }),
      ];
    },
  });
}

/** Where the words of a note stand below the text, for its number to lead there. */
export function idOfNote(number: number): string {
  return `note-${number}`;
}

/** The button with this number in the text. */
export function numberOfNote({ view }: Editor, number: number): HTMLElement | null {
  return view.dom.querySelector(`button[data-note="${number}"]`);
}

/** What a decoration tells the view of its note. */
interface Told {
  readonly note: number;
}

function decorationsOf({ doc, selection }: EditorState): DecorationSet {
  const notes = notesIn(doc);
  if (notes.length === 0) return DecorationSet.empty;
  const inside = isNote(selection.$from.parent) ? selection.$from.before() : -1;
  const all = notes.map(({ node, number, position }) => {
    const told: Told = { note: number };
    const attrs = position === inside ? { class: 'is-open' } : {};
    return Decoration.node(position, position + node.nodeSize, attrs, told);
  });
  return DecorationSet.create(doc, all);
}

class NoteView implements NodeView {
  readonly dom = document.createElement('span');
  readonly contentDOM = document.createElement('span');
  readonly #number = button('plenary-note-number');
  readonly #words: NoteWords;
  readonly #editor: Editor;

  constructor(node: Node, decorations: readonly Decoration[], editor: Editor, words: NoteWords) {
    this.#words = words;
    this.#editor = editor;
    this.dom.dataset['footnote'] = '';
    this.dom.className = 'plenary-note';
    this.contentDOM.className = 'plenary-note-words';
    const card = document.createElement('span');
    card.className = 'plenary-note-card';
    card.append(this.contentDOM, this.#controls());
    this.#number.addEventListener('click', () => this.#press());
    this.dom.append(this.#number, card);
    this.update(node, decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (!isNote(node)) return false;
    const number = decorations.map(({ spec }) => numberIn(spec)).find(Boolean) ?? 0;
    if (this.#number.dataset['note'] !== String(number)) {
      this.#number.dataset['note'] = String(number);
      this.#number.textContent = String(number);
      this.#number.setAttribute('aria-label', this.#words.name(number));
    }
    this.contentDOM.dataset['empty'] = node.content.size === 0 ? this.#words.empty() : '';
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('button') !== null;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #controls(): HTMLElement {
    const controls = document.createElement('span');
    controls.className = 'plenary-note-controls';
    controls.contentEditable = 'false';
    const [done, remove] = [button('plenary-note-done'), button('plenary-note-remove')];
    done.textContent = this.#words.done();
    remove.textContent = this.#words.remove();
    done.addEventListener('click', () => {
      leave(this.#editor);
      this.#editor.view.focus();
    });
    remove.addEventListener('click', () => removeNote(this.#editor));
    controls.append(done, remove);
    return controls;
  }

  #press(): void {
    const number = Number(this.#number.dataset['note']);
    if (this.#editor.isEditable) openNote(this.#editor, number);
    else {
      const words = document.getElementById(idOfNote(number));
      words?.scrollIntoView({ block: 'center' });
      words?.querySelector('button')?.focus({ preventScroll: true });
    }
  }
}

function numberIn(spec: unknown): number | undefined {
  if (typeof spec !== 'object' || spec === null || !('note' in spec)) return undefined;
  return typeof spec.note === 'number' ? spec.note : undefined;
}

/** A button inside the text; the text keeps the focus, and a phone its keyboard. */
function button(className: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.contentEditable = 'false';
  element.addEventListener('mousedown', (event) => event.preventDefault());
  return element;
}
