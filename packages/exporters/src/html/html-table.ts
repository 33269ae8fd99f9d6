import { type Block, leavesOf, type Table, type TableCell, type TableRow } from '@plenary/report-ast';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countHeadRows, isHeadRow } from '../table-head.ts';
import type { FormatWords } from '../words.ts';
import { spokenProps } from './direction.ts';

/**
 * A table in a frame that scrolls sideways where the screen is narrower than its columns. The frame takes the
 * keyboard focus, because who has no mouse has to be able to scroll too.
 */
export function htmlTable(
  node: Table,
  words: FormatWords,
  blocks: (children: readonly Block[]) => ElementContent[],
): Element {
  const headRows = countHeadRows(node);
  const rows = node.children.map((row, index) => tableRow(row, index < headRows, blocks));
  const head = headRows === 0 ? [] : [h('thead', rows.slice(0, headRows))];
  const body = headRows === rows.length ? [] : [h('tbody', rows.slice(headRows))];
  const frame = { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: words.table };
  return h('div', frame, h('table', spokenProps(node), [...head, ...body]));
}

function tableRow(
  row: TableRow,
  head: boolean,
  blocks: (children: readonly Block[]) => ElementContent[],
): Element {
  return h(
    'tr',
    row.children.map((cell) => tableCell(cell, head || isHeadRow(row.children), blocks)),
  );
}

function tableCell(
  cell: TableCell,
  ofColumns: boolean,
  blocks: (children: readonly Block[]) => ElementContent[],
): Element {
  const { colspan = 1, rowspan = 1 } = cell;
  const spans = {
    ...spokenProps(cell),
    ...(colspan > 1 ? { colSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
  };
  // A header cell without words, such as the corner of a table, names nothing: a screen reader must not announce it.
  if (!cell.header || leavesOf(cell.children).join('').trim() === '')
    return h('td', spans, blocks(cell.children));
  const scope = cell.scope ?? (ofColumns ? 'column' : 'row');
  return h('th', { scope: scope === 'column' ? 'col' : 'row', ...spans }, blocks(cell.children));
}
