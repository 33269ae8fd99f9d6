import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import type { Chunk } from './chunk.ts';
import { pageTextOf, type PageText } from './page-text.ts';
import type { Decoder } from './to-unicode.ts';

/** An element of the structure of a document, as a screen reader walks it. */
export interface Element {
  /** A role of the standard: `P`, `H1`, `TD`. */
  readonly role: string;
  /** What it shows, for who does not see it. */
  readonly alt?: string;
  /** Of its words, where it is not that of what it is in. */
  readonly lang?: string;
  /** Whether it says how much higher or lower than the line it stands. */
  readonly isShifted: boolean;
  readonly children: readonly (Element | Chunk)[];
}

/** The structure of a whole document, with what is drawn in each place of it. */
export interface Structure {
  readonly root: Element;
  /** Pictures drawn on all pages, decoration included. */
  readonly pictures: number;
}

/** Reads the structure of a tagged file (ISO 32000-1, 14.7); one without tags has no children. */
export async function structureOf(file: Uint8Array): Promise<Structure> {
  const document = await PDFDocument.load(file, { updateMetadata: false });
  const decoders = new Map<PDFObject, Decoder>();
  const pages = new Map<PDFRef, PageText>(
    document
      .getPages()
      .map((page: PDFPage, number) => [page.ref, pageTextOf(document, page, number, decoders)]),
  );
  const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  const roles = tree instanceof PDFDict ? tree.lookup(PDFName.of('RoleMap')) : undefined;
  const context = { pages, roles: roles instanceof PDFDict ? roles : undefined };
  const children = tree instanceof PDFDict ? kidsOf(tree, undefined, context) : [];
  const pictures = [...pages.values()].reduce((sum, page) => sum + page.pictures, 0);
  const lang = stringOf(document.catalog.lookup(PDFName.of('Lang')));
  return {
    root: { role: 'Document', isShifted: false, children, ...(lang !== undefined && { lang }) },
    pictures,
  };
}

interface Context {
  readonly pages: ReadonlyMap<PDFRef, PageText>;
  readonly roles: PDFDict | undefined;
}

function elementOf(node: PDFDict, page: PDFRef | undefined, context: Context): Element {
  const [alt, lang] = ['Alt', 'Lang'].map((key) => stringOf(node.lookup(PDFName.of(key))));
  return {
    role: roleOf(node.lookup(PDFName.of('S')), context),
    ...(alt !== undefined && { alt }),
    ...(lang !== undefined && { lang }),
    isShifted: attributesOf(node).some((attributes) => attributes.has(PDFName.of('BaselineShift'))),
    children: kidsOf(node, pageOf(node) ?? page, context),
  };
}

function attributesOf(node: PDFDict): readonly PDFDict[] {
  const attributes = node.lookup(PDFName.of('A'));
  const items = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return items.map((item) => node.context.lookup(item)).filter((item) => item instanceof PDFDict);
}

function kidsOf(node: PDFDict, page: PDFRef | undefined, context: Context): readonly (Element | Chunk)[] {
  const kids = node.lookup(PDFName.of('K'));
  const items = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
  return items.flatMap((item) => kidOf(node.context.lookup(item), page, context));
}

/** A kid is an element, or names what is drawn on a page, or an object such as a link, which has no words. */
function kidOf(
  kid: PDFObject | undefined,
  page: PDFRef | undefined,
  context: Context,
): readonly (Element | Chunk)[] {
  if (kid instanceof PDFNumber) return drawn(kid.asNumber(), page, context);
  if (!(kid instanceof PDFDict)) return [];
  const id = kid.lookup(PDFName.of('MCID'));
  if (id instanceof PDFNumber) return drawn(id.asNumber(), pageOf(kid) ?? page, context);
  return kid.has(PDFName.of('S')) ? [elementOf(kid, page, context)] : [];
}

function drawn(id: number, page: PDFRef | undefined, { pages }: Context): readonly Chunk[] {
  return page === undefined ? [] : (pages.get(page)?.marked.get(id) ?? []);
}

function pageOf(node: PDFDict): PDFRef | undefined {
  const page = node.get(PDFName.of('Pg'));
  return page instanceof PDFRef ? page : undefined;
}

function stringOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** A role that a writer made up stands for one of the standard. */
function roleOf(name: PDFObject | undefined, { roles }: Context): string {
  const own = name instanceof PDFName ? name.decodeText() : '';
  const standard = roles?.lookup(PDFName.of(own));
  return standard instanceof PDFName ? standard.decodeText() : own;
}
