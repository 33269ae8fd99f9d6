import { type DocNode, MAX_SPAN } from '@plenary/document';
import { type Block, table, tableCell, type TableCell, tableRow, type TableRow } from '@plenary/report-ast';
import type { LoweringContext } from './lowering-context.ts';
import { asBlocks } from './prose-blocks.ts';
import { spokenOf } from './spoken.ts';

/**
 * A table, made rectangular: each cell takes the first free column of its row, as in HTML; a span that would cover
 * another cell or leave the table is cut, and what is still missing is filled with empty cells. A header cell is that of
 * its column in a row of header cells, and else that of its row.
 */
export function lowerTable(node: DocNode, context: LoweringContext): Block[] {
  const rows = asBlocks(node.content ?? [], context.blocks).map((row) =>
    row.type === 'tableRow' ? asBlocks(row.content ?? [], context.blocks) : [row],
  );
  if (rows.length === 0) return [];
  const grid = new Grid(rows.length);
  const laid = rows.map((cells, row) =>
    cells.map((cell) => {
      const wished = { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') };
      return { cell, shape: grid.place(row, wished) };
    }),
  );
  const width = grid.width;
  if (width === 0) return [];
  const children = laid.map((cells, row): TableRow => {
    const scope = cells.every(({ cell }) => cell.type === 'tableHeader') ? 'column' : 'row';
    const filled = cells.map(({ cell, shape }) => ({
      column: shape.column,
      cell: lowerCell(cell, shape, scope, context),
    }));
    const missing = grid.free(row, width).map((column) => ({ column, cell: tableCell([]) }));
    const inOrder = [...filled, ...missing].toSorted((a, b) => a.column - b.column);
    if (missing.length > 0) grid.mended = true;
    return tableRow(inOrder.map(({ cell }) => cell));
  });
  if (grid.mended) context.remark('table-mended', '');
  return [table(children)];
}

interface Shape {
  readonly colspan: number;
  readonly rowspan: number;
}

/** Which places of a table are taken. */
class Grid {
  /** Whether anything had to be cut or filled. */
  mended = false;
  readonly #taken: boolean[][];

  constructor(rows: number) {
    this.#taken = Array.from({ length: rows }, () => []);
  }

  get width(): number {
    return this.#taken.reduce((widest, row) => Math.max(widest, row.length), 0);
  }

  /** Takes places for a cell and says which: where it stands and what it really covers. */
  place(row: number, wished: Shape): Shape & { readonly column: number } {
    const column = this.#firstFree(row);
    const rowspan = Math.min(wished.rowspan, this.#taken.length - row);
    let colspan = 1;
    while (colspan < wished.colspan && this.#isFree(row, column + colspan)) colspan += 1;
    if (rowspan !== wished.rowspan || colspan !== wished.colspan) this.mended = true;
    for (let line = row; line < row + rowspan; line += 1) {
      const places = this.#taken[line] ?? [];
      for (let at = column; at < column + colspan; at += 1) places[at] = true;
    }
    return { column, colspan, rowspan };
  }

  /** The columns of a row that nothing covers. */
  free(row: number, width: number): number[] {
    return Array.from({ length: width }, (_, column) => column).filter((column) => this.#isFree(row, column));
  }

  #firstFree(row: number): number {
    let column = 0;
    while (!this.#isFree(row, column)) column += 1;
    return column;
  }

  // Rows are filled from the top, so a place that is free in a row is free in the rows below it, too.
  #isFree(row: number, column: number): boolean {
    return !this.#taken[row]?.[column];
  }
}

function isCell(node: DocNode): boolean {
  return node.type === 'tableCell' || node.type === 'tableHeader';
}

function spanOf(node: DocNode, name: 'colspan' | 'rowspan'): number {
  const span = isCell(node) ? node.attrs?.[name] : 1;
  return typeof span === 'number' && Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

function lowerCell(
  node: DocNode,
  { colspan, rowspan }: Shape,
  scope: 'column' | 'row',
  context: LoweringContext,
): TableCell {
  const children = context.lowerBlocks(isCell(node) ? (node.content ?? []) : [node], context);
  const isHeader = node.type === 'tableHeader';
  return tableCell(children, {
    header: isHeader,
    ...(isHeader && { scope }),
    ...(isCell(node) && spokenOf(node, context.remark)),
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
  });
}
