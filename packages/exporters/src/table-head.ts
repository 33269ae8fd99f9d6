import type { Table, TableCell } from '@plenary/report-ast';

/**
 * The rows at the top made of header cells only: they repeat on every page. None where a cell reaches down out of them, because a
 * format would cut such a span, and the columns below would shift.
 */
export function countHeadRows(node: Table): number {
  const firstOther = node.children.findIndex(({ children }) => !isHeadRow(children));
  const count = firstOther === -1 ? node.children.length : firstOther;
  const contained = node.children
    .slice(0, count)
    .every(({ children }, index) => children.every(({ rowspan = 1 }) => index + rowspan <= count));
  return contained ? count : 0;
}

/** Whether a row holds header cells and nothing else. */
export function isHeadRow(cells: readonly TableCell[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell.header);
}
