import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from 'pdf-lib';
import type { Chunk } from './chunk.ts';
import { type Instruction, instructionsIn, type Operand } from './content-stream.ts';
import { type Decoder, decoderOf } from './to-unicode.ts';

/** What is drawn on a page. */
export interface PageText {
  /** By the number under which the structure of the document names it. */
  readonly marked: ReadonlyMap<number, readonly Chunk[]>;
  readonly pictures: number;
}

/** Reads what is drawn on the page of a number. `decoders` keeps the fonts that pages have in common. */
export function pageTextOf(
  document: PDFDocument,
  page: PDFPage,
  number: number,
  decoders: Map<PDFObject, Decoder>,
): PageText {
  const resources = page.node.Resources();
  const state = new PageState(document, resources, number, decoders);
  for (const stream of streamsOf(document, page)) {
    for (const instruction of instructionsIn(decodePDFRawStream(stream).decode())) state.apply(instruction);
  }
  return { marked: state.marked, pictures: state.pictures };
}

function streamsOf(document: PDFDocument, page: PDFPage): readonly PDFRawStream[] {
  const contents = page.node.Contents();
  const items = contents instanceof PDFArray ? contents.asArray() : [contents];
  return items.map((item) => document.context.lookup(item)).filter((item) => item instanceof PDFRawStream);
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A passage that is marked: by its number, with its language, or by the text it stands for, or as one whose glyphs are reversed. */
interface Mark {
  readonly id?: number;
  readonly text?: string;
  readonly lang?: string;
  readonly reversed: boolean;
  told: boolean;
}

/** The part of the state of a page that text depends on (ISO 32000-1, 8.4 and 14.6). */
class PageState {
  readonly marked = new Map<number, Chunk[]>();
  pictures = 0;
  readonly #document: PDFDocument;
  readonly #resources: PDFDict | undefined;
  readonly #number: number;
  readonly #decoders: Map<PDFObject, Decoder>;
  readonly #marks: Mark[] = [];
  readonly #saved: Matrix[] = [];
  #page: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #decode: Decoder = () => [];
  #font = '';
  #size = 0;
  #object = -1;

  constructor(
    document: PDFDocument,
    resources: PDFDict | undefined,
    number: number,
    decoders: Map<PDFObject, Decoder>,
  ) {
    this.#document = document;
    this.#resources = resources;
    this.#number = number;
    this.#decoders = decoders;
  }

  apply({ operator, operands }: Instruction): void {
    this.#instructions.get(operator)?.(operands);
  }

  /** Those that text depends on; all others draw. */
  readonly #instructions = new Map<string, (operands: readonly Operand[]) => void>([
    ['q', () => this.#saved.push(this.#page)],
    ['Q', () => (this.#page = this.#saved.pop() ?? IDENTITY)],
    ['cm', (operands) => (this.#page = multiply(matrix(operands), this.#page))],
    ['BT', () => this.#beginText()],
    ['Tm', (operands) => (this.#line = matrix(operands))],
    ['Td', ([x, y]) => (this.#line = multiply([1, 0, 0, 1, numeric(x), numeric(y)], this.#line))],
    ['Tf', ([font, size]) => this.#setFont(font, size)],
    ['Tj', ([text]) => this.#show(text)],
    ['TJ', ([text]) => this.#show(text)],
    ['BMC', (operands) => this.#begin(operands)],
    ['BDC', (operands) => this.#begin(operands)],
    ['EMC', () => this.#marks.pop()],
    ['Do', ([name]) => (this.pictures += this.#isPicture(name) ? 1 : 0)],
  ]);

  #beginText(): void {
    this.#line = IDENTITY;
    this.#object += 1;
  }

  #begin([tag, properties]: readonly Operand[]): void {
    const entries = properties instanceof Map ? (properties as ReadonlyMap<string, Operand>) : undefined;
    const id = entries?.get('/MCID');
    const [text, lang] = ['/ActualText', '/Lang'].map((key) => entries?.get(key));
    this.#marks.push({
      ...(typeof id === 'number' && { id }),
      ...(text instanceof Uint8Array && { text: textString(text) }),
      ...(lang instanceof Uint8Array && { lang: textString(lang) }),
      reversed: tag === '/ReversedChars',
      told: false,
    });
  }

  #setFont(name: Operand | undefined, size: Operand | undefined): void {
    this.#decode = this.#decoderOf(name);
    this.#font = typeof name === 'string' ? name : '';
    this.#size = numeric(size);
  }

  #show(operand: Operand | undefined): void {
    const passage = this.#marks.findLast((mark) => mark.id !== undefined);
    if (passage?.id === undefined) return;
    const standing = this.#marks.find((mark) => mark.text !== undefined);
    if (standing?.told === true) return;
    const [, , , , x, y] = multiply(this.#line, this.#page);
    const chunks = this.marked.get(passage.id) ?? [];
    this.marked.set(passage.id, chunks);
    chunks.push({
      glyphs: standing === undefined ? this.#glyphsOf(operand) : [standing.text ?? ''],
      page: this.#number,
      object: this.#object,
      x,
      y,
      font: this.#font,
      size: this.#size,
      ...(passage.lang !== undefined && { lang: passage.lang }),
      toTheLeft: this.#marks.some((mark) => mark.reversed),
    });
    if (standing !== undefined) standing.told = true;
  }

  #glyphsOf(operand: Operand | undefined): readonly string[] {
    if (operand instanceof Uint8Array) return this.#decode(operand);
    return Array.isArray(operand) ? operand.flatMap((item: Operand) => this.#glyphsOf(item)) : [];
  }

  #decoderOf(name: Operand | undefined): Decoder {
    const font = this.#resource('Font', name);
    if (!(font instanceof PDFDict)) return () => [];
    const known = this.#decoders.get(font);
    if (known !== undefined) return known;
    const table = font.lookup(PDFName.of('ToUnicode'));
    const decoder =
      table instanceof PDFRawStream ? decoderOf(latin(decodePDFRawStream(table).decode())) : () => [];
    this.#decoders.set(font, decoder);
    return decoder;
  }

  #isPicture(name: Operand | undefined): boolean {
    const object = this.#resource('XObject', name);
    return (
      object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')
    );
  }

  #resource(kind: string, name: Operand | undefined): PDFObject | undefined {
    const resources = this.#resources?.lookup(PDFName.of(kind));
    if (!(resources instanceof PDFDict) || typeof name !== 'string') return undefined;
    return this.#document.context.lookup(resources.get(PDFName.of(name.slice(1))));
  }
}

function matrix(operands: readonly Operand[]): Matrix {
  const [a, b, c, d, e, f] = operands.map(numeric);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

function numeric(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0;
}

function multiply([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** A text of PDF outside of pages: UTF-16 after a mark of order, or bytes that are letters themselves. */
function textString(bytes: Uint8Array): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return latin(bytes);
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
  return text;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
