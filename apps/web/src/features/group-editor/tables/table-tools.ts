import type { Editor } from '@tiptap/core';
import { CellSelection, columnIsHeader, isInTable, rowIsHeader, selectedRect } from '@tiptap/pm/tables';
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  FoldHorizontal,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  TableCellsMerge,
  TableCellsSplit,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
  UnfoldHorizontal,
} from 'lucide-react';
import { pullColumn } from './column-width.ts';

/** What one can do to the table around the caret; its name is the text `table.<id>`. */
export interface TableTool {
  readonly id:
    | 'rowBefore'
    | 'rowAfter'
    | 'columnBefore'
    | 'columnAfter'
    | 'headerRow'
    | 'headerColumn'
    | 'merge'
    | 'split'
    | 'narrower'
    | 'wider'
    | 'deleteRow'
    | 'deleteColumn'
    | 'deleteTable';
  readonly icon: LucideIcon;
  readonly run: (editor: Editor) => unknown;
  /** What is read aloud when it is done; `width`: how wide the column is now. */
  readonly says: 'size' | 'header' | 'merged' | 'divided' | 'gone' | 'width';
  readonly isActive?: (editor: Editor) => boolean;
  /** Where it would do nothing it is shown and cannot be pressed. */
  readonly isPossible?: (editor: Editor) => boolean;
}

/** Adding first, deleting last: what cannot be taken back by one glance stands apart. */
export const TABLE_TOOLS: readonly (readonly TableTool[])[] = [
  [
    tool('rowBefore', BetweenHorizontalStart, 'size', (editor) =>
      editor.chain().focus().addRowBefore().run(),
    ),
    tool('rowAfter', BetweenHorizontalEnd, 'size', (editor) => editor.chain().focus().addRowAfter().run()),
    tool('columnBefore', BetweenVerticalStart, 'size', (editor) =>
      editor.chain().focus().addColumnBefore().run(),
    ),
    tool('columnAfter', BetweenVerticalEnd, 'size', (editor) =>
      editor.chain().focus().addColumnAfter().run(),
    ),
  ],
  [
    {
      ...tool('headerRow', PanelTop, 'header', (editor) => editor.chain().focus().toggleHeaderRow().run()),
      isActive: (editor) => isHeader(editor, 'row'),
    },
    {
      ...tool('headerColumn', PanelLeft, 'header', (editor) =>
        editor.chain().focus().toggleHeaderColumn().run(),
      ),
      isActive: (editor) => isHeader(editor, 'column'),
    },
    {
      ...tool('merge', TableCellsMerge, 'merged', merge),
      isPossible: (editor) => editor.can().mergeCells() || nextCellOf(editor) !== undefined,
    },
    {
      ...tool('split', TableCellsSplit, 'divided', (editor) => editor.chain().focus().splitCell().run()),
      isPossible: (editor) => editor.can().splitCell(),
    },
  ],
  [
    tool('narrower', FoldHorizontal, 'width', (editor) => pullColumn(editor, -1)),
    tool('wider', UnfoldHorizontal, 'width', (editor) => pullColumn(editor, 1)),
  ],
  [
    tool('deleteRow', TableRowsSplit, 'size', (editor) => editor.chain().focus().deleteRow().run()),
    tool('deleteColumn', TableColumnsSplit, 'size', (editor) => editor.chain().focus().deleteColumn().run()),
    tool('deleteTable', Trash2, 'gone', (editor) => editor.chain().focus().deleteTable().run()),
  ],
];

/** Whether several cells are selected; a finger cannot, so one cell alone is merged with the next. */
export function hasCellsSelected(editor: Editor): boolean {
  return editor.state.selection instanceof CellSelection;
}

/** Rows and columns of the table around the caret. */
export function tableSize(editor: Editor): { readonly rows: number; readonly columns: number } | undefined {
  if (!isInTable(editor.state)) return undefined;
  const { map } = selectedRect(editor.state);
  return { rows: map.height, columns: map.width };
}

function tool(
  id: TableTool['id'],
  icon: LucideIcon,
  says: TableTool['says'],
  run: TableTool['run'],
): TableTool {
  return { id, icon, says, run };
}

function isHeader(editor: Editor, which: 'row' | 'column'): boolean {
  if (!isInTable(editor.state)) return false;
  const { map, table } = selectedRect(editor.state);
  return which === 'row' ? rowIsHeader(map, table, 0) : columnIsHeader(map, table, 0);
}

function merge(editor: Editor): void {
  const next = hasCellsSelected(editor) ? undefined : nextCellOf(editor);
  const chain = editor.chain().focus();
  if (next) chain.setCellSelection(next);
  chain.mergeCells().run();
}

/** The cell the caret is in and the one after it in its row, where both are as high. */
function nextCellOf({
  state,
}: Editor): { readonly anchorCell: number; readonly headCell: number } | undefined {
  if (!isInTable(state) || state.selection instanceof CellSelection) return undefined;
  const { map, tableStart, top, right, bottom } = selectedRect(state);
  const { left } = selectedRect(state);
  if (right >= map.width) return undefined;
  const at = (row: number, column: number) => map.map[row * map.width + column] ?? 0;
  const next = map.findCell(at(top, right));
  if (next.top !== top || next.bottom !== bottom) return undefined;
  return { anchorCell: tableStart + at(top, left), headCell: tableStart + at(top, right) };
}
