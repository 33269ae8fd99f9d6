import {
  type Block,
  eachNode,
  leavesOf,
  type Table,
  type TableCell,
  type TableRow,
} from '@plenary/report-ast';
import { countHeadRows, isHeadRow } from '../table-head.ts';
import { NO_XML, type Xml } from '../xml/xml.ts';
import { spokenProps } from './direction.ts';
import type { HtmlPlace } from './html-place.ts';
import { tag } from './tag.ts';

/**
 * A table. On a screen it has a frame that scrolls sideways where the screen is narrower than its columns; the frame
 * takes the keyboard focus, because who has no mouse has to be able to scroll too.
 */
export function htmlTable(node: Table, place: HtmlPlace, blocks: Blocks): Xml {
  const headRows = countHeadRows(node);
  const rows = node.children.map((row, index) => tableRow(row, index < headRows, place, blocks));
  const head = headRows === 0 ? NO_XML : tag('thead', {}, rows.slice(0, headRows));
  const body = headRows === rows.length ? NO_XML : tag('tbody', {}, rows.slice(headRows));
  const table = tag('table', spokenProps(node), [head, body]);
  const { words, medium } = place;
  if (!medium.scrolls) return table;
  return tag('div', { class: 'table', role: 'group', tabindex: 0, 'aria-label': words.table }, table);
}

type Blocks = (nodes: readonly Block[], place: HtmlPlace) => Xml;

function tableRow(row: TableRow, head: boolean, place: HtmlPlace, blocks: Blocks): Xml {
  const ofColumns = head || isHeadRow(row.children);
  return tag(
    'tr',
    {},
    row.children.map((cell) => tableCell(cell, ofColumns, place, blocks)),
  );
}

function tableCell(cell: TableCell, ofColumns: boolean, place: HtmlPlace, blocks: Blocks): Xml {
  const { colspan = 1, rowspan = 1 } = cell;
  const spans = {
    ...spokenProps(cell),
    colspan: colspan > 1 ? colspan : undefined,
    rowspan: rowspan > 1 ? rowspan : undefined,
  };
  if (!cell.header || !canName(cell)) return tag('td', spans, blocks(cell.children, place));
  const scope = cell.scope ?? (ofColumns ? 'column' : 'row');
  return tag('th', { scope: scope === 'column' ? 'col' : 'row', ...spans }, blocks(cell.children, place));
}

/**
 * A header cell without words, such as the corner of a table, names nothing: a screen reader must not announce it. One with
 * sections in it would be read out whole at every cell, and HTML forbids it.
 */
function canName({ children }: TableCell): boolean {
  if (leavesOf(children).join('').trim() === '') return false;
  let hasSection = false;
  eachNode(children, ({ type }) => {
    hasSection ||= type === 'section';
  });
  return !hasSection;
}
