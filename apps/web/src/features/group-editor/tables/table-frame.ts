import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { columnResizing, updateColumnsOnResize } from '@tiptap/pm/tables';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';

/** A column of which nobody has said the width is at least so wide: four fit on a phone without scrolling. */
export const COLUMN_WIDTH = 80;
/** A narrower column shows one letter a line. */
export const NARROWEST_COLUMN = 48;

/** Shows tables in a frame that scrolls where they are wider than the text, and lets a mouse pull at their columns. */
export const tableFrames = Extension.create({
  name: 'tableFrames',
  // Before the table's own plugin, which would take the pull for a selection of cells.
  priority: 200,
  addProseMirrorPlugins: () => [
    columnResizing({
      cellMinWidth: NARROWEST_COLUMN,
      defaultCellMinWidth: COLUMN_WIDTH,
      View: TableFrame,
    }),
    new Plugin({
      view: ({ editable }) => ({
        update(view) {
          // A frame that is made later is told when it is made.
          if (view.editable === editable) return;
          editable = view.editable;
          for (const frame of view.dom.querySelectorAll<HTMLElement>(`.${FRAME}`)) {
            makeReachable(frame, view.editable);
          }
        },
      }),
    }),
  ],
});

const FRAME = 'plenary-table';

/** A table on the page: the frame around it, and the widths of its columns. */
class TableFrame implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('tbody');
  readonly #table = document.createElement('table');
  readonly #columns = document.createElement('colgroup');
  readonly #leastWidth: number;
  #node: Node;

  constructor(node: Node, leastWidth: number, view: EditorView) {
    this.#node = node;
    this.#leastWidth = leastWidth;
    this.dom.className = FRAME;
    makeReachable(this.dom, view.editable);
    this.dom.append(this.#table);
    this.#table.append(this.#columns, this.contentDOM);
    this.#show();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  #show(): void {
    for (const name of ['lang', 'dir']) {
      const value: unknown = this.#node.attrs[name];
      if (typeof value === 'string') this.#table.setAttribute(name, value);
      else this.#table.removeAttribute(name);
    }
    updateColumnsOnResize(this.#node, this.#columns, this.#table, this.#leastWidth);
  }
}

/** What scrolls must be reached by keyboard: by the caret where one writes, by the Tab key where one only reads. */
function makeReachable(frame: HTMLElement, editable: boolean): void {
  if (editable) frame.removeAttribute('tabindex');
  else frame.tabIndex = 0;
  // It is editable as the text around it is; said here for programs that look for what scrolls and has no way in.
  frame.contentEditable = editable ? 'true' : 'inherit';
}
