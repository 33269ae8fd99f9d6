import { toBase64UrlEncoded } from 'lib0/buffer';
import { customRandom } from 'nanoid';
import type { Context } from './context.ts';

/** Where randomness comes from. */
export type Random = Context['random'];

/**
 * A new id that may stand in an address, an anchor or a command line as it is: a letter that says what it names,
 * then 12 characters. 60 bits: among a million groups the odds of two equal ids are below one in a million.
 */
export function newId(random: Random, prefix: 'g' | 'i' | 'p' | 's'): string {
  return prefix + customRandom(ID_ALPHABET, ID_LENGTH, random)();
}

/** A bearer secret of 256 bits. Only its SHA-256 is ever stored. */
export function newToken(random: Random): string {
  return toBase64UrlEncoded(random(TOKEN_BYTES));
}

/** Whether a text has the form of a token, so that it cannot be a code. */
export function isToken(text: string): boolean {
  return TOKEN_FORM.test(text);
}

/** Crockford's base 32 in lower case: nothing that is misread aloud. */
const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 12;

const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/;
