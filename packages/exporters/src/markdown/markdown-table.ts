import { type GridSlot, type Table as ReportTable, tableGrid } from '@plenary/report-ast';
import type { Table, TableRow } from 'mdast';
import type { FormatWords } from '../words.ts';
import { faithfulCell } from './faithful.ts';
import { flatten } from './flatten.ts';

/**
 * A table, spans written as empty cells. Markdown's first row is always the head: a table whose first row is not one
 * gets an empty head, so that no cell of content is taken for a title.
 */
export function markdownTable(node: ReportTable, words: FormatWords): Table {
  const { rows, width } = tableGrid(node);
  const headed = rows[0]?.some((slot) => slot?.cell.header === true) === true;
  const body = rows.map((row) =>
    tableRow(
      Array.from({ length: width }, (_, column) => row[column]),
      words,
    ),
  );
  return { type: 'table', children: headed ? body : [emptyRow(width), ...body] };
}

function tableRow(slots: readonly (GridSlot | undefined)[], { colon }: FormatWords): TableRow {
  const children = slots.map((slot) =>
    faithfulCell(slot?.origin === true ? flatten(slot.cell.children, colon) : []),
  );
  return { type: 'tableRow', children };
}

function emptyRow(width: number): TableRow {
  return { type: 'tableRow', children: Array.from({ length: width }, () => faithfulCell([])) };
}
