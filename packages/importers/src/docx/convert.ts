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
      styleMap: STYLES,
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

const STYLES: string[] = [
  'comment-reference => sup',
  'u => u',
  'highlight => mark',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='caption'] => figcaption:fresh",
  ...['7', '8', '9'].map((level) => `p[style-name='heading ${level}'] => h6:fresh`),
  ...Array.from({ length: LIST_LEVELS }, (_, index) => [
    `p:unordered-list(${index + 1}) => ${'ul|ol > li > '.repeat(index)}ul > li:fresh`,
    `p:ordered-list(${index + 1}) => ${'ul|ol > li > '.repeat(index)}ol > li:fresh`,
  ]).flat(),
];
