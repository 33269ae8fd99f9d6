/**
 * The characters of a code. Of each set that looks alike on a projector or in handwriting one or none is
 * here: no 0 O, no 1 I L, not 2 beside Z, 5 beside S, 8 beside B, U beside V. Without A, E, I, O, U no code
 * spells a word.
 */
export const CODE_ALPHABET = '34679BCDFGHJKMNPQRSTVWXYZ';

/**
 * Characters in a code. 25^8 is 1.5 × 10^11: with 1,000 invitations in force and 10,000 guesses a day let
 * through by the rate limit, a year of guessing finds one with a chance of 1 in 40. A code opens a name and a
 * group, and can be revoked; 8 characters in two groups of 4 are typed on a phone without a slip.
 */
export const CODE_LENGTH = 8;

/** A new code from a source of random bytes, such as `crypto.getRandomValues`. Every code is equally likely. */
export function newInvitationCode(randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const byte of randomBytes(CODE_LENGTH * 2)) {
      // Beyond the last whole multiple some characters would be likelier than others.
      if (byte < EVEN) code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
      if (code.length === CODE_LENGTH) return code;
    }
  }
  throw new Error('the source of randomness gives no usable bytes');
}

/**
 * The code somebody typed, as it is stored: capitals, without spaces and dashes, with look-alikes put right.
 * Undefined when it cannot be a code.
 */
export function normaliseCode(typed: string): string | undefined {
  if (typed.length > LONGEST_TYPED) return undefined;
  const bare = typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .toUpperCase();
  const code = bare.replaceAll(/[258U]/gu, (char) => LOOK_ALIKES[char] ?? char);
  return IS_CODE.test(code) ? code : undefined;
}

/** A code as it is shown and printed: `K7MP-3XQ9`. */
export function showCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

const EVEN = 256 - (256 % CODE_ALPHABET.length);
/** One round of 16 bytes is enough for a fair source but once in 10^10; a source that needs a hundred is broken. */
const MOST_ROUNDS = 100;
/** Room for a space after every character and a copied line break. */
const LONGEST_TYPED = 40;
const LOOK_ALIKES: Readonly<Record<string, string>> = { 2: 'Z', 5: 'S', 8: 'B', U: 'V' };
const IS_CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`, 'u');
