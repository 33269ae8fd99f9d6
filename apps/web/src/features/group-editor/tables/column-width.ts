import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { isInTable, selectedRect, TableMap } from '@tiptap/pm/tables';
import { MAX_COLUMN_WIDTH } from '@plenary/document';
import { COLUMN_WIDTH, NARROWEST_COLUMN } from './table-frame.ts';

/** How much one key or one tap changes a width: a letter or two. */
const STEP = 20;

/** A column whose width was changed: which one, counted from 1, and how wide it is now, in pixels. */
export interface Pull {
  readonly column: number;
  readonly width: number;
}

/** Makes the column the caret is in a step narrower or wider. Undefined, and nothing done, outside of a table. */
export function pullColumn(editor: Editor, direction: -1 | 1): Pull | undefined {
  const { state } = editor;
  if (!isInTable(state)) return undefined;
  const { left, map, table, tableStart } = selectedRect(state);
  const before = widthOf(table, map, left) ?? shownWidth(editor, tableStart + (map.map[left] ?? 0), table);
  const width = Math.min(MAX_COLUMN_WIDTH, Math.max(NARROWEST_COLUMN, before + direction * STEP));
  const { tr } = state;
  for (const position of new Set(cellsOfColumn(map, left))) {
    const cell = table.nodeAt(position);
    if (!cell) continue;
    const widths = widthsOf(cell);
    widths[left - map.colCount(position)] = width;
    tr.setNodeAttribute(tableStart + position, 'colwidth', widths);
  }
  editor.view.dispatch(tr);
  return { column: left + 1, width };
}

function cellsOfColumn(map: TableMap, column: number): readonly number[] {
  return Array.from({ length: map.height }, (_, row) => map.map[row * map.width + column] ?? 0);
}

function widthOf(table: Node, map: TableMap, column: number): number | undefined {
  const position = map.map[column] ?? 0;
  const cell = table.nodeAt(position);
  const width = cell ? widthsOf(cell)[column - map.colCount(position)] : undefined;
  return width === undefined || width === 0 ? undefined : width;
}

/** The widths a cell says, one for each column it covers, 0 where it says none. */
function widthsOf(cell: Node): number[] {
  const said: unknown = cell.attrs['colwidth'];
  const span: unknown = cell.attrs['colspan'];
  return Array.from({ length: typeof span === 'number' ? span : 1 }, (_, index) => {
    const width: unknown = Array.isArray(said) ? said[index] : undefined;
    return typeof width === 'number' ? width : 0;
  });
}

/** As wide as the column is on the screen now, where nobody has said a width. */
function shownWidth({ view }: Editor, cell: number, table: Node): number {
  const shown = view.nodeDOM(cell);
  const span: unknown = table.firstChild?.firstChild?.attrs['colspan'];
  const width = shown instanceof HTMLElement ? shown.offsetWidth : 0;
  return Math.round(width / (typeof span === 'number' ? span : 1)) || COLUMN_WIDTH;
}
