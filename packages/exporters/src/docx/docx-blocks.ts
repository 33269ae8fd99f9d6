import {
  type Block,
  type Callout,
  type Code,
  type Detail,
  type Footnote,
  type Inline,
  type List,
  type ListItem,
  type Part,
  type Section,
  type Table,
  taskSign,
  tableGrid,
} from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { NO_XML, xml, type Xml, xmlJoined } from '../xml/xml.ts';
import { bookmarked, docxInlines, docxRun } from './docx-inlines.ts';
import { docxFigure } from './docx-figure.ts';
import { LIST_INDENT, LIST_LEVELS, TASKS } from './docx-numbering.ts';
import { indented, spokenPlace } from '../office/place.ts';
import type { DocxPlace } from './docx-place.ts';
import { boxPlace, docxBoxTable, docxTable } from './docx-table.ts';
import { docxParagraph, type ParagraphOptions } from './paragraph.ts';
import { isShort } from '../office/table-rows.ts';
import { BOX_INDENT, boxStyle } from './box-styles.ts';

/** Blocks as paragraphs and tables. */
export function docxBlocks(nodes: readonly Block[], place: DocxPlace): Xml {
  const handlers = handlersAt(place);
  return xmlJoined(
    nodes.map((node, index) => {
      const written = handle(handlers, node);
      // Neighbours of one colour run into each other in LibreOffice.
      const isBetweenBoxes = node.type === 'callout' && nodes[index + 1]?.type === 'callout';
      return isBetweenBoxes
        ? xmlJoined([written, docxParagraph('BoxGap', { ...place, indent: 0 }, NO_XML)])
        : written;
    }),
  );
}

/** A part or section: its heading, and what is in it. */
export function docxSection(node: Section | Part, place: DocxPlace): Xml {
  const inside = spokenPlace(place, node);
  const title = bookmarked(node.anchor, inside, words(node.title, inside));
  return xmlJoined([
    docxParagraph(`Heading${Math.min(place.level, HEADINGS)}`, inside, title),
    docxBlocks(node.children, { ...inside, level: place.level + 1 }),
  ]);
}

/** Word has nine levels of headings; deeper ones look like the last. */
const HEADINGS = 9;

function handlersAt(place: DocxPlace): Handlers<Xml, Block> {
  return {
    paragraph: (node) => {
      const inside = spokenPlace(place, node);
      return docxParagraph(place.style, inside, words(node.children, inside));
    },
    section: (node) => docxSection(node, place),
    list: (node) => list(node, spokenPlace(place, node)),
    table: (node) => table(node, spokenPlace(place, node)),
    blockquote: (node) => quotation(node.children, spokenPlace(place, node)),
    code: (node) => code(node, place),
    figure: (node) => docxFigure(node, spokenPlace(place, node), words),
    callout: (node) => callout(node, place),
    thematicBreak: () => docxParagraph('Rule', place, NO_XML),
  };
}

function words(nodes: readonly Inline[], place: DocxPlace): Xml {
  return docxInlines(nodes, place, note);
}

/** A note by itself: its number, then what it holds. */
function note({ children }: Footnote, { file, lang, dir }: DocxPlace): number {
  const place: DocxPlace = {
    file,
    lang,
    dir,
    level: HEADINGS,
    style: 'FootnoteText',
    width: file.page.textWidth,
    indent: 0,
    lists: 0,
    part: 'footnotes',
  };
  const sign = xml(
    'w:r',
    {},
    xml('w:rPr', {}, xml('w:rStyle', { 'w:val': 'FootnoteReference' })),
    xml('w:footnoteRef'),
  );
  const number = xmlJoined([sign, docxRun(' ', place)]);
  return file.notes.add([
    withLead(children, place, number, (inside, content) => docxParagraph('FootnoteText', inside, content)),
  ]);
}

/**
 * Blocks that begin with something of the writer: a number, the sign of a task. It stands before the words of the first paragraph, and
 * in a paragraph of its own where the blocks begin with something else.
 */
function withLead(
  nodes: readonly Block[],
  place: DocxPlace,
  lead: Xml,
  first: (place: DocxPlace, content: Xml) => Xml,
): Xml {
  const [paragraph, ...rest] = nodes;
  if (paragraph?.type !== 'paragraph') return xmlJoined([first(place, lead), docxBlocks(nodes, place)]);
  const inside = spokenPlace(place, paragraph);
  return xmlJoined([
    first(inside, xmlJoined([lead, words(paragraph.children, inside)])),
    docxBlocks(rest, place),
  ]);
}

function list(node: List, place: DocxPlace): Xml {
  const level = Math.min(place.lists, LIST_LEVELS - 1);
  const instance = place.file.numbering.instanceFor(node, level);
  const inside = { ...indented(place, LIST_INDENT), lists: place.lists + 1 };
  return xmlJoined(
    node.children.map((item) => listItem(item, node, instance, level, spokenPlace(inside, item))),
  );
}

function listItem(item: ListItem, { ordered }: List, instance: number, level: number, place: DocxPlace): Xml {
  const isTask = item.checked !== undefined;
  const options: ParagraphOptions = {
    item: { list: isTask && !ordered ? TASKS : instance, level },
    // What the list says already need not be said again.
    ...(place.indent === LIST_INDENT * (level + 1)
      ? {}
      : { indent: { left: place.indent, hanging: Math.min(LIST_INDENT, place.indent) } }),
  };
  const sign = item.checked === undefined ? NO_XML : docxRun(`${taskSign(item.checked)}\t`, place);
  const isBody = place.style === 'BodyText' || place.style === 'ListContinue';
  const style = isBody ? (ordered ? 'ListNumber' : 'ListBullet') : place.style;
  const inside: DocxPlace = isBody ? { ...place, style: 'ListContinue' } : place;
  return withLead(item.children, inside, sign, (at, content) =>
    docxParagraph(style, { ...at, indent: 0 }, content, options),
  );
}

function table(node: Table, place: DocxPlace): Xml {
  return docxTable(node, tableGrid(node), place, (cell, inside) => docxBlocks(cell.children, inside));
}

/** The first paragraph says that a quotation begins; where one begins with something else, a thin line says it. */
function quotation(children: readonly Block[], place: DocxPlace): Xml {
  const inside: DocxPlace = { ...indented(place, QUOTE_INDENT), style: 'QuoteContinued' };
  return withLead(children, inside, NO_XML, (at, content) =>
    docxParagraph(content === '' ? 'QuoteStart' : 'Quote', at, content),
  );
}

const QUOTE_INDENT = 454;

/** One paragraph, so that its lines stay together and are one thing. */
function code({ value }: Code, place: DocxPlace): Xml {
  const run = value === '' ? NO_XML : docxRun(value, place);
  return docxParagraph('SourceCode', { ...place, dir: 'ltr' }, run);
}

/**
 * A label, the text, and a line of facts, of one colour and on one page where they fit. Paragraphs have a border and read as text; what holds
 * more than paragraphs stands in the one cell of a table.
 */
function callout(node: Callout, place: DocxPlace): Xml {
  // What the label says is in the language of the report, whoever is quoted around the box.
  const own = spokenPlace(place, { lang: place.file.lang });
  const label = bookmarked(node.anchor, own, docxRun(node.label, own));
  const facts = node.details.length === 0 ? undefined : detailLine(node.details, place, own);
  if (!node.children.every((child) => child.type === 'paragraph')) {
    const inside = { ...boxPlace(place), lists: 0 };
    const head = docxParagraph(boxStyle('Label', node.tone), { ...own, indent: 0 }, label, {
      keepNext: true,
      bare: true,
    });
    const foot = facts === undefined ? NO_XML : docxParagraph('BoxFacts', inside, facts);
    const content = xmlJoined([head, docxBlocks(node.children, inside), foot]);
    return docxBoxTable(node.tone, place, content, isShort([node]));
  }
  const texts = node.children.map((child) => {
    const inside = spokenPlace(place, child);
    return { style: boxStyle('Text', node.tone), inside, content: words(child.children, inside) };
  });
  const lines = [
    { style: boxStyle('Label', node.tone), inside: own, content: label },
    ...texts,
    ...(facts === undefined ? [] : [{ style: boxStyle('Facts', node.tone), inside: place, content: facts }]),
  ];
  return xmlJoined(
    lines.map(({ style, inside, content }, index) =>
      docxParagraph(style, inside, content, {
        keepNext: index < lines.length - 1,
        ...(place.indent === 0 ? {} : { indent: { left: place.indent + BOX_INDENT } }),
      }),
    ),
  );
}

/** Who, for whom, until when: on one line, as somebody would say it. */
function detailLine(details: readonly Detail[], place: DocxPlace, own: DocxPlace): Xml {
  const { colon } = place.file.words;
  return xmlJoined(
    details.map(({ label, value }, index) =>
      xmlJoined([
        index === 0 ? NO_XML : docxRun('\u2002·\u2002', own),
        docxRun(label, own, { bold: true }),
        value.length === 0 ? NO_XML : docxRun(colon, own),
        words(value, place),
      ]),
    ),
  );
}
