import type { Asset } from '../assets.ts';

/** A picture as an address that holds it, so that a page fetches nothing, unless it has an address of its own. */
export function pictureAddress({ bytes, type, address }: Asset): string {
  return address ?? `data:${type};base64,${base64(bytes)}`;
}

/** Bytes in base 64, as a `data:` address wants them. Written here because the language itself has no word for it yet. */
export function base64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    chunks.push(encoded(bytes.subarray(start, start + CHUNK)));
  }
  return chunks.join('');
}

/** A multiple of three, so that only the last chunk is padded; small enough for the arguments of a call. */
const CHUNK = 3 * 4096;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encoded(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += letter(word >> 18) + letter(word >> 12);
    text += second === undefined ? '=' : letter(word >> 6);
    text += third === undefined ? '=' : letter(word);
  }
  return text;
}

function letter(bits: number): string {
  return ALPHABET.charAt(bits & 63);
}
