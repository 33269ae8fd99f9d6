import type { Block, Table, TableCell, TableGrid, Tone } from '@plenary/report-ast';
import { columnWidths } from '../office/column-widths.ts';
import { isShort, repeatedRows } from '../office/table-rows.ts';
import { countHeadRows } from '../table-head.ts';
import { type Attributes, NO_XML, xml, type Xml } from '../xml/xml.ts';
import { points } from './automatic-styles.ts';
import { odtParagraph } from './odt-paragraph.ts';
import { spokenPlace } from '../office/place.ts';
import type { OdtPlace } from './odt-place.ts';

/** Writes what is in a cell; blocks know tables, so tables are told how to write blocks. */
export type WriteCell = (blocks: readonly Block[], place: OdtPlace) => Xml;

/** A table with columns of fixed widths, whose head rows repeat on every page and whose rows are not torn apart. */
export function odtTable(node: Table, grid: TableGrid, place: OdtPlace, write: WriteCell): Xml {
  if (grid.width === 0) return NO_XML;
  const { file } = place;
  const widths = columnWidths(grid, place.width - place.indent);
  const headRows = countHeadRows(node);
  const repeated = repeatedRows(node);
  const rows = node.children.map((row, line) =>
    xml('table:table-row', { 'table:style-name': rowStyle(place, isShort(row.children)) }, cells(line)),
  );
  const head = repeated === 0 ? [] : xml('table:table-header-rows', {}, rows.slice(0, repeated));
  return framed('Table', place, widths, [head, rows.slice(repeated)]);

  function cells(line: number): readonly Xml[] {
    return (grid.rows[line] ?? []).map((slot, column) => {
      if (slot === undefined || !slot.origin) return COVERED;
      return tableCell(slot.cell, line, column);
    });
  }

  function tableCell(cell: TableCell, line: number, column: number): Xml {
    const { colspan = 1, rowspan = 1 } = cell;
    const isHead = line < headRows;
    const width = widths.slice(column, column + colspan).reduce((sum, one) => sum + one, 0);
    const inside = spokenPlace<OdtPlace>(
      {
        ...place,
        style: cell.header ? (isHead ? 'Table_20_Heading' : 'Table_20_Row_20_Heading') : 'Table_20_Contents',
        width: Math.max(LEAST_CELL, width - 2 * CELL_MARGIN),
        indent: 0,
        listIndent: 0,
        lists: 0,
      },
      cell,
    );
    const { accent, line: thin, shade } = file.palette;
    const isLastColumn = column + colspan === grid.width;
    const isLastLine = line + rowspan === node.children.length;
    const properties: Attributes = {
      'fo:padding-left': points(CELL_MARGIN),
      'fo:padding-right': points(CELL_MARGIN),
      'fo:padding-top': '3pt',
      'fo:padding-bottom': '2.5pt',
      'fo:border-left': 'none',
      'fo:border-right': isLastColumn ? 'none' : `0.5pt solid #${thin}`,
      'fo:border-top': line === 0 ? `1pt solid #${accent}` : 'none',
      'fo:border-bottom': isLastLine || isHead ? `1pt solid #${accent}` : `0.5pt solid #${thin}`,
      ...(isHead ? { 'fo:background-color': `#${shade}` } : {}),
    };
    const content = write(cell.children, inside);
    return xml(
      'table:table-cell',
      {
        'table:style-name': file.styles.nameOf('table-cell', { 'style:table-cell-properties': properties }),
        'table:number-columns-spanned': colspan > 1 ? colspan : undefined,
        'table:number-rows-spanned': rowspan > 1 ? rowspan : undefined,
        'office:value-type': 'string',
      },
      content === NO_XML ? odtParagraph(inside.style, inside, NO_XML) : content,
    );
  }
}

/** The one cell of a box, with an edge of its colour. */
export function odtBoxTable(tone: Tone, place: OdtPlace, content: Xml, isWhole: boolean): Xml {
  const { strong, box } = place.file.palette.tones[tone];
  const properties = {
    'fo:padding-left': points(BOX_MARGIN),
    'fo:padding-right': points(BOX_MARGIN),
    'fo:padding-top': '5pt',
    'fo:padding-bottom': '5pt',
    'fo:border-left': `3pt solid #${strong}`,
    'fo:border-right': 'none',
    'fo:border-top': 'none',
    'fo:border-bottom': 'none',
    'fo:background-color': `#${box}`,
  };
  const style = place.file.styles.nameOf('table-cell', { 'style:table-cell-properties': properties });
  const cell = xml('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, content);
  const row = xml('table:table-row', { 'table:style-name': rowStyle(place, isWhole) }, cell);
  return framed(BOX_NAME, place, [place.width - place.indent], [row]);
}

/** What the name of the table begins with that is a box. */
export const BOX_NAME = 'Box';

/** Where the content of a box stands that is a table. */
export function boxPlace(place: OdtPlace): OdtPlace {
  return {
    ...place,
    style: place.style === 'Footnote' ? 'Footnote' : 'Text_20_body',
    width: Math.max(LEAST_CELL, place.width - place.indent - 2 * BOX_MARGIN),
    indent: 0,
    listIndent: 0,
    lists: 0,
  };
}

function framed(
  kind: string,
  place: OdtPlace,
  widths: readonly number[],
  rows: readonly (Xml | readonly Xml[])[],
): Xml {
  const { file, indent, dir } = place;
  file.count.tables += 1;
  const properties = {
    'style:width': points(widths.reduce((sum, one) => sum + one, 0)),
    // Absolute widths only: LibreOffice distributes relative ones badly.
    'table:align': 'left',
    'fo:margin-left': points(indent),
    'fo:margin-top': '3pt',
    'fo:margin-bottom': '9pt',
    'style:may-break-between-rows': 'true',
    'style:writing-mode': dir === 'rtl' ? 'rl-tb' : 'lr-tb',
  };
  const columns = widths.map((width) => {
    const column = { 'style:table-column-properties': { 'style:column-width': points(width) } };
    return xml('table:table-column', { 'table:style-name': file.styles.nameOf('table-column', column) });
  });
  return xml(
    'table:table',
    {
      'table:name': `${kind} ${file.count.tables}`,
      'table:style-name': file.styles.nameOf('table', { 'style:table-properties': properties }),
    },
    columns,
    ...rows,
  );
}

function rowStyle({ file }: OdtPlace, isWhole: boolean): string {
  const properties = { 'fo:keep-together': isWhole ? 'always' : 'auto' };
  return file.styles.nameOf('table-row', { 'style:table-row-properties': properties });
}

const COVERED = xml('table:covered-table-cell');
const CELL_MARGIN = 100;
const BOX_MARGIN = 180;
/** Tables in tables in tables grow narrow; a centimetre still shows that something is there. */
const LEAST_CELL = 567;
