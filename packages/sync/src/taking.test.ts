import { createRandom, type Random } from '@plenary/testing';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { CIRCLE } from '../fixtures/circle.ts';
import {
  connect,
  createStage,
  insertParagraph,
  markerMessage,
  presenceMessage,
  replay,
  settle,
  type Stage,
  syncMessage,
  type TestClient,
  textOf,
} from '../fixtures/client.ts';

/** People who say only what a test says, on a stage where nobody is too fast. */
async function meet(...people: readonly string[]) {
  const stage = createStage({ framesPerSecond: 10_000, frameBurst: 10_000 });
  const clients = people.map((person, index) =>
    connect(stage, { person, dialect: 'plenary', silent: true, doc: openedDoc(stage, 4000 + index) }),
  );
  await settle();
  for (const client of clients) client.send(syncMessage(1, Uint8Array.of(0, 0)));
  await settle();
  return { stage, clients };
}

/** A replica that has the seed. */
function openedDoc({ store }: Stage, client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  Y.applyUpdate(doc, store.documents.get('doc')?.log[0]?.update ?? new Uint8Array());
  return doc;
}

/** The frame a person's editor would send for a change. */
function edit({ doc }: TestClient, change: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return syncMessage(2, Y.encodeStateAsUpdate(doc, before));
}

const write = (client: TestClient, text: string): Uint8Array =>
  edit(client, (doc) => insertParagraph(doc, text));

const authors = ({ store }: Stage): readonly string[] =>
  (store.documents.get('doc')?.log ?? []).map(({ author }) => author).slice(1);

describe('frames that came together', () => {
  test('[SY18] are stored in the order they came, and each is acknowledged to its own', async () => {
    const { stage, clients } = await meet('ann', 'ben');
    const [ann, ben] = clients as [TestClient, TestClient];
    const { rooms, store } = stage;
    const frames = [write(ann, 'one;'), write(ann, 'two;'), write(ben, 'three;')] as const;
    rooms.together(() => {
      ann.send(frames[0]);
      ben.send(frames[2]);
      ann.send(frames[1]);
      ann.mark(1);
      ben.mark(2);
      // Nothing has been done with them yet.
      expect(store.calls.append).toBe(0);
    });
    await settle();
    expect(authors(stage)).toEqual(['ann', 'ben', 'ann']);
    expect(store.calls.append).toBe(1);
    expect([ann.markers, ben.markers]).toEqual([[1], [2]]);
    expect([ann.updates.length, ben.updates.length]).toEqual([1, 2]);
    expect(textOf(replay(store))).toContain('two;|one;');
  });

  test('[SY18] a question among them is answered with what came before it, and no text that is gone', async () => {
    const { stage, clients } = await meet('ann', 'ben');
    const [ann, ben] = clients as [TestClient, TestClient];
    const typed = write(ann, 'secret');
    const erased = edit(ann, (doc) => doc.getXmlFragment('default').delete(0, 1));
    const later = write(ann, 'later');
    stage.rooms.together(() => {
      for (const frame of [typed, erased]) ann.send(frame);
      ben.send(syncMessage(0, Uint8Array.of(0)));
      ann.send(later);
    });
    await settle();
    const answer = ben.socket.frames.find(([type, step]) => type === 0 && step === 1);
    const words = String.fromCharCode(...(answer ?? []));
    expect(['seed', 'secret', 'later'].filter((word) => words.includes(word))).toEqual(['seed']);
    expect(ben.text()).toBe('later|seed');
  });

  test('[SY18] one that may not be taken costs its own connection alone, and what it sent after it', async () => {
    const { stage, clients } = await meet('ann', 'ben', 'mallory');
    const [ann, ben, mallory] = clients as [TestClient, TestClient, TestClient];
    const good = write(mallory, 'good;');
    const after = write(mallory, 'after;');
    const [first, second] = [write(ann, 'one;'), write(ben, 'two;')];
    const forged = write(ann, 'forged;');
    stage.rooms.together(() => {
      ann.send(first);
      mallory.send(good);
      mallory.send(forged);
      mallory.send(after);
      mallory.mark(5);
      ben.send(second);
      for (const writer of [ann, ben]) writer.mark(1);
    });
    await settle();
    expect(mallory.notices.at(-1)).toEqual({ type: 'rejected', reason: 'foreign-client-id' });
    expect([ann, ben, mallory].map(({ code }) => code)).toEqual([undefined, undefined, 4409]);
    expect([ann, ben, mallory].map(({ markers }) => markers)).toEqual([[1], [1], []]);
    expect(authors(stage)).toEqual(['ann', 'mallory', 'ben']);
  });

  test.for(['first', 'between', 'last'])(
    '[SY18] one that Yjs throws at, %s, costs its own connection alone',
    async (place) => {
      const { stage, clients } = await meet('ann', 'ben', 'mallory');
      const [ann, ben, mallory] = clients as [TestClient, TestClient, TestClient];
      const [first, second] = [write(ann, 'one;'), write(ben, 'two;')];
      stage.rooms.together(() => {
        if (place === 'first') mallory.send(syncMessage(2, CIRCLE));
        ann.send(first);
        ann.mark(1);
        if (place === 'between') mallory.send(syncMessage(2, CIRCLE));
        ben.send(second);
        ben.mark(1);
        if (place === 'last') mallory.send(syncMessage(2, CIRCLE));
      });
      await settle();
      expect([ann, ben, mallory].map(({ code }) => code)).toEqual([undefined, undefined, 4400]);
      expect([ann, ben].map(({ markers }) => markers)).toEqual([[1], [1]]);
      expect(authors(stage).toSorted()).toEqual(['ann', 'ben']);
      const { state } = await stage.rooms.read('doc');
      const fresh = new Y.Doc();
      Y.applyUpdate(fresh, state);
      expect(textOf(fresh)).toBe(textOf(replay(stage.store)));
    },
  );

  test('[SY18] when Yjs throws, none of the others is on its way: Yjs never came to the end of what it did with them', async () => {
    const { stage, clients } = await meet('ann', 'mallory');
    const [ann, mallory] = clients as [TestClient, TestClient];
    const first = write(ann, 'one;');
    stage.store.hold();
    stage.rooms.together(() => {
      ann.send(first);
      mallory.send(syncMessage(2, CIRCLE));
    });
    expect(stage.rooms.vitals().uncommitted).toBe(0);
    await settle();
    // It did not wait for the store, so there was nothing to wait for.
    expect(stage.store.calls.load).toBe(2);
    stage.store.release();
    await settle();
    expect(authors(stage)).toEqual(['ann']);
  });

  test('[SY18] a room in which one threw takes them one by one: the next one that throws disturbs nobody', async () => {
    const { stage, clients } = await meet('ann', 'mallory', 'mallory2');
    const [ann, mallory, mallory2] = clients as [TestClient, TestClient, TestClient];
    const dropped = () => stage.meter.counts.get('replica_dropped');
    const [first, second] = [write(ann, 'one;'), write(ann, 'two;')];
    stage.rooms.together(() => {
      ann.send(first);
      mallory.send(syncMessage(2, CIRCLE));
    });
    await settle();
    // Once because it was together, once because it was looked for.
    expect(dropped()).toBe(2);
    stage.rooms.together(() => {
      ann.send(second);
      mallory2.send(syncMessage(2, CIRCLE));
    });
    await settle();
    expect(dropped()).toBe(3);
    expect(mallory2.code).toBe(4400);
    expect(textOf(replay(stage.store))).toBe('two;|one;|seed');
  });
});

/** What somebody sends of one's own: edits, markers, carets. */
function frameOf(random: Random, client: TestClient, number: number): Uint8Array {
  const kind = random.below(10);
  if (kind === 0) return markerMessage(number);
  if (kind === 1) return presenceMessage([client.doc.clientID, number, '{"cursor":1}']);
  return edit(client, (doc) => {
    const body = doc.getXmlFragment('default');
    const paragraph = body.length === 0 ? undefined : body.get(random.below(body.length));
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (kind < 4 || !(text instanceof Y.XmlText) || text.length < 2)
      insertParagraph(doc, `${client.person}${number};`);
    else if (kind < 8) text.insert(random.below(text.length), `${number}`);
    else if (kind === 8) text.delete(random.below(text.length - 1), 1);
    else body.delete(random.below(body.length), 1);
  });
}

function damage(random: Random, frame: Uint8Array): Uint8Array {
  const damaged = Uint8Array.from(frame);
  damaged[1 + random.below(frame.length - 1)] = random.below(256);
  return damaged;
}

/** Twelve turns, in each of which three people and Mallory send twelve frames; with `damages` every eighth of hers is wrong. */
async function play(seed: number, isTogether: boolean, damages: boolean) {
  const random = createRandom(seed);
  const { stage, clients } = await meet('ann', 'ben', 'cleo', 'mallory');
  for (let turn = 0; turn < 12; turn += 1) {
    const frames = Array.from({ length: 12 }, (_, index) => {
      const client = random.pick(clients);
      const frame = frameOf(random, client, turn * 12 + index);
      const isDamaged = damages && client.person === 'mallory' && random.below(8) === 0;
      return { client, frame: isDamaged ? damage(random, frame) : frame };
    });
    const send = () => {
      for (const { client, frame } of frames) client.send(frame);
    };
    if (isTogether) stage.rooms.together(send);
    else send();
    await settle();
  }
  for (const client of clients) client.mark(1000);
  await settle();
  const { state } = await stage.rooms.read('doc');
  const read = new Y.Doc();
  Y.applyUpdate(read, state);
  const text = textOf(replay(stage.store));
  expect(textOf(read)).toBe(text);
  return {
    text,
    codes: clients.map(({ code }) => code),
    markers: clients.map(({ markers }) => markers),
    notices: clients.map(({ notices }) => notices.at(-1)),
  };
}

const SEEDS = Array.from({ length: 60 }, (_, index) => 2016 + index);

test.each(SEEDS)('[SY18] seed %i: the same frames come to the same, together or one by one', async (seed) => {
  const together = await play(seed, true, false);
  expect(together).toEqual(await play(seed, false, false));
  expect(together.codes).toEqual([undefined, undefined, undefined, undefined]);
  expect(together.text.length).toBeGreaterThan(20);
});

test.each(SEEDS)(
  '[SY18] seed %i: what one sends wrongly harms nobody she shares a turn with',
  async (seed) => {
    const together = await play(seed, true, true);
    const oneByOne = await play(seed, false, true);
    expect(together.codes.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(together.markers.slice(0, 3)).toEqual(oneByOne.markers.slice(0, 3));
    expect(together.codes[3]).toBe(oneByOne.codes[3]);
  },
);
