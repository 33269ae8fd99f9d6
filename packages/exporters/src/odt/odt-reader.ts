import type { Shape } from '../shape.ts';
import { childrenNamed, type XmlElement } from '../xml/read-xml.ts';
import { BOX_NAME } from './odt-table.ts';

/** What is gathered on the way through a file. */
export interface OdtReading {
  readonly words: string[];
  readonly shape: { -readonly [Of in keyof Shape]: number };
  /** The named style each automatic one is made of. */
  readonly parents: ReadonlyMap<string, string>;
  /** The paths of the archive. */
  readonly paths: ReadonlySet<string>;
}

/** Reads an element and what is in it, in document order. */
export function readElement(element: XmlElement, reading: OdtReading): void {
  if (NOT_READ.has(element.name)) return;
  const { words } = reading;
  words.push(...wordsOf(element));
  count(element, reading);
  for (const child of element.children) {
    if (typeof child === 'string') words.push(child);
    else readElement(child, reading);
  }
  if (BLOCKS.has(element.name)) words.push('\n');
}

/** The contents repeat titles; the number of a note is no word of it. */
const NOT_READ = new Set(['text:table-of-content', 'text:sequence-decls', 'text:note-citation']);
/** After these a line ends. */
const BLOCKS = new Set(['text:p', 'text:h', 'text:note', 'svg:desc']);

function wordsOf({ name, attributes }: XmlElement): readonly string[] {
  switch (name) {
    case 'text:s':
      return [' '.repeat(Number(attributes['text:c'] ?? 1))];
    case 'text:tab':
      return ['\t'];
    case 'text:line-break':
    case 'text:note':
      return ['\n'];
    default:
      return [];
  }
}

function count(element: XmlElement, { shape, parents, paths }: OdtReading): void {
  const { name, attributes } = element;
  switch (name) {
    case 'text:h':
      shape.headings += 1;
      return;
    case 'text:list-item':
      shape.items += 1;
      return;
    case 'table:table':
      shape.cells += (attributes['table:name'] ?? '').startsWith(`${BOX_NAME} `) ? 0 : countCells(element);
      return;
    case 'draw:image':
      shape.pictures += paths.has(attributes['xlink:href'] ?? '') ? 1 : 0;
      return;
    case 'text:note':
      shape.notes += 1;
      return;
    case 'text:a':
      shape.links += 1;
      return;
    case 'text:p': {
      const style = attributes['text:style-name'] ?? '';
      const counted = countedAs(parents.get(style) ?? style);
      if (counted !== undefined) shape[counted] += 1;
      return;
    }
    default:
  }
}

function countedAs(style: string): keyof Shape | undefined {
  if (style.startsWith('Box_20_Label')) return 'callouts';
  switch (style) {
    case 'Quotations':
    case 'Quotations_20_Start':
      return 'quotations';
    case 'Preformatted_20_Text':
      return 'codes';
    case 'Horizontal_20_Line':
      return 'rules';
    default:
      return undefined;
  }
}

/** Cells that begin here; what a merged cell covers is no cell of its own, and an inner table counts for itself. */
function countCells(table: XmlElement): number {
  const heads = childrenNamed(table, 'table:table-header-rows');
  const rows = [table, ...heads].flatMap((holder) => childrenNamed(holder, 'table:table-row'));
  return rows.flatMap((row) => childrenNamed(row, 'table:table-cell')).length;
}
