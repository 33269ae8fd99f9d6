import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { UnreadableFile } from '../importer.ts';

/** A document as a page, and the bytes of its pictures by the addresses they have there. */
export interface ConvertedPage {
  readonly page: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * The document made of these parts as a page: headings, lists, tables, notes, comments, pictures. Throws
 * `UnreadableFile` where the converter can make nothing of it.
 */
export async function pageOf(parts: ReadonlyMap<string, Uint8Array>): Promise<ConvertedPage> {
  // Packed anew, so that the converter unpacks just what was looked through.
  const archive = zipSync(Object.fromEntries(parts), { level: 0 });
  const pictures = new Map<string, Uint8Array>();
  const picture = mammoth.images.imgElement(async (image) => {
    try {
      const src = `docx:${pictures.size}`;
      pictures.set(src, new Uint8Array(await image.readAsArrayBuffer()));
      return { src };
    } catch {
      // It lies outside of the document, or is named and not there: its description is left.
      return { src: '' };
    }
  });
  try {
    const { value } = await mammoth.convertToHtml(inputOf(archive), {
      styleMap: isReport(parts) ? [QUOTE_BEGINS, ...STYLES] : STYLES,
      transformDocument: withItems,
      convertImage: picture,
      // A document may bring a map of its own, with which it could hide what it says.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
    });
    return { page: value, pictures };
  } catch (error) {
    // The converter goes into what is nested by calling itself.
    throw new UnreadableFile(error instanceof RangeError ? 'too-deep' : 'damaged');
  }
}

type ConverterInput = Parameters<typeof mammoth.convertToHtml>[0];

/** In Node the converter takes the one and in browsers the other; it looks for the one it knows. */
function inputOf(archive: Uint8Array): ConverterInput {
  const input = { buffer: archive, arrayBuffer: archive };
  // Its types ask for Node's Buffer; it hands the bytes to JSZip, which takes any.
  return input as unknown as ConverterInput;
}

/** Word knows nine levels of lists, the converter's own map five. */
const LIST_LEVELS = 9;
const levels = Array.from({ length: LIST_LEVELS }, (_, index) => index + 1);

/**
 * What paragraphs of these styles become; the first letters of a style's name are enough. Those of one kind beside each
 * other stand in one element where it is not said to be fresh.
 */
const BLOCK_STYLES: readonly (readonly [style: string, path: string])[] = [
  ['Quote Continued', 'blockquote > p:fresh'],
  ['Quote', 'blockquote > p:fresh'],
  ['Source Code', 'pre:fresh'],
  ['Horizontal Line', 'hr:fresh'],
  ['caption', 'figcaption:fresh'],
  ['Box Label', 'p.label:fresh'],
  ['Box Text', 'p.box-text:fresh'],
  ['Box Facts', 'p.details:fresh'],
  ['List Continue', 'p:fresh'],
  ['Figure', 'p:fresh'],
  ['Missing Picture', 'p:fresh'],
];

/** Those of paragraphs in cells, which may be items of lists as well. */
const CELL_STYLES: typeof BLOCK_STYLES = [
  ['Table Text', 'p:fresh'],
  ['Table Heading', 'p.cell-heading:fresh'],
  ['Table Row Heading', 'p.cell-heading:fresh'],
];

/** How far a level of a list stands in where a report of ours is written as a document, and a quotation. */
const LIST_INDENT = 360;
const QUOTE_INDENT = 454;
const BOX_INDENT = 227;

const IN_ITEM = 'In item';

/**
 * Says in the style of a paragraph that it goes on with an item of a list, and of which level, where it stands in as far
 * as that: a document has no other way to say so, and the converter looks at styles only.
 */
function withItems(element: unknown): unknown {
  if (!isDocumentNode(element)) return element;
  const children = element.children?.map(withItems);
  const level = element.type === 'paragraph' && !element.numbering ? levelOf(element) : 0;
  return {
    ...element,
    ...(children !== undefined && { children }),
    ...(level > 0 && { styleName: `${IN_ITEM} ${level}: ${element.styleName}` }),
  };
}

/** What is looked at of the converter's own tree, which has no types. */
interface DocumentNode {
  readonly type: string;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
  readonly indent?: { readonly start?: string | null };
  readonly children?: readonly unknown[];
}

function isDocumentNode(element: unknown): element is DocumentNode {
  return typeof element === 'object' && element !== null && 'type' in element;
}

function levelOf({ styleName, indent }: DocumentNode): number {
  const style = [...BLOCK_STYLES, ...CELL_STYLES].find(([name]) => styleName?.startsWith(name))?.[0] ?? '';
  const own = style.startsWith('Quote') ? QUOTE_INDENT : style.startsWith('Box') ? BOX_INDENT : 0;
  const level = (Number(indent?.start ?? 0) - own) / LIST_INDENT;
  return style !== '' && Number.isInteger(level) && level <= LIST_LEVELS ? level : 0;
}

/** Where each paragraph that begins a quotation says so; elsewhere neighbours in that style are one quotation. */
const QUOTE_BEGINS = "p[style-name='Quote'] => blockquote:fresh > p:fresh";

function isReport(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const styles = parts.get('word/styles.xml');
  return styles !== undefined && new TextDecoder().decode(styles).includes('"Quote Continued"');
}

const STYLES: string[] = [
  'comment-reference => sup',
  'u => u',
  'highlight => mark',
  "p[style-name='Title'] => h1:fresh",
  "r[style-name='Inline Code'] => code",
  "table[style-name='Box Table'] => table.callout:fresh",
  ...levels.flatMap((level) =>
    [...BLOCK_STYLES, ...CELL_STYLES].map(
      ([name, path]) => `p[style-name^='${IN_ITEM} ${level}: ${name}'] => div.in-item-${level} > ${path}`,
    ),
  ),
  ...levels.flatMap((level) =>
    (['unordered', 'ordered'] as const).map((kind) => {
      const [tag, around] = [kind === 'ordered' ? 'ol' : 'ul', 'ul|ol > li > '.repeat(level - 1)];
      return `p[style-name='Quote Continued']:${kind}-list(${level}) => blockquote > ${around}${tag} > li:fresh`;
    }),
  ),
  ...BLOCK_STYLES.map(([name, path]) => `p[style-name^='${name}'] => ${path}`),
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  ...['7', '8', '9'].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  ...levels.flatMap((level) => [
    `p:unordered-list(${level}) => ${'ul|ol > li > '.repeat(level - 1)}ul > li:fresh`,
    `p:ordered-list(${level}) => ${'ul|ol > li > '.repeat(level - 1)}ol > li:fresh`,
  ]),
  ...CELL_STYLES.map(([name, path]) => `p[style-name='${name}'] => ${path}`),
];
