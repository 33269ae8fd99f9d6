import type * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Limits } from './limits.ts';
import { countValues } from './value-count.ts';

/** An update as it came, taken apart and within the limits of size; nothing is known yet about how it fits. */
export interface DecodedUpdate {
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[];
  /** Deleted ranges by client id: sorted, not empty, not overlapping. */
  readonly deletes: ReadonlyMap<number, readonly DeletedRange[]>;
}

/** `len` structs' worth of clock from `clock` on. */
export interface DeletedRange {
  readonly clock: number;
  readonly len: number;
}

/** Why bytes are not an update this server takes. */
export type DecodeRefusal = 'malformed' | 'too-large';

/**
 * Takes V1 bytes apart with Yjs's own decoder, so that what is judged is what will be applied. Limits hold
 * while decoding: a flood ends at the limit, not after it was built. Never throws.
 */
export function decodeUpdate(bytes: Uint8Array, limits: Limits): DecodedUpdate | DecodeRefusal {
  structsLeft = limits.structsPerUpdate;
  valuesLeft = limits.valuesPerUpdate;
  jsonLeft = limits.jsonPerUpdate;
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, LimitedDecoder);
    if (latest === undefined || latest.pos !== bytes.length) return 'malformed';
    if (!structs.every(isSound) || isStacked(structs)) return 'malformed';
    const deletes = sortedRanges(ds.clients);
    return deletes === undefined ? 'malformed' : { structs, deletes };
  } catch (error) {
    return error instanceof TooLarge ? 'too-large' : 'malformed';
  } finally {
    latest = undefined;
  }
}

/** Yjs draws ids from 32 bits; a larger one is forged, and would bloat every state vector. */
const MAX_CLIENT_ID = 2 ** 32 - 1;
/** Two thousand million characters by one client id: far above any text, far below where numbers lose precision. */
const MAX_CLOCK = 2 ** 31;
const CONTENT_JSON = 2;
const CONTENT_DOC = 9;
const TYPE_XML_HOOK = 5;
const REF_BITS = 31;
/** Values nest where attributes hold objects; the report reads two levels. */
const VALUE_DEPTH = 16;

class TooLarge extends Error {}
class Refused extends Error {}

/**
 * `Y.decodeUpdateV2` makes its decoder itself and keeps it: these carry the limits in and the reading
 * position out. Decoding is synchronous, so nothing else can come between.
 */
let structsLeft = 0;
let valuesLeft = 0;
let jsonLeft = 0;
let latest: decoding.Decoder | undefined;

class LimitedDecoder extends Y.UpdateDecoderV1 {
  readonly #seen = new Set<number>();
  #isJson = false;

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    latest = decoder;
  }

  /** Called once per client section. Yjs keeps the last of two sections of one client, but counts both. */
  override readClient(): number {
    const client = super.readClient();
    if (client > MAX_CLIENT_ID || this.#seen.has(client)) throw new Refused();
    this.#seen.add(client);
    return client;
  }

  /** Called once per struct, before its content is read. */
  override readInfo(): number {
    structsLeft -= 1;
    if (structsLeft < 0) throw new TooLarge();
    const info = super.readInfo();
    if ((info & REF_BITS) === CONTENT_DOC) throw new Refused();
    this.#isJson = (info & REF_BITS) === CONTENT_JSON;
    return info;
  }

  /** A value of an attribute, counted before it is built. */
  override readAny(): unknown {
    const { restDecoder } = this;
    const count = countValues(restDecoder, valuesLeft, VALUE_DEPTH);
    if (count === 'too-deep') throw new Refused();
    valuesLeft -= count;
    if (valuesLeft < 0) throw new TooLarge();
    return super.readAny();
  }

  /** A value of a mark. */
  override readJSON(): unknown {
    this.#isJson = true;
    return JSON.parse(this.readString());
  }

  /** Text, which costs next to nothing, or JSON, which is dear to parse. */
  override readString(): string {
    const text = super.readString();
    if (!this.#isJson) return text;
    jsonLeft -= text.length;
    if (jsonLeft < 0) throw new TooLarge();
    return text;
  }

  override readTypeRef(): number {
    const type = super.readTypeRef();
    // Editors throw at the sight of a hook; nobody here writes one.
    if (type === TYPE_XML_HOOK) throw new Refused();
    return type;
  }
}

function isSound(struct: Y.Item | Y.GC | Y.Skip): boolean {
  const { clock } = struct.id;
  if (struct.length < 1 || clock + struct.length > MAX_CLOCK) return false;
  return !(struct instanceof Y.Item) || isSoundItem(struct);
}

function isSoundItem(item: Y.Item): boolean {
  const { client, clock } = item.id;
  for (const reference of [item.origin, item.rightOrigin, item.parent]) {
    if (!(reference instanceof Y.ID)) continue;
    // Within one client, cause comes before effect; Yjs relies on it and throws half-way otherwise.
    if (reference.client === client && reference.clock >= clock) return false;
  }
  if (item.parentSub === '__proto__') return false;
  const { content } = item;
  if (content instanceof Y.ContentFormat) return content.key !== '__proto__' && isPlain(content.value, 0);
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed, 0);
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return content.arr.every((value) => isPlain(value, 0));
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement)
    return content.type.nodeName !== '__proto__';
  return true;
}

/**
 * Whether one client begins the same list or the same key twice, or puts two items before one and the same
 * neighbour. After the first it has a left neighbour to name; without one Yjs walks past all others of the key, and
 * 20,000 of them take a second.
 */
function isStacked(structs: DecodedUpdate['structs']): boolean {
  const begun = new Set<string>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.origin !== null) continue;
    const { id, rightOrigin, parentSub } = struct;
    // A decoded item carries the root's key or an id where an integrated one carries the type.
    const parent: unknown = struct.parent;
    const place = rightOrigin ?? (parent instanceof Y.ID ? parent : undefined);
    const where =
      place === undefined
        ? `root ${typeof parent === 'string' ? parent : ''}`
        : `${place.client} ${place.clock}`;
    const key = `${id.client} ${rightOrigin === null ? 'in' : 'before'} ${where} ${JSON.stringify(parentSub)}`;
    if (begun.has(key)) return true;
    begun.add(key);
  }
  return false;
}

/** No prototype smuggled in under the key `__proto__`, no towers. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  if (depth >= VALUE_DEPTH) return false;
  if (Array.isArray(value)) return value.every((entry) => isPlain(entry, depth + 1));
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    !Object.hasOwn(value, '__proto__') &&
    Object.values(value).every((entry) => isPlain(entry, depth + 1))
  );
}

/** Yjs writes sorted, merged ranges. Overlapping ones would make it walk the same structs again and again. */
function sortedRanges(
  clients: ReadonlyMap<number, readonly DeletedRange[]>,
): ReadonlyMap<number, readonly DeletedRange[]> | undefined {
  const result = new Map<number, readonly DeletedRange[]>();
  for (const [client, ranges] of clients) {
    const sorted = ranges.toSorted((a, b) => a.clock - b.clock);
    let end = 0;
    for (const range of sorted) {
      if (range.len < 1 || range.clock < end) return undefined;
      end = range.clock + range.len;
    }
    if (end > MAX_CLOCK) return undefined;
    result.set(client, sorted);
  }
  return result;
}
