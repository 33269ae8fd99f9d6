import { type Editor, Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { type Pull, pullColumn } from './column-width.ts';

/** Makes a column narrower or wider from the keyboard. */
export const WIDTH_KEYS = { narrower: 'Alt-Shift-ArrowLeft', wider: 'Alt-Shift-ArrowRight' } as const;

/** Leaves a table to the line below it, which is made where there is none. */
export const LEAVE_TABLE = 'Mod-Enter';

/**
 * The keys of a table beyond its own (Tab, Shift-Tab, Shift with arrows): arrows lead out of it also where nothing
 * stands beside it, and columns change their width. `onWidth` hears of every new width.
 */
export function tableKeys(onWidth: (editor: Editor, pull: Pull) => void): Extension {
  return Extension.create({
    name: 'tableKeys',
    // Before the table's own arrows, which stay inside where there is nothing outside.
    priority: 200,
    addKeyboardShortcuts() {
      const pull = (direction: -1 | 1) => () => {
        const pulled = pullColumn(this.editor, direction);
        if (pulled) onWidth(this.editor, pulled);
        return pulled !== undefined;
      };
      return {
        ArrowDown: () => leaveByArrow(this.editor, 1),
        ArrowUp: () => leaveByArrow(this.editor, -1),
        [LEAVE_TABLE]: () => leaveTable(this.editor, 1),
        [WIDTH_KEYS.narrower]: pull(-1),
        [WIDTH_KEYS.wider]: pull(1),
      };
    },
  });
}

/** Only where the table is the first or the last thing of what it stands in; elsewhere the arrows find their way. */
function leaveByArrow(editor: Editor, direction: -1 | 1): boolean {
  const { selection } = editor.state;
  if (!selection.empty || !editor.view.endOfTextblock(direction === 1 ? 'down' : 'up')) return false;
  const table = depthOfTable(selection.$from);
  if (table === undefined || hasNeighbour(selection.$from, table, direction)) return false;
  const row = selection.$from.index(table);
  const isEdge = direction === 1 ? row === selection.$from.node(table).childCount - 1 : row === 0;
  return isEdge && isEdgeOfCell(selection.$from, table + 2, direction) && leaveTable(editor, direction);
}

function isEdgeOfCell($from: ResolvedPos, cell: number, direction: -1 | 1): boolean {
  const last = $from.node(cell).childCount - 1;
  return $from.index(cell) === (direction === 1 ? last : 0);
}

/** Puts the caret below a table or above it, into a new paragraph where the table has no neighbour. */
function leaveTable(editor: Editor, direction: -1 | 1): boolean {
  const { $from } = editor.state.selection;
  const table = depthOfTable($from);
  const paragraph = editor.schema.nodes['paragraph'];
  if (table === undefined || !paragraph) return false;
  return editor.commands.command(({ tr }) => {
    const edge = direction === 1 ? $from.after(table) : $from.before(table);
    if (hasNeighbour($from, table, direction)) {
      tr.setSelection(Selection.near(tr.doc.resolve(edge), direction));
    } else {
      tr.insert(edge, paragraph.create());
      tr.setSelection(TextSelection.create(tr.doc, edge + 1));
    }
    tr.scrollIntoView();
    return true;
  });
}

function hasNeighbour($from: ResolvedPos, table: number, direction: -1 | 1): boolean {
  const around = $from.node(table - 1);
  return around.maybeChild($from.index(table - 1) + direction) !== null;
}

/** How deep the innermost table around a place is. */
export function depthOfTable($from: ResolvedPos): number | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.spec['tableRole'] === 'table') return depth;
  }
  return undefined;
}
