import { leavesOf, type Table, type TableCell } from '@plenary/report-ast';
import { countHeadRows } from '../table-head.ts';

/**
 * How many rows at the top repeat on every page: those of headers, where other rows follow and they are as short as headers are. LibreOffice never
 * ends to lay out a table whose head is taller than a page, or that is nothing but a head.
 */
export function repeatedRows(node: Table): number {
  const count = countHeadRows(node);
  const head = node.children.slice(0, count);
  return count < node.children.length && head.every(({ children }) => isShort(children)) ? count : 0;
}

/** Whether a row is so short that it always fits a page, and need not be torn apart: words, a few lists, not too much of them. */
export function isShort(cells: readonly Pick<TableCell, 'children'>[]): boolean {
  return cells.every(({ children }) => {
    const isText = children.every(({ type }) => type === 'paragraph' || type === 'list');
    return isText && leavesOf(children).reduce((sum, leaf) => sum + leaf.length, 0) <= SHORT;
  });
}

/** Letters in a cell: in a column of a few centimetres that is a third of a page. */
const SHORT = 600;
