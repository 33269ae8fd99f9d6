import type { Shape } from '../shape.ts';
import { childNamed, childrenNamed, type XmlElement } from '../xml/read-xml.ts';
import { CONTENTS_GALLERY } from './docx-document.ts';

/** What is gathered on the way through a file. */
export interface DocxReading {
  readonly words: string[];
  readonly shape: { -readonly [Of in keyof Shape]: number };
  readonly notes: ReadonlyMap<string, XmlElement>;
  /** The relations that lead to a file of the archive, each with the part it is of: `document rId7`. */
  readonly pictures: ReadonlySet<string>;
}

/** Reads an element of a part, and what is in it, in document order. */
export function readElement(element: XmlElement, part: string, reading: DocxReading): void {
  if (PROPERTIES.has(element.name)) return;
  switch (element.name) {
    case 'w:p':
      readParagraph(element, part, reading);
      return;
    case 'w:footnoteReference':
      readNote(element, reading);
      return;
    case 'w:sdt':
      if (!isContents(element)) readInside(element, part, reading);
      return;
    default:
      reading.words.push(...wordsOf(element));
      count(element, part, reading);
      readInside(element, part, reading);
  }
}

/** They hold no words; a list of tab stops would be read as tabs. */
const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:tblPr']);

/** What an element says by itself. */
function wordsOf(element: XmlElement): readonly string[] {
  switch (element.name) {
    case 'w:t':
      return textOf(element);
    case 'w:tab':
      return ['\t'];
    case 'w:br':
      return ['\n'];
    case 'wp:docPr':
      return [element.attributes['descr'] ?? '', '\n'];
    default:
      return [];
  }
}

function count(element: XmlElement, part: string, { shape, pictures }: DocxReading): void {
  switch (element.name) {
    case 'w:tbl':
      shape.cells += styleOf(element, 'w:tblPr', 'w:tblStyle') === 'BoxTable' ? 0 : countCells(element);
      return;
    case 'w:instrText':
      shape.links += textOf(element).join('').trim().startsWith('HYPERLINK ') ? 1 : 0;
      return;
    case 'w:hyperlink':
      shape.links += 1;
      return;
    case 'a:blip':
      shape.pictures += pictures.has(`${part} ${element.attributes['r:embed']}`) ? 1 : 0;
      return;
    default:
  }
}

function readInside({ children }: XmlElement, part: string, reading: DocxReading): void {
  for (const child of children) if (typeof child !== 'string') readElement(child, part, reading);
}

function readParagraph(paragraph: XmlElement, part: string, reading: DocxReading): void {
  const properties = childNamed(paragraph, 'w:pPr');
  if (properties !== undefined && childNamed(properties, 'w:numPr') !== undefined) reading.shape.items += 1;
  const counted = countedAs(styleOf(paragraph, 'w:pPr', 'w:pStyle'));
  if (counted !== undefined) reading.shape[counted] += 1;
  readInside(paragraph, part, reading);
  reading.words.push('\n');
}

/** A note that is not there is found missing by its words. */
function readNote({ attributes }: XmlElement, reading: DocxReading): void {
  const note = reading.notes.get(attributes['w:id'] ?? '');
  if (note === undefined) return;
  reading.shape.notes += 1;
  reading.words.push('\n');
  readInside(note, 'footnotes', reading);
}

function countedAs(style: string): keyof Shape | undefined {
  if (/^Heading\d$/.test(style)) return 'headings';
  if (style.startsWith('BoxLabel')) return 'callouts';
  switch (style) {
    case 'Quote':
    case 'QuoteStart':
      return 'quotations';
    case 'SourceCode':
      return 'codes';
    case 'Rule':
      return 'rules';
    default:
      return undefined;
  }
}

/** Cells that begin here; what a merged cell covers further down is no cell of its own. */
function countCells(table: XmlElement): number {
  const cells = childrenNamed(table, 'w:tr').flatMap((row) => childrenNamed(row, 'w:tc'));
  return cells.filter((cell) => {
    const properties = childNamed(cell, 'w:tcPr');
    const merged = properties === undefined ? undefined : childNamed(properties, 'w:vMerge');
    return merged === undefined || merged.attributes['w:val'] === 'restart';
  }).length;
}

function styleOf(element: XmlElement, properties: string, name: string): string {
  const holder = childNamed(element, properties);
  const style = holder === undefined ? undefined : childNamed(holder, name);
  return style?.attributes['w:val'] ?? '';
}

function isContents(block: XmlElement): boolean {
  const properties = childNamed(block, 'w:sdtPr');
  const part = properties === undefined ? undefined : childNamed(properties, 'w:docPartObj');
  const gallery = part === undefined ? undefined : childNamed(part, 'w:docPartGallery');
  return gallery?.attributes['w:val'] === CONTENTS_GALLERY;
}

function textOf({ children }: XmlElement): readonly string[] {
  return children.filter((child) => typeof child === 'string');
}
