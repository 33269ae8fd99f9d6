import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';

/** Ticks the task the caret is in, or takes the tick away. */
export const TICK = 'Mod-Enter';

/**
 * Gives every thing to do a box to tick, by mouse, finger, the space bar on the box, or a key from the text. `label`:
 * what a box is called, when it is made.
 */
export function taskBoxes(label: () => string): Extension {
  return Extension.create({
    name: 'taskBoxes',
    // Before leaving a table and breaking a line, which are the same key elsewhere.
    priority: 300,
    addKeyboardShortcuts() {
      return { [TICK]: () => tick(this.editor) };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: { nodeViews: { taskItem: (node, view, getPos) => new TaskBox(node, view, getPos, label()) } },
      }),
    ],
  });
}

function tick(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $from.node(depth);
    if (type.name !== 'taskItem') continue;
    const { tr } = editor.state;
    editor.view.dispatch(tr.setNodeAttribute($from.before(depth), 'checked', attrs['checked'] !== true));
    return true;
  }
  return false;
}

/** A thing to do on the page: its box, and what is to be done. */
class TaskBox implements NodeView {
  readonly dom = document.createElement('li');
  readonly contentDOM = document.createElement('div');
  readonly #box = document.createElement('input');

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, label: string) {
    this.dom.dataset['type'] = 'taskItem';
    this.#box.type = 'checkbox';
    this.#box.contentEditable = 'false';
    this.#box.setAttribute('aria-label', label);
    this.#box.addEventListener('change', () => {
      const position = getPos();
      const { checked } = this.#box;
      // What is shown follows the text: the box goes back by itself where nobody may write.
      this.#show(!checked);
      if (view.editable && position !== undefined)
        view.dispatch(view.state.tr.setNodeAttribute(position, 'checked', checked));
    });
    this.dom.append(this.#box, this.contentDOM);
    this.#show(node.attrs['checked'] === true);
  }

  update(node: Node): boolean {
    if (node.type.name !== 'taskItem') return false;
    this.#show(node.attrs['checked'] === true);
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#box;
  }

  ignoreMutation(mutation: { readonly target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }

  #show(checked: boolean): void {
    this.#box.checked = checked;
    this.dom.dataset['checked'] = String(checked);
  }
}
