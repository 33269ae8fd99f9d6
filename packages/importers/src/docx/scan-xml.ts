import { UnreadableFile } from '../importer.ts';

/** Elements inside one another. Word writes eight for each table in a table, and some for pictures. */
export const MAX_XML_DEPTH = 256;

/** Elements of one part. The longest document at hand has some ten thousand; a book some hundred thousand. */
export const MAX_XML_ELEMENTS = 300_000;

/** What is told about a part of the document while it is looked through; names come without their prefix. */
export interface XmlVisitor {
  open(name: string, tag: string): void;
  close(name: string): void;
  text(value: string): void;
}

/**
 * Looks through XML from start to end in one pass, without building anything. Throws `UnreadableFile` for a document
 * type, which Word never writes and which is where XML hides its bombs, and for more than one section should hold.
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const open: string[] = [];
  let elements = 0;
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start === -1) return;
    if (start > at) visitor.text(withoutEntities(xml.slice(at, start)));
    const special = SPECIAL.find(({ begin }) => xml.startsWith(begin, start));
    if (special) {
      const end = xml.indexOf(special.end, start + special.begin.length);
      if (end === -1 || special.refused) throw new UnreadableFile('damaged');
      if (special.text) visitor.text(xml.slice(start + special.begin.length, end));
      at = end + special.end.length;
      continue;
    }
    const end = endOfTag(xml, start);
    const tag = xml.slice(start + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) {
      const name = localName(tag.slice(1));
      if (open.pop() !== name) throw new UnreadableFile('damaged');
      visitor.close(name);
      continue;
    }
    const name = localName(tag);
    elements += 1;
    if (elements > MAX_XML_ELEMENTS) throw new UnreadableFile('too-large');
    visitor.open(name, tag);
    if (tag.endsWith('/')) visitor.close(name);
    else if (open.push(name) > MAX_XML_DEPTH) throw new UnreadableFile('too-deep');
  }
}

const SPECIAL: readonly {
  readonly begin: string;
  readonly end: string;
  readonly text?: boolean;
  readonly refused?: boolean;
}[] = [
  { begin: '<!--', end: '-->' },
  { begin: '<![CDATA[', end: ']]>', text: true },
  { begin: '<?', end: '?>' },
  { begin: '<!', end: '>', refused: true },
];

/** Where the tag ends; signs in the values of its attributes do not end it. */
function endOfTag(xml: string, start: number): number {
  const sign = /["'>]/g;
  sign.lastIndex = start;
  for (let found = sign.exec(xml); found !== null; found = sign.exec(xml)) {
    if (found[0] === '>') return found.index;
    const closing = xml.indexOf(found[0], found.index + 1);
    if (closing === -1) break;
    sign.lastIndex = closing + 1;
  }
  throw new UnreadableFile('damaged');
}

function localName(tag: string): string {
  const name = /^[^\s/>]*/.exec(tag)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

/** The value of an attribute, whatever its prefix. */
export function xmlAttribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? withoutEntities(found[1] ?? found[2] ?? '') : undefined;
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
