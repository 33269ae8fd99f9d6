import { type Attributes, xml, type Xml } from '../xml/xml.ts';
import { points } from './automatic-styles.ts';
import type { OdtPlace } from './odt-place.ts';

/** What a paragraph may say of itself beyond its style and its place. */
export interface ParagraphOptions {
  /** It stays on the page of the next one. */
  readonly keepNext?: boolean;
  /** It has no border and no colour behind it, whatever its style says. */
  readonly bare?: boolean;
  /** Added to how far the place stands in. */
  readonly further?: number;
  /** The page it begins. */
  readonly master?: string;
}

/** A paragraph with a named style. */
export function odtParagraph(
  style: string,
  place: OdtPlace,
  content: Xml | readonly Xml[],
  options: ParagraphOptions = {},
): Xml {
  return xml('text:p', { 'text:style-name': placedStyle(style, place, options) }, content);
}

/** The named style itself, or an automatic one that says what its place adds to it. */
export function placedStyle(
  style: string,
  { file, dir, indent, listIndent }: OdtPlace,
  options: ParagraphOptions = {},
): string {
  const { keepNext = false, bare = false, further = 0, master } = options;
  const properties: Attributes = {
    ...(indent === listIndent ? {} : { 'fo:margin-left': points(indent + further), 'fo:text-indent': '0pt' }),
    ...(keepNext ? { 'fo:keep-with-next': 'always' } : {}),
    ...(bare ? BARE : {}),
    ...(dir === 'rtl' ? RIGHT_TO_LEFT : {}),
  };
  if (Object.keys(properties).length === 0 && master === undefined) return style;
  return file.styles.nameOf(
    'paragraph',
    { 'style:paragraph-properties': properties },
    { 'style:parent-style-name': style, 'style:master-page-name': master },
  );
}

const BARE = {
  'fo:border': 'none',
  'fo:padding': '0pt',
  'fo:background-color': 'transparent',
  'fo:margin-left': '0pt',
  'fo:margin-right': '0pt',
};
// LibreOffice takes `start` for the left, also where lines run from the right.
const RIGHT_TO_LEFT = { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'right' };
