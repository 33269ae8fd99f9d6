import type { Random } from '@plenary/testing';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { elementStruct, KIND, textStruct, writtenUpdate, type Place } from './written-update.ts';

/** What a forger knows. */
export interface Scene {
  readonly random: Random;
  /** What the server had committed a moment ago; not to be changed. */
  readonly state: Y.Doc;
  /** Client ids of honest writers. */
  readonly victims: readonly number[];
  readonly corpus: readonly Uint8Array[];
}

/** Makes the bytes of an update that means harm. */
export type Forgery = (scene: Scene) => Uint8Array;

/** Updates that are well formed and mean harm, by the name results count them under. */
export const FORGERIES = {
  /** The clock the victim will use next: both would have equal state vectors and different texts. */
  'forged clock': ({ random, state, victims }) => {
    const client = random.pick(victims);
    const clock = Y.getState(state.store, client) + (random.chance(0.3) ? random.below(3) : 0);
    return writtenUpdate([{ client, clock, structs: [textStruct('evil')] }]);
  },
  'gapped clocks': ({ random }) =>
    writtenUpdate([{ client: fresh(random), clock: 1 + random.below(1000), structs: [textStruct('late')] }]),
  'gap by skip': ({ random }) => {
    const skip = { kind: KIND.skip, content: number(1 + random.below(100)) };
    return writtenUpdate([
      { client: fresh(random), clock: 0, structs: [textStruct('a'), skip, textStruct('b')] },
    ]);
  },
  'neighbour nobody has': ({ random }) => {
    const origin: Place = [fresh(random), random.below(100)];
    return writtenUpdate([{ client: fresh(random), clock: 0, structs: [textStruct('x', { origin })] }]);
  },
  'root flood': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: Array.from({ length: 1 + random.below(2000) }, (_, index) =>
          textStruct('x', { parent: `root${index}` }),
        ),
      },
    ]),
  'strange root': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: [textStruct('x', { parent: random.pick(['__proto__', '', 'meta', 'constructor']) })],
      },
    ]),
  'client id flood': ({ random }) => {
    const first = fresh(random);
    return writtenUpdate(
      Array.from({ length: 1 + random.below(2000) }, (_, index) => ({
        client: (first + index) % 2 ** 32,
        clock: 0,
        structs: [textStruct('x')],
      })),
    );
  },
  'struct flood': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: Array.from({ length: 1 + random.below(random.chance(0.02) ? 25_000 : 500) }, () =>
          textStruct('x', random.chance(0.5) ? { parent: 'default' } : { parent: 'meta', key: 'k' }),
        ),
      },
    ]),
  /** Each new value must be put somewhere among all those that claim the same place: work that grows by itself. */
  'crowd at one place': ({ random, state }) => {
    const origin = random.chance(0.3) ? placeIn(random, state) : firstPlace(state);
    const sections = 1 + random.below(random.chance(0.2) ? 200 : 3);
    // Most crowds are small, or the document would consist of nothing else and every comparison take its time.
    const most = random.chance(0.05) ? 6000 : 200;
    const first = fresh(random) % (2 ** 32 - sections);
    const structs = Array.from({ length: 1 + random.below(Math.ceil(most / sections)) }, () =>
      random.chance(0.9)
        ? textStruct('x', { origin })
        : textStruct('x', { origin, rightOrigin: placeIn(random, state) }),
    );
    return writtenUpdate(
      Array.from({ length: sections }, (_, index) => ({ client: first + index, clock: 0, structs })),
    );
  },
  'key flood': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: Array.from({ length: 1 + random.below(random.chance(0.05) ? 12_000 : 200) }, (_, index) =>
          textStruct('x', { parent: 'meta', key: `k${index}` }),
        ),
      },
    ]),
  'deep nesting': ({ random }) => {
    const client = fresh(random);
    return writtenUpdate([
      {
        client,
        clock: 0,
        structs: Array.from({ length: 1 + random.below(300) }, (_, depth) =>
          elementStruct('div', { parent: depth === 0 ? 'default' : [client, depth - 1] }),
        ),
      },
    ]);
  },
  'parent that is text': ({ random, state }) => {
    const parent = placeIn(random, state);
    return writtenUpdate([{ client: fresh(random), clock: 0, structs: [textStruct('x', { parent })] }]);
  },
  'neighbours in different places': ({ random, state }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: [textStruct('x', { origin: placeIn(random, state), rightOrigin: placeIn(random, state) })],
      },
    ]),
  circle: ({ random }) => {
    const [one, other] = [fresh(random), fresh(random)];
    return writtenUpdate([
      { client: one, clock: 0, structs: [textStruct('x', { rightOrigin: [other, 0] })] },
      { client: other, clock: 0, structs: [textStruct('y', { rightOrigin: [one, 0] })] },
    ]);
  },
  'prototype key': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: [
          textStruct('x', { parent: 'meta', key: random.pick(['__proto__', 'constructor', 'toString']) }),
        ],
      },
    ]),
  'prototype value': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: [{ parent: 'meta', key: 'k', kind: KIND.any, content: prototypeValue }],
      },
    ]),
  'tower of values': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: [{ parent: 'meta', key: 'k', kind: KIND.any, content: tower(random.below(5000)) }],
      },
    ]),
  'unknown content': ({ random }) =>
    writtenUpdate([
      {
        client: fresh(random),
        clock: 0,
        structs: [{ parent: 'default', kind: random.below(32), content: number(random.below(300)) }],
      },
    ]),
  'huge lengths': ({ random, victims }) =>
    writtenUpdate(
      [
        {
          client: fresh(random),
          clock: 0,
          structs: [{ kind: KIND.gc, content: number(2 ** random.below(53)) }],
        },
      ],
      [{ client: random.pick(victims), ranges: [[0, 2 ** random.below(53)]] }],
    ),
  'overlapping deletions': ({ random, victims }) =>
    writtenUpdate(
      [],
      [
        {
          client: random.pick(victims),
          ranges: Array.from(
            { length: 1 + random.below(3000) },
            () => [random.below(50), random.below(20)] as const,
          ),
        },
      ],
    ),
  /** Honest in form: somebody else's words may be deleted. The text changes, and everybody must still agree. */
  'deletion of others': ({ random, state }) => {
    const [client, clock] = placeIn(random, state);
    return writtenUpdate([], [{ client, ranges: [[clock, 1]] }]);
  },
  'version 2': ({ random, corpus }) => {
    const doc = new Y.Doc();
    try {
      Y.applyUpdate(doc, random.pick(corpus));
    } catch {
      // Some of the corpus is in other versions.
    }
    const bytes = Y.encodeStateAsUpdateV2(doc);
    doc.destroy();
    return bytes;
  },
} as const satisfies Readonly<Record<string, Forgery>>;

/** A client id that nobody has yet, as far as chance goes; now and then one that is none. */
function fresh(random: Random): number {
  return random.chance(0.01) ? 2 ** 40 : random.below(2 ** 32 - 1);
}

/** Somewhere in the document, or just behind its end. */
function placeIn(random: Random, state: Y.Doc): Place {
  const clients = [...state.store.clients.keys()];
  if (clients.length === 0) return [1, 0];
  const client = random.pick(clients);
  return [client, random.below(Y.getState(state.store, client) + 1)];
}

/** Where everybody crowds: the same in every frame of a round. */
function firstPlace(state: Y.Doc): Place {
  const [client = 1] = state.store.clients.keys();
  return [client, 0];
}

function number(value: number) {
  return (encoder: encoding.Encoder): void => encoding.writeVarUint(encoder, value);
}

/** `{ "__proto__": {} }` as lib0 writes values, which sets the prototype when it is read. */
function prototypeValue(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeUint8(encoder, 118);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, '__proto__');
  encoding.writeUint8(encoder, 118);
  encoding.writeVarUint(encoder, 0);
}

/** Lists in lists, as many as that. */
function tower(height: number) {
  return (encoder: encoding.Encoder): void => {
    encoding.writeVarUint(encoder, 1);
    for (let level = 0; level < height; level += 1) {
      encoding.writeUint8(encoder, 117);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeUint8(encoder, 126);
  };
}
