import { createRandom, type Random } from '@plenary/testing';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { type BadBus, createBadBus } from '../fixtures/bad-bus.ts';
import {
  connect,
  createStage,
  insertParagraph,
  replay,
  SCHEMA,
  settle,
  type Stage,
  type TestClient,
  textOf,
} from '../fixtures/client.ts';
import { createFakeStore } from '../fixtures/fakes.ts';

const PEERS = 5;
const STEPS = 160;
const SEEDS = Array.from({ length: 30 }, (_, index) => 2016 + index);

/** Servers of one store, and what they say to each other. */
interface Servers {
  readonly all: readonly Stage[];
  readonly first: Stage;
  readonly bus: BadBus;
}

function createServers(count: number): Servers {
  const store = createFakeStore();
  const bus = createBadBus();
  const all = Array.from({ length: count }, () => createStage(LIMITS, { store, bus: bus.connect() }));
  const [first] = all;
  if (first === undefined) throw new Error('At least one.');
  return { all, first, bus };
}

const LIMITS = {
  snapshotEvery: 7,
  snapshotAtUnload: 2,
  packEvery: 5,
  packAfterMs: 100,
  framesPerSecond: 10_000,
  frameBurst: 10_000,
};

/**
 * People on a bad network, with a store that stalls and fails and an organiser who signs and reopens. Every edit
 * is a word of its own, so that one can say of each what became of it.
 */
class Peer {
  readonly #servers: Servers;
  readonly #random: Random;
  readonly #number: number;
  #docs = 0;
  #words = 0;
  #epoch: number | undefined;
  doc: Y.Doc;
  client: TestClient | undefined;
  /** Words typed into the present replica, with the marker that was sent after each. */
  #typed: { readonly word: string; readonly marker: number }[] = [];
  readonly saved = new Set<string>();
  readonly all = new Set<string>();
  /** How often a server has closed a connection of this one. */
  closed = 0;
  #seenMarkers = 0;

  constructor(servers: Servers, random: Random, number: number) {
    this.#servers = servers;
    this.#random = random;
    this.#number = number;
    this.doc = this.#newDoc();
  }

  /** Looks at what came: markers, codes, and whether each update received is in the log already. */
  look(): void {
    const { client } = this;
    if (client === undefined) return;
    for (const marker of client.markers.slice(this.#seenMarkers)) {
      for (const typed of this.#typed) if (typed.marker <= marker) this.saved.add(typed.word);
    }
    this.#seenMarkers = client.markers.length;
    for (const notice of client.notices) if (notice.type === 'welcome') this.#epoch = notice.epoch;
    const log = this.#servers.first.store.documents.get('doc')?.log.map(({ update }) => update.join()) ?? [];
    for (const update of client.updates.splice(0)) expect(log).toContain(update.join());
    if (client.code === undefined) return;
    this.client = undefined;
    this.closed += 1;
    // What a person would do: 44xx means that this replica is not wanted any more.
    if (client.code >= 4400) this.startAnew();
  }

  startAnew(): void {
    this.client?.drop();
    this.client = undefined;
    this.doc = this.#newDoc();
    this.#typed = [];
    this.#epoch = undefined;
  }

  connect(): void {
    if (this.client !== undefined) return;
    const dialect = { kind: 'plenary', schema: SCHEMA, epoch: this.#epoch } as const;
    this.client = connect(this.#random.pick(this.#servers.all), {
      person: `p${this.#number}`,
      doc: this.doc,
      dialect,
    });
    this.#seenMarkers = 0;
    // A client that reconnects marks what it typed offline, before it has answered the server's question.
    if (this.#random.chance(0.5)) this.client.mark(this.#words);
  }

  drop(): void {
    this.client?.drop();
    this.client = undefined;
  }

  type(): void {
    this.#words += 1;
    const word = `w${this.#number}.${this.#words};`;
    this.all.add(word);
    this.#typed.push({ word, marker: this.#words });
    const fragment = this.doc.getXmlFragment('default');
    const nodes = fragment.toArray().filter((node) => node instanceof Y.XmlElement);
    const text = nodes.length > 0 ? this.#random.pick(nodes).toArray()[0] : undefined;
    if (text instanceof Y.XmlText && this.#random.chance(0.7)) text.insert(this.#between(text), word);
    else insertParagraph(this.doc, word);
    if (this.client !== undefined && this.#random.chance(0.6)) this.client.mark(this.#words);
  }

  /** A place between two words. */
  #between(text: Y.XmlText): number {
    const ends = [...text.toJSON().matchAll(/;/gu)].map((match) => match.index + 1);
    return this.#random.pick([0, ...ends]);
  }

  #newDoc(): Y.Doc {
    this.#docs += 1;
    const doc = new Y.Doc();
    doc.clientID = this.#number * 10_000 + this.#docs;
    return doc;
  }
}

/** One thing that happens, the likelier the more often it is listed. */
async function disturb({ all, bus }: Servers, random: Random, peers: readonly Peer[]): Promise<void> {
  const { store, clock, rooms } = random.pick(all);
  const peer = random.pick(peers);
  const fail = () => {
    if (random.chance(0.2)) store.fail(random.pick(['append', 'load', 'saveSnapshot']));
  };
  const wait = () => clock.advance(random.pick([100, 5_000, 40_000]));
  const seal = async () => {
    if (!random.chance(0.2)) return;
    const head = await store.head('doc');
    const sealing = rooms.seal('doc', { seq: head?.seq ?? 1, hash: 'h', by: 'rapporteur', at: 0 });
    store.release();
    peer.type();
    await sealing;
  };
  const type = () => peer.type();
  const typeTogether = () =>
    rooms.together(() => {
      for (let left = 4; left > 0; left -= 1) random.pick(peers).type();
    });
  const connectPeer = () => peer.connect();
  const release = () => store.release();
  const talk = () => (random.chance(0.9) ? bus.deliverSome(random) : random.pick([bus.cut, bus.join])());
  const often = [
    talk,
    talk,
    type,
    type,
    typeTogether,
    typeTogether,
    connectPeer,
    connectPeer,
    release,
    release,
  ];
  const happenings: readonly (() => unknown)[] = often.concat([
    () => peer.drop(),
    () => store.hold(),
    () => store.mend(),
    fail,
    wait,
  ]);
  const slowly: readonly (() => Promise<unknown>)[] = [() => rooms.reopen('doc'), seal, settle];
  await random.pick<() => unknown>([...happenings, ...slowly])();
}

/** Who hears of nothing any more hears at last that something may have been missed. */
async function talkItOver({ bus }: Servers): Promise<void> {
  bus.join();
  for (let round = 0; round < 4; round += 1) {
    await settle();
    bus.deliver();
  }
  await settle();
}

/** All replicas, and what every server says of the document, are what the log says; what was shown as saved is in it. */
async function expectOneText({ all, first }: Servers, peers: readonly Peer[]): Promise<void> {
  const document = first.store.documents.get('doc');
  const log = replay(first.store);
  const text = textOf(log);
  expect(document?.log.map(({ seq }) => seq)).toEqual(document?.log.map((_, index) => index + 1));
  expect([log.store.pendingStructs, log.store.pendingDs]).toEqual([null, null]);
  for (const peer of peers) {
    expect(peer.client?.code).toBeUndefined();
    expect(textOf(peer.doc)).toBe(text);
    for (const word of peer.saved) expect(text.split(word)).toHaveLength(2);
  }
  const known = new Set(peers.flatMap((peer) => [...peer.all]));
  const words = text.match(/w\d+\.\d+;/gu) ?? [];
  expect(words.every((word) => known.has(word))).toBe(true);
  expect(new Set(words).size).toBe(words.length);
  // A run in which nothing was saved would prove nothing.
  expect(peers.reduce((sum, { saved }) => sum + saved.size, 0)).toBeGreaterThan(3);
  for (const { rooms } of all) {
    const fresh = new Y.Doc();
    const { head, state } = await rooms.read('doc');
    Y.applyUpdate(fresh, state);
    expect(head.seq).toBe(document?.head.seq);
    expect(textOf(fresh)).toBe(text);
    expect(decoding.hasContent(decoding.createDecoder(state))).toBe(true);
  }
  const { snapshot } = document ?? {};
  if (snapshot === undefined) return;
  const kept = new Y.Doc();
  Y.applyUpdate(kept, snapshot.state);
  const upTo = new Y.Doc();
  for (const { seq, update } of document?.log ?? []) if (seq <= snapshot.seq) Y.applyUpdate(upTo, update);
  expect(textOf(kept)).toBe(textOf(upTo));
}

/** A storm over so many servers of one store, and what is left after it. */
async function expectOneTextAfterAStorm(seed: number, count: number): Promise<void> {
  const random = createRandom(seed);
  const servers = createServers(count);
  const { first } = servers;
  const peers = Array.from({ length: PEERS }, (_, index) => new Peer(servers, random, index + 1));
  for (const peer of peers) peer.connect();
  for (let step = 0; step < STEPS; step += 1) {
    await disturb(servers, random, peers);
    if (random.chance(0.5)) await settle();
    for (const peer of peers) peer.look();
  }

  // The storm is over: the store works, the document is open, everybody comes back.
  first.store.mend();
  first.store.release();
  await talkItOver(servers);
  await first.rooms.reopen('doc');
  for (let round = 0; round < 4; round += 1) {
    await talkItOver(servers);
    for (const peer of peers) {
      peer.look();
      peer.connect();
    }
  }
  await talkItOver(servers);
  for (const peer of peers) peer.look();
  await expectOneText(servers, peers);
}

test.each(SEEDS)(
  '[SY55] seed %i: all replicas end equal to the log, and what was shown as saved is in it',
  async (seed) => {
    await expectOneTextAfterAStorm(seed, 1);
  },
);

test.each(SEEDS)('[SY60] [SY61] seed %i: so they do at three servers of one store', async (seed) => {
  await expectOneTextAfterAStorm(seed, 3);
});

test.each(SEEDS)(
  '[SY62] seed %i: people at three servers who write at the same time disturb nobody, whatever becomes of the words between them',
  async (seed) => {
    const random = createRandom(seed);
    const servers = createServers(3);
    const { first, bus } = servers;
    const peers = Array.from({ length: PEERS }, (_, index) => new Peer(servers, random, index + 1));
    for (const peer of peers) peer.connect();
    await talkItOver(servers);
    for (let step = 0; step < STEPS; step += 1) {
      random.pick([
        () => random.pick(peers).type(),
        () => random.pick(peers).type(),
        () => first.store.hold(),
        () => first.store.release(),
        () => bus.deliverSome(random),
        () => random.pick([bus.cut, bus.join])(),
      ])();
      if (random.chance(0.5)) await settle();
      for (const peer of peers) peer.look();
    }
    first.store.release();
    await talkItOver(servers);
    for (const peer of peers) {
      peer.look();
      expect(peer.closed).toBe(0);
    }
    await expectOneText(servers, peers);
  },
);
