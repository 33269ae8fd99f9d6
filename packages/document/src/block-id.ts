import type { OutcomeBlocks } from './outcome-block.ts';

/** The attribute that holds a block's id, and the attribute of its HTML form. */
export const BLOCK_ID = 'id';
export const BLOCK_ID_HTML = 'data-id';

/** Names of the nodes that carry an id: the outcome blocks, which are referred to after they are moved. */
export function typesWithBlockId(blocks: OutcomeBlocks): string[] {
  return Object.values(blocks).map((block) => block.kind);
}

/**
 * A new block id: 16 characters of `0-9a-z` without i, l, o and u, from 10 random bytes. It may stand in an address
 * or an anchor as it is. `random` gives that many unpredictable bytes, such as `crypto.getRandomValues` does.
 */
export function newBlockId(random: (count: number) => Uint8Array): string {
  const bytes = random(ID_BYTES);
  let id = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes.subarray(0, ID_BYTES)) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return id;
}

/** Whether a text has the form of a block id. Ids come from editors, so readers check before they trust one. */
export function isBlockId(text: string): boolean {
  return BLOCK_ID_FORM.test(text);
}

/** 80 bits: with a million outcomes in one report the odds of two equal ids are below one in a trillion. */
const ID_BYTES = 10;
/** Crockford's base 32: nothing that is misread aloud, no accidental words with u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BLOCK_ID_FORM = /^[0-9a-hjkmnp-tv-z]{16}$/;
