import { NO_XML, xml, type Xml } from '../xml/xml.ts';
import type { DocxPlace } from './docx-place.ts';

/** What a paragraph may say of itself beyond its style and its place. */
export interface ParagraphOptions {
  /** The list it is an item of, and its level. */
  readonly item?: { readonly list: number; readonly level: number };
  /** Where its words begin and how far before them its sign stands, where that is not what its list says. */
  readonly indent?: { readonly left: number; readonly hanging?: number };
  /** It stays on the page of the next one. */
  readonly keepNext?: boolean;
  /** It has no border and no colour behind it, whatever its style says. */
  readonly bare?: boolean;
}

/** A paragraph with a named style. The order of the properties is that of the schema. */
export function docxParagraph(
  style: string,
  place: Pick<DocxPlace, 'dir' | 'indent'>,
  content: readonly Xml[] | Xml,
  options: ParagraphOptions = {},
): Xml {
  const { item, keepNext = false, bare = false } = options;
  const { left, hanging } = options.indent ?? { left: place.indent };
  const isSetIn = options.indent !== undefined || left > 0;
  const properties = xml(
    'w:pPr',
    {},
    xml('w:pStyle', { 'w:val': style }),
    keepNext ? KEEP_NEXT : NO_XML,
    item === undefined ? NO_XML : numbered(item),
    bare ? BARE : NO_XML,
    place.dir === 'rtl' ? RIGHT_TO_LEFT : NO_XML,
    isSetIn ? xml('w:ind', { 'w:left': left, 'w:hanging': hanging }) : NO_XML,
  );
  return xml('w:p', {}, properties, content);
}

function numbered({ list, level }: { readonly list: number; readonly level: number }): Xml {
  return xml('w:numPr', {}, xml('w:ilvl', { 'w:val': level }), xml('w:numId', { 'w:val': list }));
}

const KEEP_NEXT = xml('w:keepNext');
const RIGHT_TO_LEFT = xml('w:bidi');
const NO_BORDER = { 'w:val': 'nil' };
const BARE = [
  xml(
    'w:pBdr',
    {},
    ...(['top', 'left', 'bottom', 'right'] as const).map((side) => xml(`w:${side}`, NO_BORDER)),
  ),
  xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'auto' }),
];
