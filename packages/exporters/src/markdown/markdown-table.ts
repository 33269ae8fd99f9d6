import { type GridSlot, type Table as ReportTable, tableGrid } from '@plenary/report-ast';
import type { Table, TableCell, TableRow } from 'mdast';
import { type CellPlace, markdownCell } from './markdown-cell.ts';

/**
 * A table. What a cell spans is empty but for its first place, so that every word stands once. Markdown's first row is always the head: a table whose first row is not one
 * gets an empty head, so that no cell of content is taken for a title.
 */
export function markdownTable(node: ReportTable, place: CellPlace): Table {
  const { rows, width } = tableGrid(node);
  const headed = rows[0]?.some((slot) => slot?.cell.header === true) === true;
  const body = rows.map((row) =>
    tableRow(
      Array.from({ length: width }, (_, column) => row[column]),
      place,
    ),
  );
  return { type: 'table', children: headed ? body : [emptyRow(width), ...body] };
}

function tableRow(slots: readonly (GridSlot | undefined)[], place: CellPlace): TableRow {
  const children = slots.map((slot) => markdownCell(slot?.origin === true ? slot.cell.children : [], place));
  return { type: 'tableRow', children };
}

function emptyRow(width: number): TableRow {
  return { type: 'tableRow', children: Array.from({ length: width }, emptyCell) };
}

function emptyCell(): TableCell {
  return { type: 'tableCell', children: [] };
}
