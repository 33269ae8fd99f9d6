import { MESSAGE_NOTICE, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from '@plenary/protocol';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { markerFrame, presenceFrame, syncFrame } from '../stage/near-client.ts';
import { blocksIn, writeParagraph } from '../writers/text.ts';
import { damage, noise } from './byte-damage.ts';
import { FORGERIES, type Scene } from './forgeries.ts';

/** A frame to throw at the server, and what it is. */
export interface HostileFrame {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** Makes the next frame: mostly structured lies, some plain damage, and now and then the truth. */
export function nextFrame(scene: Scene): HostileFrame {
  const kind = scene.random.pick(LOTS);
  return { kind, bytes: KINDS[kind](scene) };
}

type Kind = keyof typeof KINDS;

const KINDS = {
  ...asUpdates(),
  /** What an honest client would say now. Keeps the document growing under the lies. */
  honest: (scene) => syncFrame(SYNC_UPDATE, honestUpdate(scene)),
  'damaged honest update': (scene) =>
    syncFrame(step(scene), damage(scene.random, honestUpdate(scene), scene.corpus)),
  'from the corpus': (scene) => syncFrame(step(scene), scene.random.pick(scene.corpus)),
  'damaged corpus': (scene) =>
    syncFrame(step(scene), damage(scene.random, scene.random.pick(scene.corpus), scene.corpus)),
  'damaged frame': (scene) => damage(scene.random, syncFrame(step(scene), honestUpdate(scene)), scene.corpus),
  noise: ({ random }) => noise(random, random.below(40)),
  'state vector': ({ random }) => syncFrame(SYNC_STEP_1, noise(random, random.below(20))),
  'long state vector': ({ random }) =>
    syncFrame(
      SYNC_STEP_1,
      encoding.encode((encoder) => {
        const clients = random.below(2000);
        encoding.writeVarUint(encoder, clients);
        for (let index = 0; index < clients; index += 1) {
          encoding.writeVarUint(encoder, random.below(2 ** 32));
          encoding.writeVarUint(encoder, random.below(2 ** 31));
        }
      }),
    ),
  'oversized frame': ({ random }) =>
    syncFrame(SYNC_UPDATE, new Uint8Array(random.chance(0.05) ? 1_200_000 : 70_000).fill(random.below(256))),
  'a notice from a client': () => Uint8Array.of(MESSAGE_NOTICE, 2, 0x7b, 0x7d),
  marker: ({ random }) => markerFrame(random.below(2 ** 31)),
  'presence of somebody else': ({ random, victims }) =>
    presenceFrame([random.pick(victims), random.below(100), '{"user":{"name":"me"}}']),
  'presence storm': ({ random }) =>
    presenceFrame(
      ...Array.from(
        { length: random.below(300) },
        () => [random.below(2 ** 32), random.below(2 ** 31), '{"a":1}'] as const,
      ),
    ),
  'presence without sense': ({ random }) =>
    presenceFrame([
      random.below(2 ** 32),
      random.below(100),
      random.pick(['[]', '{', 'null', '"x"', '{"__proto__":{"user":1}}', `{"a":"${'x'.repeat(4000)}"}`]),
    ]),
  'damaged presence': (scene) => damage(scene.random, presenceFrame([5, 1, '{"cursor":null}']), scene.corpus),
} as const satisfies Readonly<Record<string, (scene: Scene) => Uint8Array>>;

/** How often each kind is drawn; what is not named here, once. */
const WEIGHTS: Readonly<Partial<Record<Kind, number>>> = {
  honest: 6,
  'damaged honest update': 12,
  'damaged corpus': 6,
  'damaged frame': 3,
  'forged clock': 2,
};

// The keys of an object literal.
const LOTS = (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
  Array.from({ length: WEIGHTS[kind] ?? 1 }, () => kind),
);

function asUpdates(): Readonly<Record<keyof typeof FORGERIES, (scene: Scene) => Uint8Array>> {
  // The same keys, each forgery put in a frame.
  return Object.fromEntries(
    Object.entries(FORGERIES).map(([name, forge]) => [
      name,
      (scene: Scene) => syncFrame(step(scene), forge(scene)),
    ]),
  ) as Record<keyof typeof FORGERIES, (scene: Scene) => Uint8Array>;
}

function step({ random }: Scene): number {
  return random.chance(0.3) ? SYNC_STEP_2 : SYNC_UPDATE;
}

function honestUpdate({ random, state }: Scene): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = random.below(2 ** 32 - 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(state));
  const before = Y.encodeStateVector(doc);
  const fragment = doc.getXmlFragment('default');
  if (fragment.length > 20 && random.chance(0.4)) fragment.delete(random.below(fragment.length), 1);
  else writeParagraph(doc, random.below(blocksIn(doc) + 1), `words ${random.below(1000)}`);
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return update;
}
