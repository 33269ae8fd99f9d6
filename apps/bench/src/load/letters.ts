import * as decoding from 'lib0/decoding';

/** Called for each run of letters in an update: who wrote it, the clock of its first letter, how many there are. */
export type OnLetters = (client: number, clock: number, length: number) => void;

/**
 * Reads which letters a Yjs V1 update brings, without applying it: a server may put several people's keys into one
 * update, and the clocks are what tells them apart. Knows what typists write and what servers make of it; throws at
 * anything else, so that no delivery is counted by guessing.
 */
export function readLetters(update: Uint8Array, onLetters: OnLetters): void {
  const decoder = decoding.createDecoder(update);
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = decoding.readVarUint(decoder);
    for (let left = structs; left > 0; left -= 1) clock += readStruct(decoder, client, clock, onLetters);
  }
}

/** Gives the length of the struct, in clocks. */
function readStruct(decoder: decoding.Decoder, client: number, clock: number, onLetters: OnLetters): number {
  const info = decoding.readUint8(decoder);
  const kind = info & 0x1f;
  if (kind === GC || kind === SKIP) return decoding.readVarUint(decoder);
  skipPlace(decoder, info);
  switch (kind) {
    case DELETED:
      return decoding.readVarUint(decoder);
    case STRING: {
      const { length } = decoding.readVarString(decoder);
      onLetters(client, clock, length);
      return length;
    }
    case TYPE:
      if (NAMED_TYPES.has(decoding.readVarUint(decoder))) decoding.readVarString(decoder);
      return 1;
    default:
      throw new Error(`An update holds content of kind ${kind}, which no typist writes.`);
  }
}

/** Where an item stands: behind and before which others, or in which parent. */
function skipPlace(decoder: decoding.Decoder, info: number): void {
  if ((info & HAS_ORIGIN) !== 0) skipId(decoder);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) skipId(decoder);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0) return;
  if (decoding.readVarUint(decoder) === 1) decoding.readVarString(decoder);
  else skipId(decoder);
  if ((info & HAS_PARENT_SUB) !== 0) decoding.readVarString(decoder);
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

// The numbers of the Yjs V1 encoding.
const GC = 0;
const DELETED = 1;
const STRING = 4;
const TYPE = 7;
const SKIP = 10;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;
/** XML elements and hooks bring a name. */
const NAMED_TYPES: ReadonlySet<number> = new Set([3, 5]);
