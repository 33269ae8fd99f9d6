import * as encoding from 'lib0/encoding';

/** A place in a document: client id and clock. */
export type Place = readonly [client: number, clock: number];

/** A struct as it is written in an update, honest or not. */
export interface WrittenStruct {
  readonly origin?: Place;
  readonly rightOrigin?: Place;
  /** Where it is, when neither neighbour says so: a root by its name, or a type by its place. */
  readonly parent?: string | Place;
  /** The key, for what is in a map. */
  readonly key?: string;
  /** The number of its kind of content, 0 (garbage) to 10 (skip), or none that exists. */
  readonly kind: number;
  readonly content: (encoder: encoding.Encoder) => void;
}

/** The structs of one client, from a clock on. */
export interface WrittenSection {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly WrittenStruct[];
}

/** Deleted ranges of one client. */
export interface WrittenDeletes {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
}

/** Writes a V1 update by hand: what Yjs would never write can be written so. */
export function writtenUpdate(
  sections: readonly WrittenSection[],
  deletes: readonly WrittenDeletes[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length);
    for (const { client, clock, structs } of sections) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    encoding.writeVarUint(encoder, deletes.length);
    for (const { client, ranges } of deletes) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

/** Kinds of content, as Yjs numbers them. */
export const KIND = { gc: 0, deleted: 1, string: 4, format: 6, type: 7, any: 8, doc: 9, skip: 10 } as const;

/** A run of text. */
export function textStruct(
  text: string,
  where: Partial<WrittenStruct> = { parent: 'default' },
): WrittenStruct {
  return { ...where, kind: KIND.string, content: (encoder) => encoding.writeVarString(encoder, text) };
}

/** An XML element. */
export function elementStruct(name: string, where: Partial<WrittenStruct>): WrittenStruct {
  return {
    ...where,
    kind: KIND.type,
    content(encoder) {
      encoding.writeVarUint(encoder, XML_ELEMENT);
      encoding.writeVarString(encoder, name);
    },
  };
}

const XML_ELEMENT = 3;
const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_KEY = 32;

function writeStruct(encoder: encoding.Encoder, struct: WrittenStruct): void {
  const { origin, rightOrigin, parent, key, kind, content } = struct;
  encoding.writeUint8(
    encoder,
    kind |
      (origin === undefined ? 0 : HAS_ORIGIN) |
      (rightOrigin === undefined ? 0 : HAS_RIGHT_ORIGIN) |
      (key === undefined ? 0 : HAS_KEY),
  );
  if (origin !== undefined) writePlace(encoder, origin);
  if (rightOrigin !== undefined) writePlace(encoder, rightOrigin);
  if (origin === undefined && rightOrigin === undefined && kind !== KIND.gc && kind !== KIND.skip) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writePlace(encoder, parent ?? [0, 0]);
    if (key !== undefined) encoding.writeVarString(encoder, key);
  }
  content(encoder);
}

function writePlace(encoder: encoding.Encoder, [client, clock]: Place): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
