import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { type BadBus, createBadBus } from '../fixtures/bad-bus.ts';
import {
  connect,
  createStage,
  insertParagraph,
  replay,
  settle,
  type Stage,
  textOf,
} from '../fixtures/client.ts';
import { createFakeStore } from '../fixtures/fakes.ts';
import type { DocumentHead } from './ports.ts';

interface Servers {
  readonly one: Stage;
  readonly two: Stage;
  readonly bus: BadBus;
  /** Lets all words through, and what follows from them. */
  readonly talk: () => Promise<void>;
}

/** Two servers of one store. */
function createServers(limits: Parameters<typeof createStage>[0] = {}): Servers {
  const store = createFakeStore();
  const bus = createBadBus();
  const [one, two] = [1, 2].map(() => createStage(limits, { store, bus: bus.connect() }));
  if (one === undefined || two === undefined) throw new Error('There are two.');
  return {
    one,
    two,
    bus,
    async talk() {
      await settle();
      bus.deliver();
      await settle();
    },
  };
}

test('[SY60] what is written at one server is shown at the other, as it is in the log, to writers and readers', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob' });
  const eve = connect(two, { person: 'eve', access: 'read', dialect: 'plenary' });
  await talk();
  bob.updates.length = 0;
  ann.type('first');
  await settle();
  ann.type('second');
  await talk();
  const log = one.store.documents.get('doc')?.log ?? [];
  expect(bob.updates).toEqual(log.slice(1).map(({ update }) => update));
  expect(eve.text()).toBe('second|first|seed');
  bob.type('third');
  await talk();
  for (const client of [ann, bob, eve]) expect(client.text()).toBe('third|second|first|seed');
  expect(textOf(replay(one.store))).toBe('third|second|first|seed');
});

test('[SY60] nothing is shown at the other server before it is committed', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob' });
  await talk();
  one.store.hold();
  ann.type('held');
  await talk();
  expect(bob.text()).toBe('seed');
  one.store.release();
  await talk();
  expect(bob.text()).toBe('held|seed');
});

test('[SY60] [SY37] who listens here hears of what was written there, once it can be read here', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob' });
  await talk();
  const heard: DocumentHead[] = [];
  const read: Promise<number>[] = [];
  two.rooms.onChange((head) => {
    heard.push(head);
    read.push(two.rooms.read('doc').then((stored) => stored.head.seq));
  });
  ann.type('one');
  await talk();
  expect(heard.map(({ seq }) => seq)).toEqual([2]);
  expect(await Promise.all(read)).toEqual([2]);
  // Where nobody is, a word is enough.
  bob.drop();
  two.clock.advance(10 * 60_000);
  await settle();
  ann.type('two');
  await talk();
  expect(heard.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(await Promise.all(read)).toEqual([2, 3]);
});

test('[SY61] doubled, late and empty words change nothing', async () => {
  const { one, two, bus, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob' });
  await talk();
  ann.type('one');
  await talk();
  const liar = bus.connect();
  liar.announce({ document: 'doc', seq: 2, epoch: 1 });
  liar.announce({ document: 'doc', seq: 1, epoch: 1 });
  liar.announce({ document: 'doc', seq: 99, epoch: 1 });
  liar.announce({ document: 'elsewhere', seq: 5, epoch: 1 });
  await talk();
  bob.updates.length = 0;
  ann.type('two');
  await talk();
  expect(bob.updates).toHaveLength(1);
  expect(bob.text()).toBe('two|one|seed');
  expect([ann.code, bob.code]).toEqual([undefined, undefined]);
  expect(two.rooms.vitals().uncommitted).toBe(0);
});

test('[SY61] what was lost is made up for by the next commit, and by the bus when it is back', async () => {
  const { one, two, bus, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob' });
  await talk();
  bus.cut();
  ann.type('unheard');
  await talk();
  expect(bob.text()).toBe('seed');
  bob.type('own');
  await talk();
  expect(textOf(bob.doc)).toBe(textOf(replay(two.store)));
  expect(bob.text()).toContain('unheard');
  expect(ann.text()).not.toContain('own');
  bus.join();
  await talk();
  expect(ann.text()).toBe(bob.text());
});

test('[SY61] what is appended while the log is read on is not missed, though nobody says so', async () => {
  const { one, two, bus, talk } = createServers();
  const bob = connect(two, { person: 'bob' });
  await talk();
  const doc = replay(one.store);
  appendDirectly(one, doc, 'first');
  const head = two.store.head.bind(two.store);
  two.store.head = (id) => {
    two.store.head = head;
    appendDirectly(one, doc, 'second');
    return head(id);
  };
  bus.connect().announce({ document: 'doc', seq: 2, epoch: 1 });
  await talk();
  expect(bob.text()).toBe('second|first|seed');
});

test('[SY61] a word that comes while the document is loaded is not forgotten', async () => {
  const { one, two, bus, talk } = createServers();
  const load = two.store.load.bind(two.store);
  two.store.load = async (id) => {
    const stored = await load(id);
    // Read, and not handed over yet.
    appendDirectly(one, replay(one.store), 'meanwhile');
    bus.connect().announce({ document: 'doc', seq: 2, epoch: 1 });
    bus.deliver();
    return stored;
  };
  const bob = connect(two, { person: 'bob' });
  await talk();
  expect(bob.text()).toBe('meanwhile|seed');
});

test('[SY15] who wrote at one server writes on at the other, and nobody else in that name', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob', access: 'read' });
  await talk();
  ann.type('mine');
  await talk();
  ann.drop();
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(bob.doc));
  forged.clientID = ann.doc.clientID;
  const eve = connect(two, { person: 'eve', dialect: 'plenary', doc: forged });
  const again = connect(two, { person: 'ann', dialect: 'plenary', doc: ann.doc });
  await talk();
  eve.type('in her name');
  again.type('and on');
  await talk();
  expect(eve.notices.at(-1)).toEqual({ type: 'rejected', reason: 'foreign-client-id' });
  expect(again.code).toBeUndefined();
  expect(bob.text()).toBe('and on|mine|seed');
});

test('[SY62] who writes behind another server is not disturbed, and is told of being saved when it is true', async () => {
  const { one, two, bus, talk } = createServers();
  const ann = connect(one, { person: 'ann', dialect: 'plenary' });
  const bob = connect(two, { person: 'bob', dialect: 'plenary' });
  const eve = connect(two, { person: 'eve', dialect: 'plenary' });
  await talk();
  two.store.hold();
  bob.type('of Bob');
  bob.mark(1);
  await settle();
  eve.type('of Eve');
  eve.mark(1);
  await settle();
  // Another server is first, three times; its words are lost.
  const doc = replay(one.store);
  for (const word of ['a', 'b', 'c']) appendDirectly(one, doc, word);
  bus.cut();
  await settle();
  expect(bob.markers).toEqual([]);
  two.store.release();
  await settle();
  expect(
    two.store.documents
      .get('doc')
      ?.log.map(({ author }) => author)
      .slice(1),
  ).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'bob', 'eve']);
  expect([bob.markers, eve.markers]).toEqual([[1], [1]]);
  expect([bob.code, eve.code]).toEqual([undefined, undefined]);
  bus.join();
  await talk();
  for (const client of [ann, bob, eve]) expect(client.text()).toBe(textOf(replay(two.store)));
});

test('[SY62] a marker is not echoed by a number that another server took', async () => {
  const { one, two, bus, talk } = createServers();
  const bob = connect(two, { person: 'bob', dialect: 'plenary' });
  await talk();
  two.store.hold();
  bob.type('first batch');
  await settle();
  bob.type('second batch');
  bob.mark(7);
  await settle();
  const doc = replay(one.store);
  for (const word of ['a', 'b', 'c']) appendDirectly(one, doc, word);
  two.store.release();
  two.store.hold();
  bus.connect().announce({ document: 'doc', seq: 4, epoch: 1 });
  await talk();
  // The log is at five, and the second batch, which was to be number three, is not in it.
  expect(two.store.documents.get('doc')?.head.seq).toBe(5);
  expect(bob.markers).toEqual([]);
  two.store.release();
  await settle();
  expect(bob.markers).toEqual([7]);
});

test('[SY62] whoever asks and reads meanwhile gets all of it', async () => {
  const { one, two, bus, talk } = createServers();
  const bob = connect(two, { person: 'bob' });
  await talk();
  two.store.hold();
  bob.type('under way');
  await settle();
  const eve = connect(two, { person: 'eve' });
  const reading = two.rooms.read('doc');
  await settle();
  const doc = replay(one.store);
  appendDirectly(one, doc, 'elsewhere');
  two.store.release();
  await talk();
  expect(eve.text()).toBe(textOf(replay(two.store)));
  const { head, state } = await reading;
  const read = new Y.Doc();
  Y.applyUpdate(read, state);
  expect(head.seq).toBe(3);
  expect(textOf(read)).toBe(textOf(replay(two.store)));
  expect(bus.underWay).toBe(0);
});

test('[SY62] no snapshot is written by a number that another server took', async () => {
  const { one, two, talk } = createServers({ snapshotEvery: 2 });
  const bob = connect(two, { person: 'bob' });
  await talk();
  two.store.hold();
  bob.type('one');
  await settle();
  bob.type('two');
  await settle();
  two.store.release();
  two.store.hold();
  await settle();
  // The state of three updates waits for the third to be stored; a fourth will be in its place.
  bob.type('three');
  appendDirectly(one, replay(one.store), 'elsewhere');
  two.store.release();
  await talk();
  bob.type('four');
  await talk();
  const { snapshot, log } = two.store.documents.get('doc') ?? {};
  expect(snapshot).toBeDefined();
  const upTo = new Y.Doc();
  for (const { seq, update } of log ?? []) if (seq <= (snapshot?.seq ?? 0)) Y.applyUpdate(upTo, update);
  const kept = new Y.Doc();
  Y.applyUpdate(kept, snapshot?.state ?? new Uint8Array());
  expect(textOf(kept)).toBe(textOf(upTo));
});

test('[SY62] an edit by the server says the number it got', async () => {
  const { one, two, talk } = createServers();
  const bob = connect(two, { person: 'bob' });
  await talk();
  two.store.hold();
  const edited = two.rooms.edit('doc', 'system:import', (doc) => insertParagraph(doc, 'imported'));
  await settle();
  appendDirectly(one, replay(one.store), 'elsewhere');
  two.store.release();
  await talk();
  expect((await edited).seq).toBe(3);
  expect(bob.text()).toBe(textOf(replay(two.store)));
});

test('[SY60] a seal and a reopening there end the writers here', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(one, { person: 'ann', dialect: 'plenary' });
  const bob = connect(two, { person: 'bob', dialect: 'plenary' });
  const eve = connect(two, { person: 'eve', access: 'read', dialect: 'plenary' });
  await talk();
  ann.type('last');
  await settle();
  expect(await one.rooms.seal('doc', { seq: 2, hash: 'h', by: 'rapporteur', at: 0 })).toBe('sealed');
  await talk();
  expect(bob.code).toBe(4423);
  expect(bob.notices.at(-1)).toEqual({ type: 'locked' });
  expect(eve.code).toBeUndefined();
  expect(eve.text()).toBe('last|seed');
  await one.rooms.reopen('doc');
  await talk();
  expect(eve.code).toBe(4409);
  expect(eve.notices.at(-1)).toEqual({ type: 'epoch', epoch: 2 });
});

test('[SY60] a document that is gone there is gone here', async () => {
  const { two, bus, talk } = createServers();
  const bob = connect(two, { person: 'bob' });
  await talk();
  two.store.documents.delete('doc');
  bus.connect().announce({ document: 'doc', seq: 2, epoch: 1 });
  await talk();
  expect(bob.code).toBe(4404);
});

test('[SY63] one client id through two servers: what is not shown yet begins anew, and all see the same', async () => {
  const { one, two, talk } = createServers();
  const eve = connect(two, { person: 'eve' });
  const reader = connect(one, { person: 'rea', access: 'read' });
  // Somebody forges: two replicas of one client id, of which each says something else.
  const [left, right] = [new Y.Doc(), new Y.Doc()];
  left.clientID = 77;
  right.clientID = 77;
  const here = connect(one, { person: 'mal', doc: left });
  const there = connect(two, { person: 'mal', doc: right });
  await talk();
  two.store.hold();
  there.type('evil');
  await settle();
  const truth = replay(one.store);
  truth.clientID = 77;
  appendDirectly(one, truth, 'good', 'mal');
  two.store.release();
  await talk();
  const later = connect(two, { person: 'new' });
  await talk();
  expect(there.code).toBe(1013);
  for (const client of [eve, later]) expect(client.text()).toBe('good|seed');
  expect(textOf(replay(two.store))).toBe('good|seed');
  eve.type('and on');
  await talk();
  for (const client of [eve, later, reader]) expect(client.text()).toBe('and on|good|seed');
  expect(here.code).toBeUndefined();
});

test('[SY64] when the log cannot be read on, everybody begins anew, and nothing is lost', async () => {
  const { one, two, bus, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  const bob = connect(two, { person: 'bob', dialect: 'plenary' });
  await talk();
  const history = two.store.history.bind(two.store);
  two.store.history = () => Promise.reject(new Error('The fake disk fails to read.'));
  ann.type('unread');
  await talk();
  expect(bob.code).toBe(1013);
  expect(bob.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
  expect(two.meter.counts.get('read_on_failed')).toBe(1);
  two.store.history = history;
  const again = connect(two, { person: 'bob', doc: bob.doc });
  await talk();
  expect(again.text()).toBe('unread|seed');
  expect(bus.underWay).toBe(0);
});

test('[SY60] who is there while the room loads again is shown what others appended meanwhile', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(two, { person: 'ann', dialect: 'plenary' });
  const eve = connect(two, { person: 'eve', access: 'read', dialect: 'plenary' });
  await talk();
  two.store.documents.get('doc')?.owners.set(ann.doc.clientID, 'somebody else');
  appendDirectly(one, replay(one.store), 'elsewhere');
  ann.type('foreign');
  await settle();
  expect(ann.code).toBe(4409);
  expect(eve.code).toBeUndefined();
  expect(eve.text()).toBe('elsewhere|seed');
});

test('[SY53] a server that leaves listens no more', async () => {
  const { one, two, talk } = createServers();
  const ann = connect(one, { person: 'ann' });
  await talk();
  const draining = two.rooms.drain();
  two.clock.advance(10_000);
  await draining;
  const heard: number[] = [];
  two.rooms.onChange(({ seq }) => void heard.push(seq));
  ann.type('after');
  await talk();
  expect(heard).toEqual([]);
});

/** An update by `author` that another server puts into the store, and tells nobody. */
function appendDirectly({ store }: Stage, doc: Y.Doc, word: string, author = 'elsewhere'): void {
  const document = store.documents.get('doc');
  if (document === undefined) throw new Error('It is there.');
  const before = Y.encodeStateVector(doc);
  insertParagraph(doc, word);
  const seq = document.head.seq + 1;
  document.log.push({ seq, update: Y.encodeStateAsUpdate(doc, before), author, at: 0 });
  document.owners.set(doc.clientID, author);
  document.head = { ...document.head, seq };
}
