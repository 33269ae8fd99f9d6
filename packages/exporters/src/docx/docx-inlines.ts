import type { Anchor, Footnote, Inline } from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { directionOf } from '../language.ts';
import { regionalLanguage } from '../office/regional-language.ts';
import { runDirection } from '../office/words-direction.ts';
import { NO_XML, xml, type Xml, xmlJoined, xmlText } from '../xml/xml.ts';
import { spokenPlace } from '../office/place.ts';
import type { DocxPlace } from './docx-place.ts';
import { packageAddress } from './package-address.ts';

/** How the words of a run look, gathered on the way down to them. */
export interface RunLook {
  readonly style?: 'Hyperlink' | 'InlineCode';
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly raised?: 'subscript' | 'superscript';
}

/** Writes the blocks of a note; blocks know inlines, so inlines are told how to write blocks. */
export type WriteNote = (note: Footnote, place: DocxPlace) => number;

/** Inline nodes as runs. */
export function docxInlines(
  nodes: readonly Inline[],
  place: DocxPlace,
  note: WriteNote,
  look: RunLook = {},
): Xml {
  const inside = (children: readonly Inline[], more: RunLook = {}, at: DocxPlace = place): Xml =>
    docxInlines(children, at, note, { ...look, ...more });
  const handlers: Handlers<Xml, Inline> = {
    text: (node) => docxRun(node.value, place, look),
    emphasis: (node) => inside(node.children, { italic: true }),
    strong: (node) => inside(node.children, { bold: true }),
    delete: (node) => inside(node.children, { struck: true }),
    subscript: (node) => inside(node.children, { raised: 'subscript' }),
    superscript: (node) => inside(node.children, { raised: 'superscript' }),
    inlineCode: (node) => docxRun(node.value, place, { style: 'InlineCode', ...look }),
    link: (node) => linked(node.url, place, inside(node.children, { style: 'Hyperlink' })),
    reference: (node) => {
      const target = { 'w:anchor': place.file.bookmarks.nameOf(node.target), 'w:history': 1 };
      return xml('w:hyperlink', target, inside(node.children, { style: 'Hyperlink' }));
    },
    span: (node) => inside(node.children, {}, spokenPlace(place, node)),
    footnote: (node) => {
      const number = xml('w:footnoteReference', { 'w:id': note(node, place) });
      return xml('w:r', {}, xml('w:rPr', {}, xml('w:rStyle', { 'w:val': 'FootnoteReference' })), number);
    },
    break: () => LINE_BREAK,
  };
  return xmlJoined(nodes.map((node) => handle(handlers, node)));
}

/** Words that look one way. Line feeds and tabs, which only code has, become breaks and tabs. */
export function docxRun(text: string, place: DocxPlace, look: RunLook = {}): Xml {
  return xml('w:r', {}, runProperties(text, place, look), ...runText(text));
}

/** Words around which a bookmark stands, so that references lead to them, and the comments on what they name. */
export function bookmarked(anchor: Anchor | undefined, { file }: DocxPlace, words: Xml): Xml {
  if (anchor === undefined) return words;
  const content = file.comments.around(anchor, words);
  file.count.bookmarks += 1;
  const id = { 'w:id': file.count.bookmarks };
  const start = xml('w:bookmarkStart', { ...id, 'w:name': file.bookmarks.nameOf(anchor) });
  return xmlJoined([start, content, xml('w:bookmarkEnd', id)]);
}

/** A field: what Word is to work out, and what stands there until it does. */
export function docxField(instruction: string, result: Xml): Xml {
  return xmlJoined([fieldOpening(instruction), result, FIELD_END]);
}

/** Where a field begins that ends further down. A dirty one is worked out anew when Word opens the file. */
export function fieldOpening(instruction: string, { dirty = false } = {}): Xml {
  const begin = { 'w:fldCharType': 'begin', 'w:dirty': dirty ? 'true' : undefined };
  const told = xml('w:instrText', PRESERVED, xmlText(` ${instruction} `));
  return xmlJoined([
    xml('w:r', {}, xml('w:fldChar', begin)),
    xml('w:r', {}, told),
    xml('w:r', {}, xml('w:fldChar', { 'w:fldCharType': 'separate' })),
  ]);
}

export const FIELD_END = xml('w:r', {}, xml('w:fldChar', { 'w:fldCharType': 'end' }));

/**
 * A link out of the file. Word calls a file damaged for one address it cannot parse, so only plain ones become relations; all others stand in
 * a field, where nobody parses them before they are followed.
 */
function linked(url: string, { file, part }: DocxPlace, content: Xml): Xml {
  const address = packageAddress(url);
  if (address === undefined) return docxField(`HYPERLINK "${url}"`, content);
  return xml('w:hyperlink', { 'r:id': file.parts.page(part, address), 'w:history': 1 }, content);
}

/** In the order of the schema. Scripts that run from the right have settings of their own for all of it. */
function runProperties(text: string, { file, lang, dir }: DocxPlace, look: RunLook): Xml {
  const isForeign = lang !== file.lang;
  const runsLeft = runDirection(text, dir) === 'rtl';
  const properties = xml(
    'w:rPr',
    {},
    look.style === undefined ? NO_XML : xml('w:rStyle', { 'w:val': look.style }),
    look.bold === undefined ? NO_XML : BOLD,
    look.italic === undefined ? NO_XML : ITALIC,
    look.struck === undefined ? NO_XML : STRUCK,
    look.raised === undefined ? NO_XML : xml('w:vertAlign', { 'w:val': look.raised }),
    runsLeft ? RUNS_LEFT : NO_XML,
    isForeign ? xml('w:lang', languageAttributes(lang)) : NO_XML,
  );
  return properties === NO_PROPERTIES ? NO_XML : properties;
}

/** The attributes that name a language; Word keeps three, for three families of scripts. */
export function languageAttributes(lang: string): Readonly<Record<string, string>> {
  const regional = regionalLanguage(lang);
  if (directionOf(lang) === 'rtl') return { 'w:bidi': regional };
  return { [/^(?:ja|ko|zh)\b/i.test(lang) ? 'w:eastAsia' : 'w:val']: regional };
}

function runText(text: string): readonly Xml[] {
  if (!BROKEN.test(text)) return [xml('w:t', PRESERVED, xmlText(text))];
  return text.split(/([\n\t])/).flatMap((piece) => {
    if (piece === '\n') return [xml('w:br')];
    if (piece === '\t') return [xml('w:tab')];
    return piece === '' ? [] : [xml('w:t', PRESERVED, xmlText(piece))];
  });
}

const BROKEN = /[\n\t]/;
const PRESERVED = { 'xml:space': 'preserve' };
const NO_PROPERTIES = xml('w:rPr');
const BOLD = [xml('w:b'), xml('w:bCs')];
const ITALIC = [xml('w:i'), xml('w:iCs')];
const STRUCK = xml('w:strike');
const RUNS_LEFT = xml('w:rtl');
const LINE_BREAK = xml('w:r', {}, xml('w:br'));
