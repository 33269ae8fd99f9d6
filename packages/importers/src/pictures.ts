import { type DocNode, MAX_ALT_LENGTH } from '@plenary/document';
import { fromBase64 } from 'lib0/buffer';
import type { BroughtPicture } from './importer.ts';
import { text } from './inline-nodes.ts';

/** More pictures than a group may have. What comes after them stays what stands for a picture that cannot be kept. */
export const MAX_PICTURES = 200;

/** Collects the pictures of a file while it is read. Nothing is decoded here, and nothing fetched. */
export class Pictures {
  readonly #found: BroughtPicture[] = [];
  readonly #before: number;
  readonly #inFile: (address: string) => Uint8Array | undefined;

  /**
   * `inFile`: the bytes of a picture that lies in the same file under this address. `before`: how many of its pictures
   * another has collected already.
   */
  constructor(inFile: (address: string) => Uint8Array | undefined = () => undefined, before = 0) {
    this.#inFile = inFile;
    this.#before = before;
  }

  /** A figure for the picture at this address; undefined where the file does not hold it. */
  figure({ url, alt, title, decorates = false }: Picture): DocNode | undefined {
    const bytes = this.#inFile(url) ?? dataIn(url);
    const number = this.#before + this.#found.length;
    if (bytes === undefined || bytes.length === 0 || number >= MAX_PICTURES) return undefined;
    const id = String(number).padStart(ASSET_ID_LENGTH, '0');
    this.#found.push({ id, bytes });
    const [described] = text(alt.trim());
    const description = described?.text?.toWellFormed() ?? '';
    const isLong = description.length > MAX_ALT_LENGTH;
    const caption = text([isLong ? description : '', title === alt ? '' : title].filter(Boolean).join(' '));
    return {
      type: 'figure',
      attrs: { asset: id, ...((description !== '' || decorates) && !isLong && { alt: description }) },
      ...(caption.length > 0 && { content: caption }),
    };
  }

  /** In the order in which they were found. */
  list(): readonly BroughtPicture[] {
    return this.#found;
  }
}

/** What a file says about a picture. */
export interface Picture {
  readonly url: string;
  readonly alt: string;
  readonly title: string;
  /** Whether an empty description says that there is nothing to describe. */
  readonly decorates?: boolean;
}

/** The bytes of an address that holds its picture itself. */
export function dataIn(url: string): Uint8Array | undefined {
  const start = DATA.exec(url.slice(0, LONGEST_START))?.[0];
  if (start === undefined) return undefined;
  const base64 = url.slice(start.length);
  try {
    return fromBase64((base64.includes('%') ? decodeURIComponent(base64) : base64).replace(/\s+/g, ''));
  } catch {
    return undefined;
  }
}

const DATA = /^data:image\/[\w.+-]{1,60}(?:;[\w.=-]{1,60}){0,5};base64,/i;
const LONGEST_START = 500;
const ASSET_ID_LENGTH = 64;
