import { leavesOf, type Table, type TableCell, type TableGrid, type Tone } from '@plenary/report-ast';
import { columnWidths } from '../office/column-widths.ts';
import { isShort, repeatedRows } from '../office/table-rows.ts';
import { countHeadRows } from '../table-head.ts';
import { NO_XML, xml, type Xml, xmlJoined } from '../xml/xml.ts';
import { spokenPlace } from '../office/place.ts';
import type { DocxPlace } from './docx-place.ts';
import { docxParagraph } from './paragraph.ts';

/** Writes what is in a cell; blocks know tables, so tables are told how to write blocks. */
export type WriteCell = (cell: TableCell, place: DocxPlace) => Xml;

/** A table with columns of fixed widths, whose head rows repeat on every page and whose rows are not torn apart. */
export function docxTable(node: Table, grid: TableGrid, place: DocxPlace, write: WriteCell): Xml {
  if (grid.width === 0) return NO_XML;
  const widths = columnWidths(grid, place.width - place.indent);
  const headRows = countHeadRows(node);
  const repeated = repeatedRows(node);
  const rows = node.children.map((_, line) => tableRow(grid, line, line < headRows));
  const look = tableLook(headRows > 0, isHeadColumn(grid, headRows));
  return framed('ReportTable', place, widths, look, rows);

  function tableRow({ rows: lines }: TableGrid, line: number, isHead: boolean): Xml {
    const slots = lines[line] ?? [];
    const cells = slots.map((slot, column) => {
      // A span to the side is one cell; a span down is one cell in each row.
      if (slot === undefined || (column > 0 && slots[column - 1]?.cell === slot.cell)) return NO_XML;
      return tableCell(slot.cell, slot.origin, column, isHead);
    });
    const isWhole = isShort(node.children[line]?.children ?? []);
    return xml('w:tr', {}, line < repeated ? HEAD_ROW : isWhole ? WHOLE_ROW : NO_XML, cells);
  }

  function tableCell(cell: TableCell, origin: boolean, column: number, isHead: boolean): Xml {
    const { colspan = 1, rowspan = 1 } = cell;
    const width = widths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0);
    const properties = xml(
      'w:tcPr',
      {},
      xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      colspan > 1 ? xml('w:gridSpan', { 'w:val': colspan }) : NO_XML,
      rowspan > 1 ? xml('w:vMerge', { 'w:val': origin ? 'restart' : 'continue' }) : NO_XML,
    );
    const heading = isHead ? 'TableHeading' : 'TableRowHeading';
    const inside = spokenPlace<DocxPlace>(
      {
        ...place,
        style: cell.header ? heading : 'TableText',
        width: Math.max(LEAST_CELL, width - 2 * CELL_MARGIN),
        indent: 0,
        lists: 0,
      },
      cell,
    );
    const content = origin ? write(cell, inside) : NO_XML;
    return xml(
      'w:tc',
      {},
      properties,
      content === NO_XML ? docxParagraph(inside.style, inside, NO_XML) : content,
    );
  }
}

/** The one cell of a box, with an edge of its colour. */
export function docxBoxTable(tone: Tone, place: DocxPlace, content: Xml, isWhole: boolean): Xml {
  const { strong, box } = place.file.palette.tones[tone];
  const width = place.width - place.indent;
  const edge = { 'w:val': 'single', 'w:sz': 24, 'w:space': 0, 'w:color': strong };
  const properties = xml(
    'w:tcPr',
    {},
    xml('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    xml('w:tcBorders', {}, xml('w:left', edge)),
    xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': box }),
  );
  return framed('BoxTable', place, [width], NO_XML, [
    xml('w:tr', {}, isWhole ? WHOLE_ROW : NO_XML, xml('w:tc', {}, properties, content)),
  ]);
}

/** Where the content of a box stands that is a table. */
export function boxPlace(place: DocxPlace): DocxPlace {
  return {
    ...place,
    style: place.style === 'FootnoteText' ? 'FootnoteText' : 'BodyText',
    width: Math.max(LEAST_CELL, place.width - place.indent - 2 * BOX_MARGIN),
    indent: 0,
  };
}

/** Word melts two tables into one where nothing stands between them, and wants a paragraph at the end of each cell. */
function framed(
  style: string,
  place: DocxPlace,
  widths: readonly number[],
  look: Xml,
  rows: readonly Xml[],
): Xml {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const properties = xml(
    'w:tblPr',
    {},
    xml('w:tblStyle', { 'w:val': style }),
    place.dir === 'rtl' ? xml('w:bidiVisual') : NO_XML,
    xml('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    place.indent > 0 ? xml('w:tblInd', { 'w:w': place.indent, 'w:type': 'dxa' }) : NO_XML,
    xml('w:tblLayout', { 'w:type': 'fixed' }),
    look,
  );
  const columns = widths.map((one) => xml('w:gridCol', { 'w:w': one }));
  return xmlJoined([
    xml('w:tbl', {}, properties, xml('w:tblGrid', {}, columns), rows),
    docxParagraph('AfterTable', { ...place, indent: 0 }, NO_XML),
  ]);
}

/** Which parts of a table look as its style says; once as attributes, and once as bits for who reads only those. */
function tableLook(hasHead: boolean, hasHeadColumn: boolean): Xml {
  const bits = (hasHead ? 0x20 : 0) + (hasHeadColumn ? 0x80 : 0) + 0x600;
  return xml('w:tblLook', {
    'w:val': bits.toString(16).padStart(4, '0').toUpperCase(),
    'w:firstRow': hasHead ? 1 : 0,
    'w:lastRow': 0,
    'w:firstColumn': hasHeadColumn ? 1 : 0,
    'w:lastColumn': 0,
    'w:noHBand': 1,
    'w:noVBand': 1,
  });
}

/** Whether the first column names the rows: its cells below the head are headers, and say something. */
function isHeadColumn({ rows }: TableGrid, headRows: number): boolean {
  const below = rows.slice(headRows).map(([first]) => first?.cell);
  return (
    below.length > 0 && below.every((cell) => cell?.header === true && leavesOf(cell.children).length > 0)
  );
}

/** As the styles of both tables say. */
const CELL_MARGIN = 100;
const BOX_MARGIN = 180;
/** Tables in tables in tables grow narrow; a centimetre still shows that something is there. */
const LEAST_CELL = 567;
const WHOLE_ROW = xml('w:trPr', {}, xml('w:cantSplit'));
const HEAD_ROW = xml('w:trPr', {}, xml('w:cantSplit'), xml('w:tblHeader'));
