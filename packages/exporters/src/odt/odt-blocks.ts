import {
  type Block,
  type Callout,
  type Code,
  type Detail,
  type Footnote,
  type Inline,
  type Part,
  type Section,
  tableGrid,
} from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { isShort } from '../office/table-rows.ts';
import { NO_XML, xml, type Xml, xmlJoined } from '../xml/xml.ts';
import { boxStyle } from './box-style.ts';
import { odtFigure } from './odt-figure.ts';
import { bookmarked, odtInlines, odtRun } from './odt-inlines.ts';
import { odtList } from './odt-lists.ts';
import { odtParagraph, placedStyle } from './odt-paragraph.ts';
import { indented, spokenPlace } from '../office/place.ts';
import type { OdtPlace } from './odt-place.ts';
import { boxPlace, odtBoxTable, odtTable } from './odt-table.ts';
import { inside, joined, outside, type Piece } from './pieces.ts';

/** Blocks as paragraphs, lists and tables. */
export function odtBlocks(nodes: readonly Block[], place: OdtPlace): Xml {
  return joined(odtPieces(nodes, place));
}

/** Blocks in pieces, because not all of them may stand in a list. */
function odtPieces(nodes: readonly Block[], place: OdtPlace): readonly Piece[] {
  const handlers = handlersAt(place);
  return nodes.flatMap((node, index) => {
    const pieces = handle(handlers, node);
    // Neighbours of one colour would run into each other.
    const isBetweenBoxes = node.type === 'callout' && nodes[index + 1]?.type === 'callout';
    return isBetweenBoxes ? [...pieces, inside(odtParagraph('Box_20_Gap', place, NO_XML))] : pieces;
  });
}

function handlersAt(place: OdtPlace): Handlers<readonly Piece[], Block> {
  return {
    paragraph: (node) => {
      const at = spokenPlace(place, node);
      return [inside(odtParagraph(place.style, at, words(node.children, at)))];
    },
    section: (node) => sectionPieces(node, place),
    list: (node) => odtList(node, spokenPlace(place, node), { pieces: odtPieces, words }),
    table: (node) => [outside(odtTable(node, tableGrid(node), spokenPlace(place, node), odtBlocks))],
    blockquote: (node) => quotation(node.children, spokenPlace(place, node)),
    code: (node) => [inside(code(node, place))],
    figure: (node) => [inside(odtFigure(node, spokenPlace(place, node), words))],
    callout: (node) => callout(node, place),
    thematicBreak: () => [inside(odtParagraph('Horizontal_20_Line', place, NO_XML))],
  };
}

/** A part or section: its heading, and what is in it. */
export function odtSection(node: Section | Part, place: OdtPlace): Xml {
  return joined(sectionPieces(node, place));
}

function sectionPieces(node: Section | Part, place: OdtPlace): readonly Piece[] {
  const at = spokenPlace(place, node);
  const level = Math.min(place.level, HEADINGS);
  const style = placedStyle(`Heading_20_${level}`, at);
  const title = bookmarked(node.anchor, at, words(node.title, at));
  return [
    inside(xml('text:h', { 'text:style-name': style, 'text:outline-level': level }, title)),
    ...odtPieces(node.children, { ...at, level: place.level + 1 }),
  ];
}

/** LibreOffice has ten levels of headings; deeper ones look like the last. */
export const HEADINGS = 10;

function words(nodes: readonly Inline[], place: OdtPlace): Xml {
  return odtInlines(nodes, place, note);
}

/** A note where its number stands; the program that shows it puts it where it keeps notes. */
function note({ children }: Footnote, { file, lang, dir }: OdtPlace): Xml {
  file.count.notes += 1;
  const number = file.count.notes;
  const place: OdtPlace = {
    file,
    lang,
    dir,
    level: HEADINGS,
    style: 'Footnote',
    width: file.page.textWidth,
    indent: 0,
    listIndent: 0,
    lists: 0,
  };
  return xml(
    'text:note',
    { 'text:id': `ftn${number}`, 'text:note-class': 'footnote' },
    xml('text:note-citation', {}, odtRun(String(number), { ...place, lang: file.lang })),
    xml('text:note-body', {}, odtBlocks(children, place)),
  );
}

/** The first paragraph says that a quotation begins; where one begins with something else, a thin line says it. */
function quotation(children: readonly Block[], place: OdtPlace): readonly Piece[] {
  const within: OdtPlace = { ...indented(place, QUOTE_INDENT), style: 'Quotations_20_Continued' };
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph')
    return [inside(odtParagraph('Quotations_20_Start', within, NO_XML)), ...odtPieces(children, within)];
  const at = spokenPlace(within, first);
  const content = words(first.children, at);
  return [inside(odtParagraph('Quotations', at, content)), ...odtPieces(rest, within)];
}

const QUOTE_INDENT = 454;

/** One paragraph, so that its lines stay together and are one thing. */
function code({ value }: Code, place: OdtPlace): Xml {
  const run = value === '' ? NO_XML : odtRun(value, place);
  return odtParagraph('Preformatted_20_Text', { ...place, dir: 'ltr' }, run, { further: CODE_INDENT });
}

const CODE_INDENT = 113;

/**
 * A label, the text, and a line of facts, of one colour and on one page where they fit. Paragraphs have a border and read as text; what holds
 * more than paragraphs stands in the one cell of a table.
 */
function callout(node: Callout, place: OdtPlace): readonly Piece[] {
  // What the label says is in the language of the report, whoever is quoted around the box.
  const own = spokenPlace(place, { lang: place.file.lang });
  const label = bookmarked(node.anchor, own, odtRun(node.label, own));
  const facts = node.details.length === 0 ? undefined : detailLine(node.details, place, own);
  if (!node.children.every((child) => child.type === 'paragraph')) {
    const within = boxPlace(place);
    const head = odtParagraph(boxStyle('Label', node.tone), { ...own, indent: 0, listIndent: 0 }, label, {
      keepNext: true,
      bare: true,
    });
    const foot = facts === undefined ? NO_XML : odtParagraph('Box_20_Facts', within, facts);
    const content = xmlJoined([head, odtBlocks(node.children, within), foot]);
    return [outside(odtBoxTable(node.tone, place, content, isShort([node])))];
  }
  const texts = node.children.map((child) => {
    const at = spokenPlace(place, child);
    return { style: boxStyle('Text', node.tone), at, content: words(child.children, at) };
  });
  const lines = [
    { style: boxStyle('Label', node.tone), at: own, content: label },
    ...texts,
    ...(facts === undefined ? [] : [{ style: boxStyle('Facts', node.tone), at: place, content: facts }]),
  ];
  return lines.map(({ style, at, content }, index) =>
    inside(odtParagraph(style, at, content, { keepNext: index < lines.length - 1, further: BOX_INDENT })),
  );
}

/** As the styles of boxes say. */
const BOX_INDENT = 0;

/** Who, for whom, until when: on one line, as somebody would say it. */
function detailLine(details: readonly Detail[], place: OdtPlace, own: OdtPlace): Xml {
  const { colon } = place.file.words;
  return xmlJoined(
    details.flatMap(({ label, value }, index) => [
      index === 0 ? NO_XML : odtRun('\u2002·\u2002', own),
      odtRun(label, own, { bold: true }),
      value.length === 0 ? NO_XML : odtRun(colon, own),
      words(value, place),
    ]),
  );
}
