import type { Table, TableCell, TableRow } from './nodes.ts';

/** What stands at one column of one row: the cell that begins there, or that reaches there by a span. */
export interface GridSlot {
  readonly cell: TableCell;
  /** True where the cell begins; false where a span covers. */
  readonly origin: boolean;
}

/** A table laid out as a page shows it, spans counted. */
export interface TableGrid {
  /** Row by row, column by column; a hole is undefined. */
  readonly rows: readonly (readonly (GridSlot | undefined)[])[];
  /** Columns of the widest row. */
  readonly width: number;
  /** Whether every place is covered exactly once and no span leaves the table. */
  readonly rectangular: boolean;
}

/** Lays a table out as HTML does: each cell takes the first free column of its row, and spans from there. */
export function tableGrid(table: Table): TableGrid {
  const rows: (GridSlot | undefined)[][] = table.children.map(() => []);
  let fits = true;
  for (const [top, tableRow] of table.children.entries()) {
    let column = 0;
    for (const cell of tableRow.children) {
      while (rows[top]?.[column] !== undefined) column += 1;
      const columns = span(cell.colspan);
      fits &&= place(rows, cell, { top, column, columns, lines: span(cell.rowspan) });
      column += columns;
    }
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const rectangular = fits && rows.every((row) => isFull(row, width));
  return { rows, width, rectangular };
}

/**
 * The same table made rectangular: spans are cut to whole numbers that stay inside the table and cover nothing twice,
 * and holes are filled with empty cells. Every cell stays, in its order, so no word is lost.
 */
export function squared(table: Table): Table {
  if (tableGrid(table).rectangular) return table;
  const plain = { ...table, children: table.children.map(withoutSpans) };
  const width = Math.max(0, ...plain.children.map((row) => row.children.length));
  return { ...plain, children: plain.children.map((row) => padded(row, width)) };
}

/** Columns of a table beyond this are not spans but attacks: a page holds a dozen, a spreadsheet of people twenty. */
const MAX_SPAN = 1000;

function span(value: number | undefined): number {
  return value === undefined || !Number.isInteger(value) || value < 1 ? 1 : Math.min(value, MAX_SPAN);
}

interface Area {
  readonly top: number;
  readonly column: number;
  readonly columns: number;
  readonly lines: number;
}

/** Puts a cell on the grid; false when it covers what is taken or reaches below the last row. */
function place(rows: (GridSlot | undefined)[][], cell: TableCell, area: Area): boolean {
  let fits = area.top + area.lines <= rows.length;
  for (const [line, row] of rows.slice(area.top, area.top + area.lines).entries()) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (row[column] === undefined) row[column] = { cell, origin: line === 0 && column === area.column };
      else fits = false;
    }
  }
  return fits;
}

function isFull(row: readonly (GridSlot | undefined)[], width: number): boolean {
  return row.length === width && !row.includes(undefined);
}

function withoutSpans(row: TableRow): TableRow {
  return {
    ...row,
    children: row.children.map(({ colspan: _colspan, rowspan: _rowspan, ...cell }) => cell),
  };
}

function padded(row: TableRow, width: number): TableRow {
  const missing = Array.from({ length: width - row.children.length }, emptyCell);
  return { ...row, children: [...row.children, ...missing] };
}

function emptyCell(): TableCell {
  return { type: 'tableCell', header: false, children: [{ type: 'paragraph', children: [] }] };
}
