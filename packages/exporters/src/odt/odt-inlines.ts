import type { Anchor, Footnote, Inline } from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { encodedAddress } from '../office/encoded-address.ts';
import { type Attributes, xml, type Xml, xmlJoined, xmlText } from '../xml/xml.ts';
import { languageAttributes } from './language-attributes.ts';
import { spokenPlace } from '../office/place.ts';
import type { OdtPlace } from './odt-place.ts';

/** How words look, gathered on the way down to them. */
export interface RunLook {
  readonly code?: true;
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly raised?: 'sub' | 'super';
}

/** Writes the blocks of a note; blocks know inlines, so inlines are told how to write blocks. */
export type WriteNote = (note: Footnote, place: OdtPlace) => Xml;

/** Inline nodes as spans. */
export function odtInlines(
  nodes: readonly Inline[],
  place: OdtPlace,
  note: WriteNote,
  look: RunLook = {},
): Xml {
  const inside = (children: readonly Inline[], more: RunLook = {}, at: OdtPlace = place): Xml =>
    odtInlines(children, at, note, { ...look, ...more });
  const handlers: Handlers<Xml, Inline> = {
    text: (node) => odtRun(node.value, place, look),
    emphasis: (node) => inside(node.children, { italic: true }),
    strong: (node) => inside(node.children, { bold: true }),
    delete: (node) => inside(node.children, { struck: true }),
    subscript: (node) => inside(node.children, { raised: 'sub' }),
    superscript: (node) => inside(node.children, { raised: 'super' }),
    inlineCode: (node) => odtRun(node.value, place, { ...look, code: true }),
    link: (node) => odtLink(encodedAddress(node.url), inside(node.children)),
    reference: (node) => odtLink(`#${place.file.bookmarks.nameOf(node.target)}`, inside(node.children)),
    span: (node) => inside(node.children, {}, spokenPlace(place, node)),
    footnote: (node) => note(node, place),
    break: () => LINE_BREAK,
  };
  return xmlJoined(nodes.map((node) => handle(handlers, node)));
}

/** Words that look one way. */
export function odtRun(text: string, place: OdtPlace, look: RunLook = {}): Xml {
  const style = runStyle(place, look);
  const words = odtText(text);
  return style === undefined ? words : xml('text:span', { 'text:style-name': style }, words);
}

/** A link, inside the file or out of it. */
export function odtLink(address: string, content: Xml, style = LINK): Xml {
  const link = { 'xlink:type': 'simple', 'xlink:href': address };
  return xml('text:a', { ...link, 'text:style-name': style, 'text:visited-style-name': style }, content);
}

/** Words around which a bookmark stands, so that references lead to them. */
export function bookmarked(anchor: Anchor | undefined, { file }: OdtPlace, words: Xml): Xml {
  if (anchor === undefined) return words;
  const name = { 'text:name': file.bookmarks.nameOf(anchor) };
  return xmlJoined([xml('text:bookmark-start', name), words, xml('text:bookmark-end', name)]);
}

/**
 * Text as the format keeps it: a reader takes blanks at either end and blanks in a row for nothing, so those are elements, as are tabs and line
 * feeds.
 */
export function odtText(text: string): Xml {
  if (!FRAGILE.test(text)) return xmlText(text);
  return xmlJoined(
    text.split(/(\n|\t|^ +| {2,}| +$)/).map((piece) => {
      if (piece === '\n') return LINE_BREAK;
      if (piece === '\t') return xml('text:tab');
      if (!/^ +$/.test(piece)) return xmlText(piece);
      // A blank between two letters is one.
      return xml('text:s', { 'text:c': piece.length });
    }),
  );
}

function runStyle({ file, lang }: OdtPlace, look: RunLook): string | undefined {
  const properties: Attributes = {
    ...(look.bold === undefined ? {} : BOLD),
    ...(look.italic === undefined ? {} : ITALIC),
    ...(look.struck === undefined ? {} : STRUCK),
    ...(look.raised === undefined ? {} : { 'style:text-position': `${look.raised} 62%` }),
    ...(lang === file.lang ? {} : languageAttributes(lang)),
  };
  if (Object.keys(properties).length === 0) return look.code === undefined ? undefined : CODE;
  const parent = look.code === undefined ? {} : { 'style:parent-style-name': CODE };
  return file.styles.nameOf('text', { 'style:text-properties': properties }, parent);
}

const FRAGILE = /[\n\t]|^ | {2}| $/;
const LINE_BREAK = xml('text:line-break');
const LINK = 'Internet_20_link';
const CODE = 'Source_20_Text';
const BOLD = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
};
const ITALIC = {
  'fo:font-style': 'italic',
  'style:font-style-asian': 'italic',
  'style:font-style-complex': 'italic',
};
const STRUCK = { 'style:text-line-through-style': 'solid', 'style:text-line-through-type': 'single' };
