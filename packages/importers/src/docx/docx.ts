import type { DocNode } from '@plenary/document';
import { readPage } from '../html/html.ts';
import { type Importer, UnreadableFile } from '../importer.ts';
import { Pictures } from '../pictures.ts';
import { Remarks } from '../remarks.ts';
import { unpack } from '../zip/unpack.ts';
import { pageOf } from './convert.ts';
import { makeReportElements } from './report-elements.ts';
import { remarkLeftOut } from './left-out.ts';
import { type PartTexts, textsOfPart } from './part-texts.ts';

/** Word documents. The converter sees only parts that were looked through before, and what it leaves out is found. */
export const docx: Importer = {
  async read(bytes, kinds = {}) {
    const { parts, texts, embedded } = readParts(bytes);
    const remarks = new Remarks();
    const converted = await pageOf(parts);
    const inDocument = new Pictures((address) => converted.pictures.get(address));
    const { blocks: all, pictures } = readPage(converted.page, {
      remarks,
      pictures: inDocument,
      kinds,
      prepare: makeReportElements,
    });
    remarkLeftOut(texts, all, remarks);
    const blocks = all.map(withoutNumber);
    remarks.add('numbering-left-out', '', countIn(parts, 'word/numbering.xml', OTHER_START));
    remarks.add('margin-comment-as-text', '', countIn(parts, 'word/comments.xml', COMMENT));
    for (const name of embedded) remarks.add('embed-left-out', name);
    return { blocks, pictures, remarks: remarks.list() };
  },
};

/** Whoever shows a picture counts it; a report says so before the caption, with a blank that does not break. */
function withoutNumber(node: DocNode): DocNode {
  if (node.type !== 'figure') {
    return node.content === undefined ? node : { ...node, content: node.content.map(withoutNumber) };
  }
  const [first, ...others] = node.content ?? [];
  const text = first?.text?.replace(/^\p{L}{1,20}\u00A0\d{1,5}\s?: /u, '');
  if (first === undefined || text === undefined || text === first.text) return node;
  const content = text === '' ? others : [{ ...first, text }, ...others];
  return { ...node, content };
}

/** Pictures that a section can show. Drawings of Windows leave their descriptions. */
const PICTURE = /\.(?:jpe?g|jfif|png|gif|webp|avif)$/i;

/** A list that begins, or begins anew, with another number than one; and a comment. */
const OTHER_START = /<w:startOverride\s+w:val="(?!1")/g;
const COMMENT = /<w:comment\s/g;

function countIn(parts: Parts['parts'], name: string, pattern: RegExp): number {
  const part = parts.get(name);
  return part === undefined ? 0 : (utf8(part).match(pattern)?.length ?? 0);
}

/** An archive of Microsoft's older kind: a document of an old Word, or a new one behind a password. */
const OLD_OR_LOCKED = [0xd0, 0xcf, 0x11, 0xe0];

interface Parts {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly texts: ReadonlyMap<string, PartTexts>;
  /** Names of other files inside the document, such as the sheet behind a chart. */
  readonly embedded: readonly string[];
}

function readParts(bytes: Uint8Array): Parts {
  if (OLD_OR_LOCKED.every((byte, index) => bytes[index] === byte)) {
    throw new UnreadableFile('locked-or-old-word');
  }
  // Every archive begins with these two letters.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFile('damaged');
  const embedded: string[] = [];
  const parts = unpack(bytes, (name) => {
    if (/^word\/embeddings\/[^/]+$/.test(name)) embedded.push(name.slice('word/embeddings/'.length));
    return /\.(?:xml|rels)$/i.test(name) || PICTURE.test(name);
  });
  const texts = new Map<string, PartTexts>();
  for (const [name, part] of parts) {
    if (PICTURE.test(name)) continue;
    const found = textsOfPart(utf8(part));
    if (hasText(name)) texts.set(name, found);
  }
  if (!parts.has('[Content_Types].xml') || texts.size === 0) throw new UnreadableFile('nothing-inside');
  return { parts, texts, embedded };
}

/** Whether a reader sees the words of a part: not those of the building blocks, nor the copies Word keeps of drawings. */
function hasText(name: string): boolean {
  return /^word\/.*\.xml$/i.test(name) && !/^word\/(?:glossary|diagrams\/drawing)/i.test(name);
}

function utf8(part: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part);
  } catch {
    throw new UnreadableFile('damaged');
  }
}
