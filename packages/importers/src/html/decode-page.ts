import { UnreadableFile } from '../importer.ts';
import { withoutControls } from '../text-bytes.ts';

/**
 * The longest page at hand, an encyclopedia's as saved by a browser, has 245 kB; pages with pictures inside are as long
 * as these: twenty photographs that were made smaller. The parser reads over the bytes of pictures in no time.
 */
export const MAX_PAGE_BYTES = 24 * 1024 * 1024;

/** A page as text. */
export interface DecodedPage {
  readonly text: string;
  readonly cleaned: boolean;
  /** Whether the encoding is neither UTF-8 nor said in the file. */
  readonly guessed: boolean;
}

/**
 * The text of a page. UTF-8 wins where the bytes are UTF-8, whatever the page says, because other encodings look like
 * it by no accident; else what a mark at the start or the page says counts, else the usual one of Western Europe.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  if (bytes.length > MAX_PAGE_BYTES) throw new UnreadableFile('too-large');
  const marked = UTF16.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decoded(bytes, marked.label, false);
  if (bytes.subarray(0, SNIFFED).includes(0)) throw new UnreadableFile('binary');
  try {
    return { ...withoutControls(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), guessed: false };
  } catch {
    const label = declared(bytes);
    return decoded(bytes, label ?? 'windows-1252', label === undefined);
  }
}

const UTF16 = [
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
];

/** Browsers look for the encoding, and we for signs of a file that is no text, in as many bytes. */
const SNIFFED = 1024;

function decoded(bytes: Uint8Array, label: string, guessed: boolean): DecodedPage {
  return { ...withoutControls(new TextDecoder(label).decode(bytes)), guessed };
}

/** The encoding that the page names, where it is one; UTF-8 is not, because the bytes are not. */
function declared(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, SNIFFED));
  const label = /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(
    start,
  )?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'utf-8' ? undefined : encoding;
  } catch {
    return undefined;
  }
}
