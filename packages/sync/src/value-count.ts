import * as decoding from 'lib0/decoding';

/** The first byte of a value in lib0's encoding, from 127 down. */
const KIND = { float32: 124, float64: 123, bigint: 122, string: 119, object: 118, array: 117, bytes: 116 };
/** Undefined, null, false and true: the first byte says all. */
const NOTHING_FOLLOWS: ReadonlySet<number> = new Set([127, 126, 121, 120]);
const INTEGER = 125;

/**
 * How many values the next one is made of, itself included, without building any: an object of 150,000 keys fits a
 * frame and takes a quarter of a second to build. Counting ends above `enough`. The decoder is left where it was.
 * Throws at bytes that are no value.
 */
export function countValues(decoder: decoding.Decoder, enough: number, depth: number): number | 'too-deep' {
  const begin = decoder.pos;
  try {
    return count(decoder, enough, depth);
  } finally {
    decoder.pos = begin;
  }
}

function count(decoder: decoding.Decoder, enough: number, depth: number): number | 'too-deep' {
  const kind = decoding.readUint8(decoder);
  if (NOTHING_FOLLOWS.has(kind)) return 1;
  switch (kind) {
    case INTEGER:
      decoding.readVarInt(decoder);
      return 1;
    case KIND.float32:
      decoder.pos += 4;
      return 1;
    case KIND.float64:
    case KIND.bigint:
      decoder.pos += 8;
      return 1;
    case KIND.string:
    case KIND.bytes:
      skip(decoder);
      return 1;
    case KIND.object:
    case KIND.array:
      return countInside(decoder, kind === KIND.object, enough, depth);
    default:
      throw new Error('No value begins like this.');
  }
}

function countInside(
  decoder: decoding.Decoder,
  hasKeys: boolean,
  enough: number,
  depth: number,
): number | 'too-deep' {
  if (depth === 0) return 'too-deep';
  let sum = 1;
  for (let left = decoding.readVarUint(decoder); left > 0 && sum <= enough; left -= 1) {
    if (hasKeys) skip(decoder);
    const inside = count(decoder, enough - sum, depth - 1);
    if (inside === 'too-deep') return inside;
    sum += inside;
  }
  return sum;
}

function skip(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  decoder.pos += length;
}
