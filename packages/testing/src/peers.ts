import { createDecoder } from 'lib0/decoding';
import { createEncoder, length, toUint8Array } from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { createRandom, type Random } from './prng.ts';

export interface PeersOptions {
  readonly count: number;
  /** The same seed, with the same edits, gives the same run. */
  readonly seed: number;
  /** How likely a message is lost, 0 to 1; 0.2 unless told. */
  readonly loss?: number;
  /** How likely a message arrives twice, 0 to 1; 0.1 unless told. */
  readonly repeat?: number;
}

/** People who write one document over a bad network. */
export interface Peers {
  /** Their replicas; client ids are 1, 2, 3 … so that a run can be repeated. */
  readonly docs: readonly Doc[];
  /** The dice of this run, for edits that vary with the seed. */
  readonly random: Random;
  /** How many messages are under way. */
  readonly underWay: number;
  /** Cuts a peer off: what it sends and what is sent to it is lost. */
  cut(peer: number): void;
  /** Ends the cut. What was lost stays lost until the peers compare notes. */
  join(peer: number): void;
  /** Delivers, repeats or loses up to `count` messages, in any order. */
  deliver(count: number): void;
  /**
   * Ends all cuts and losses, and lets the peers compare notes until there is nothing left to say. Throws when
   * their replicas differ after that, naming the seed.
   */
  untilQuiet(): void;
}

/** Comparing notes needs two rounds: one for what was lost, one to see that nothing is. */
const MAX_ROUNDS = 10;

/** Makes replicas that send each other every edit. Frames are those of `y-protocols/sync`. */
export function createPeers({ count, seed, loss = 0.2, repeat = 0.1 }: PeersOptions): Peers {
  const random = createRandom(seed);
  const docs = Array.from({ length: count }, (_, index) => createDoc(index + 1));
  const cuts = new Set<number>();
  let messages: Message[] = [];
  const send = (from: number, to: number, frame: Uint8Array): void => {
    if (!cuts.has(from) && !cuts.has(to)) messages.push({ from, to, frame });
  };
  const broadcast = (from: number, frame: Uint8Array): void => {
    for (const to of docs.keys()) if (to !== from) send(from, to, frame);
  };
  const receive = ({ from, to, frame }: Message): void => {
    const doc = docs[to];
    if (doc === undefined || cuts.has(to)) return;
    const answer = createEncoder();
    readSyncMessage(createDecoder(frame), answer, doc, NETWORK);
    if (length(answer) > 0) send(to, from, toUint8Array(answer));
  };
  const take = (): Message | undefined => messages.splice(random.below(Math.max(1, messages.length)), 1)[0];

  for (const [from, doc] of docs.entries()) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== NETWORK) broadcast(from, updateFrame(update));
    });
  }

  return {
    docs,
    random,
    get underWay() {
      return messages.length;
    },
    cut(peer) {
      cuts.add(peer);
      messages = messages.filter(({ from, to }) => from !== peer && to !== peer);
    },
    join(peer) {
      cuts.delete(peer);
    },
    deliver(limit) {
      for (let left = limit; left > 0 && messages.length > 0; left -= 1) {
        const message = take();
        if (message === undefined || random.chance(loss)) continue;
        receive(message);
        if (random.chance(repeat)) messages.push(message);
      }
    },
    untilQuiet() {
      cuts.clear();
      for (let round = 0; round < MAX_ROUNDS; round += 1) {
        for (let message = take(); message !== undefined; message = take()) receive(message);
        if (areEqual(docs)) return;
        for (const [from, doc] of docs.entries()) broadcast(from, askFrame(doc));
      }
      throw new Error(`Peers with seed ${seed} still differ after ${MAX_ROUNDS} rounds`);
    },
  };
}

interface Message {
  readonly from: number;
  readonly to: number;
  readonly frame: Uint8Array;
}

/** Origin of what came over the network; it is not sent on. */
const NETWORK = Symbol('network');

function createDoc(clientId: number): Doc {
  const doc = new Doc();
  doc.clientID = clientId;
  return doc;
}

function updateFrame(update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeUpdate(encoder, update);
  return toUint8Array(encoder);
}

function askFrame(doc: Doc): Uint8Array {
  const encoder = createEncoder();
  writeSyncStep1(encoder, doc);
  return toUint8Array(encoder);
}

/** Same structs and same deletions: the whole state, written in the order of client ids. */
function areEqual(docs: readonly Doc[]): boolean {
  const [first, ...others] = docs.map((doc) => encodeStateAsUpdate(doc));
  return others.every(
    (other) => other.length === first?.length && other.every((byte, i) => byte === first[i]),
  );
}
