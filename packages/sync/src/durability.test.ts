import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  connect,
  createStage,
  insertParagraph,
  replay,
  settle,
  syncMessage,
  textOf,
} from '../fixtures/client.ts';
import type { FakeStore } from '../fixtures/fakes.ts';

test('[SY20] nothing is broadcast and nothing acknowledged before the commit', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob' });
  await settle();
  stage.store.hold();
  ann.type('precious');
  ann.mark(1);
  await settle();
  expect(bob.text()).toBe('seed');
  expect(ann.markers).toEqual([]);
  stage.store.release();
  await settle();
  expect(bob.text()).toBe('precious|seed');
  expect(ann.markers).toEqual([1]);
});

test('[SY20] an update that was never committed was never seen', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob' });
  await settle();
  stage.store.fail('append');
  ann.type('lost');
  ann.mark(1);
  await settle();
  expect(bob.updates).toEqual([]);
  expect(ann.markers).toEqual([]);
});

test('[SY21] the others get the very bytes, in the order of the log; the author gets nothing back', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann' });
  const bob = connect(stage, { person: 'bob' });
  const eve = connect(stage, { person: 'eve', access: 'read' });
  await settle();
  ann.type('one');
  bob.type('two');
  ann.type('three');
  await settle();
  const log =
    stage.store.documents
      .get('doc')
      ?.log.slice(1)
      .map(({ update }) => [...update]) ?? [];
  expect(log).toHaveLength(3);
  expect(eve.updates.map((update) => [...update])).toEqual(log);
  expect(bob.updates.map((update) => [...update])).toEqual([log[0], log[2]]);
  expect(ann.updates.map((update) => [...update])).toEqual([log[1]]);
});

test('[SY21] an answer reaches the others as an update', async () => {
  const stage = createStage();
  const bob = connect(stage, { person: 'bob' });
  const doc = new Y.Doc();
  insertParagraph(doc, 'typed offline');
  connect(stage, { person: 'ann', doc });
  await settle();
  expect(bob.text().split('|')).toContain('typed offline');
  expect(bob.kinds.filter((kind) => kind === 'step2')).toHaveLength(1);
});

test('[SY22] a marker waits for what came before it on its connection, and for nothing else', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob', dialect: 'plenary' });
  await settle();
  stage.store.hold();
  ann.type('on its way');
  ann.mark(1);
  bob.mark(2);
  await settle();
  expect(bob.markers).toEqual([2]);
  expect(ann.markers).toEqual([]);
  stage.store.release();
  await settle();
  expect(ann.markers).toEqual([1]);
});

test('[SY22] a marker waits for the answer to the question of the server', async () => {
  const stage = createStage();
  const doc = new Y.Doc();
  insertParagraph(doc, 'typed offline');
  const ann = connect(stage, { person: 'ann', dialect: 'plenary', doc, silent: true });
  await settle();
  ann.mark(1);
  await settle();
  expect(ann.markers).toEqual([]);
  ann.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
  expect(ann.markers).toEqual([]);
  await settle();
  expect(ann.markers).toEqual([1]);
});

test('[SY22] a marker from before the answer waits for the answer, although its own update is saved', async () => {
  const stage = createStage();
  const doc = new Y.Doc();
  insertParagraph(doc, 'typed offline');
  const offline = Y.encodeStateAsUpdate(doc);
  const ann = connect(stage, { person: 'ann', dialect: 'plenary', silent: true });
  await settle();
  stage.store.hold();
  const other = new Y.Doc();
  insertParagraph(other, 'typed online');
  ann.send(syncMessage(2, Y.encodeStateAsUpdate(other)));
  ann.mark(1);
  await settle();
  ann.send(syncMessage(1, offline));
  stage.store.release();
  // The first batch is through when the second meets a disk that fails.
  await untilAppended(stage.store, 1);
  stage.store.fail('append');
  await settle();
  expect(stage.store.documents.get('doc')?.log).toHaveLength(2);
  expect(ann.markers).toEqual([]);
  expect(ann.code).toBe(1013);
});

test('[SY22] what another connection of mine sent is not saved before it is committed', async () => {
  const stage = createStage();
  const doc = new Y.Doc();
  const first = connect(stage, { person: 'ann', dialect: 'plenary', doc });
  await settle();
  stage.store.hold();
  first.type('twice sent');
  first.drop();
  const second = connect(stage, { person: 'ann', dialect: 'plenary', doc });
  second.mark(5);
  await settle();
  // The room has the words already, the log has not.
  expect(second.markers).toEqual([]);
  stage.store.release();
  await settle();
  expect(second.markers).toEqual([5]);
  expect(stage.store.documents.get('doc')?.log).toHaveLength(2);
});

test('[SY22] markers come back in order, also across commits', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  await settle();
  for (let number = 1; number <= 20; number += 1) {
    ann.type(`${number}`);
    ann.mark(number);
    if (number % 3 === 0) await settle();
  }
  await settle();
  expect(ann.markers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('[SY22] a deletion is acknowledged, too, though no state vector shows it', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  await settle();
  stage.store.hold();
  ann.doc.getXmlFragment('default').delete(0, 1);
  ann.mark(1);
  await settle();
  expect(ann.markers).toEqual([]);
  stage.store.release();
  await settle();
  expect(ann.markers).toEqual([1]);
  expect(textOf(replay(stage.store))).toBe('');
});

test('[SY23] who joins during a commit gets nothing uncommitted, and then everything once', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann' });
  await settle();
  stage.store.hold();
  ann.type('on its way');
  await settle();
  const bob = connect(stage, { person: 'bob' });
  await settle();
  expect(bob.kinds).toEqual(['step0']);
  expect(bob.text()).toBe('');
  stage.store.release();
  await settle();
  expect(bob.text()).toBe('on its way|seed');
  expect(bob.kinds).toEqual(['step0', 'step1']);
  ann.type('next');
  await settle();
  expect(bob.text()).toBe('next|on its way|seed');
});

test('[SY23] who joins during a commit that fails gets nothing of it', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann' });
  await settle();
  stage.store.hold();
  ann.type('lost');
  await settle();
  const bob = connect(stage, { person: 'bob' });
  await settle();
  stage.store.fail('append');
  stage.store.release();
  await settle();
  expect(bob.text()).toBe('');
  expect(bob.code).toBe(1013);
});

test('[SY24] one commit runs at a time; what comes meanwhile is the next, for all rooms together', async () => {
  const stage = createStage();
  stage.store.add('other', stage.store.documents.get('doc')?.log[0]?.update ?? new Uint8Array());
  const ann = connect(stage, { person: 'ann' });
  const bob = connect(stage, { person: 'bob', document: 'other' });
  await settle();
  stage.store.hold();
  ann.type('first');
  await settle();
  for (let count = 0; count < 10; count += 1) {
    ann.type(`a${count}`);
    bob.type(`b${count}`);
    await settle();
  }
  expect(stage.store.calls.append).toBe(0);
  stage.store.release();
  await settle();
  expect(stage.store.calls.append).toBe(2);
  expect(stage.store.documents.get('doc')?.log).toHaveLength(12);
  expect(stage.store.documents.get('other')?.log).toHaveLength(11);
});

test('[SY24] with many connections a batch waits for company, with few it does not', async () => {
  const stage = createStage({ connectionsPerPauseMs: 0.2, longestPauseMs: 10 });
  const ann = connect(stage, { person: 'ann' });
  const bob = connect(stage, { person: 'bob' });
  await settle();
  ann.type('first');
  await settle();
  stage.clock.advance(5);
  bob.type('second');
  stage.clock.advance(4);
  await settle();
  expect(stage.store.calls.append).toBe(0);
  stage.clock.advance(1);
  await settle();
  expect(stage.store.calls.append).toBe(1);
  expect(bob.text()).toContain('first');
  expect(ann.text()).toContain('second');
  bob.drop();
  ann.type('alone');
  await settle();
  stage.clock.advance(5);
  await settle();
  expect(stage.store.calls.append).toBe(2);
});

test('[SY24] what a batch brings is handed to each connection in one go, and to those spared nothing as one array', async () => {
  const stage = createStage();
  const [ann, bob, cid, dan] = ['ann', 'bob', 'cid', 'dan'].map((person) => connect(stage, { person }));
  await settle();
  stage.store.hold();
  ann!.type('first');
  await settle();
  ann!.type('second');
  bob!.type('third');
  stage.store.release();
  await settle();
  expect(cid!.socket.batches.map((batch) => batch.length)).toEqual([1, 2]);
  expect(cid!.socket.batches[1]).toBe(dan!.socket.batches[1]);
  expect(bob!.socket.batches.map((batch) => batch.length)).toEqual([1, 1]);
  expect(ann!.socket.batches.map((batch) => batch.length)).toEqual([1]);
  expect(new Set([ann, bob, cid, dan].map((client) => client!.text())).size).toBe(1);
});

test('[SY24] a batch is bounded, and nobody is forgotten', async () => {
  const stage = createStage({ batchRequests: 3 });
  stage.store.add('other', stage.store.documents.get('doc')?.log[0]?.update ?? new Uint8Array());
  const ann = connect(stage, { person: 'ann' });
  const bob = connect(stage, { person: 'bob', document: 'other' });
  await settle();
  for (let count = 0; count < 10; count += 1) {
    ann.type(`a${count}`);
    bob.type(`b${count}`);
  }
  await settle();
  expect(stage.store.calls.append).toBe(7);
  expect(replay(stage.store).getXmlFragment('default')).toHaveLength(11);
  expect(replay(stage.store, 'other').getXmlFragment('default')).toHaveLength(11);
});

test('[SY25] when the store fails, everybody hears it, nothing is acknowledged, and the next opening reads the log', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob', dialect: 'plenary' });
  await settle();
  ann.type('kept');
  await settle();
  stage.store.fail('append');
  ann.type('in doubt');
  ann.mark(1);
  ann.type('more of it');
  await settle();
  for (const client of [ann, bob]) {
    expect(client.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
    expect(client.code).toBe(1013);
  }
  expect(ann.markers).toEqual([]);
  expect(bob.text()).toBe('kept|seed');
  expect(stage.meter.counts.get('commit_failed')).toBe(1);

  stage.store.mend();
  const again = connect(stage, { person: 'ann', dialect: 'plenary', doc: ann.doc });
  again.mark(2);
  await settle();
  expect(stage.store.calls.load).toBe(2);
  expect(again.markers).toEqual([2]);
  expect(textOf(replay(stage.store))).toBe('more of it|in doubt|kept|seed');
});

test('[SY25] rooms that had nothing in the failed commit go on', async () => {
  const stage = createStage();
  stage.store.add('other', stage.store.documents.get('doc')?.log[0]?.update ?? new Uint8Array());
  const ann = connect(stage, { person: 'ann' });
  const bob = connect(stage, { person: 'bob', document: 'other' });
  await settle();
  stage.store.fail('append');
  ann.type('lost');
  await settle();
  expect(ann.code).toBe(1013);
  stage.store.mend();
  bob.type('kept');
  await settle();
  expect(bob.code).toBeUndefined();
  expect(textOf(replay(stage.store, 'other'))).toBe('kept|seed');
});

test('[SY26] an update refused for a client id refuses what was built on it, and the room goes on from the log', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob', dialect: 'plenary' });
  const eve = connect(stage, { person: 'eve', access: 'read', dialect: 'plenary' });
  await settle();
  // Another server has bound Ann's client id meanwhile.
  stage.store.documents.get('doc')?.owners.set(ann.doc.clientID, 'somebody else');
  ann.type('foreign');
  bob.type('on top of it');
  await settle();
  expect(ann.notices.at(-1)).toEqual({ type: 'rejected', reason: 'foreign-client-id' });
  expect(ann.code).toBe(4409);
  expect(bob.code).toBe(1013);
  expect(eve.code).toBeUndefined();
  expect(eve.text()).toBe('seed');
  expect(textOf(replay(stage.store))).toBe('seed');
  const carl = connect(stage, { person: 'carl', dialect: 'plenary' });
  await settle();
  carl.type('after');
  carl.mark(1);
  await settle();
  expect(carl.markers).toEqual([1]);
  expect(eve.text()).toBe('after|seed');
});

test('[SY26] what waits behind a refused update is not stored either', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob', dialect: 'plenary' });
  await settle();
  stage.store.documents.get('doc')?.owners.set(ann.doc.clientID, 'somebody else');
  stage.store.hold();
  ann.type('foreign');
  await settle();
  bob.type('in the next batch');
  bob.mark(1);
  await settle();
  stage.store.release();
  await settle();
  expect([ann.code, bob.code]).toEqual([4409, 1013]);
  expect(bob.markers).toEqual([]);
  expect(stage.store.documents.get('doc')?.log).toHaveLength(1);
});

test('[SY26] an epoch begun elsewhere ends everybody, with notice', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const eve = connect(stage, { person: 'eve', access: 'read', dialect: 'plenary' });
  await settle();
  const document = stage.store.documents.get('doc');
  if (document !== undefined) document.head = { ...document.head, epoch: 2 };
  ann.type('late');
  await settle();
  for (const client of [ann, eve]) {
    expect(client.notices.at(-1)).toEqual({ type: 'epoch', epoch: 2 });
    expect(client.code).toBe(4409);
  }
});

test('[SY26] a document removed elsewhere is gone for all', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  await settle();
  stage.store.documents.delete('doc');
  ann.type('late');
  await settle();
  expect(ann.code).toBe(4404);
});

test('[SY62] when somebody else has appended, and there is no bus, the room reads on at its next commit', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  await settle();
  const doc = replay(stage.store);
  const before = Y.encodeStateVector(doc);
  insertParagraph(doc, 'from another server');
  const update = Y.encodeStateAsUpdate(doc, before);
  await stage.store.append([
    { document: 'doc', epoch: 1, update, author: 'bob', claims: [doc.clientID], at: 0 },
  ]);
  ann.type('mine');
  ann.mark(1);
  await settle();
  expect(ann.code).toBeUndefined();
  expect(ann.markers).toEqual([1]);
  expect(ann.text()).toBe(textOf(replay(stage.store)));
  expect(ann.text()).toContain('from another server');
  expect(stage.store.calls.load).toBe(1);
});

test('[SY29] a document built anew goes on as it was, for those who are there and for those who come', async () => {
  const stage = createStage({ packEvery: 5, packAfterMs: 3000 });
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob' });
  await settle();
  for (const word of ['one', 'two', 'three', 'four', 'five']) {
    ann.type(word);
    await settle();
  }
  ann.doc.getXmlFragment('default').delete(1, 1);
  await settle();
  const before = await stage.rooms.read('doc');
  stage.store.hold();
  ann.type('on its way');
  stage.clock.advance(3000);
  stage.store.release();
  await settle();
  stage.clock.advance(3000);
  ann.type('after');
  bob.doc.getXmlFragment('default').delete(2, 1);
  ann.mark(1);
  await settle();
  const late = connect(stage, { person: 'late' });
  const back = connect(stage, { person: 'bob', doc: bob.doc });
  await settle();
  const text = textOf(replay(stage.store));
  expect(text).toBe('after|on its way|five|two|one|seed');
  expect(stage.meter.counts.get('packed')).toBe(1);
  expect([ann, bob, late, back].map((client) => client.text())).toEqual([text, text, text, text]);
  expect([ann.markers, ann.code, bob.code]).toEqual([[1], undefined, undefined]);
  const grown = new Y.Doc();
  Y.applyUpdate(grown, before.state);
  Y.applyUpdate(grown, (await stage.rooms.read('doc')).state);
  expect(textOf(grown)).toBe(text);
});

test('[SY29] a document that is too large to be built anew is left as it is, and goes on', async () => {
  const stage = createStage({ packEvery: 2, packAfterMs: 3000, packBytes: 50 });
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  await settle();
  for (const word of ['one', 'two', 'three']) {
    ann.type(word);
    await settle();
  }
  stage.clock.advance(3000);
  ann.type('four');
  ann.mark(1);
  await settle();
  expect(stage.meter.counts.get('packed')).toBeUndefined();
  expect(ann.markers).toEqual([1]);
  expect(textOf(replay(stage.store))).toBe('four|three|two|one|seed');
});

test('[SY27] an idle room leaves memory, and not before its time', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  ann.drop();
  stage.clock.advance(29_000);
  connect(stage, { person: 'bob' }).drop();
  stage.clock.advance(29_000);
  const carl = connect(stage, { person: 'carl' });
  await settle();
  expect(stage.store.calls.load).toBe(1);
  stage.clock.advance(120_000);
  carl.type('still here');
  await settle();
  carl.drop();
  stage.clock.advance(30_000);
  await settle();
  expect(connect(stage, { person: 'dora' }).kinds).toEqual([]);
  await settle();
  expect(stage.store.calls.load).toBe(2);
});

test('[SY27] a room with a commit on its way stays, and what was typed last is there for the next', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  stage.store.hold();
  ann.type('last words');
  ann.drop();
  await settle();
  stage.clock.advance(300_000);
  const bob = connect(stage, { person: 'bob' });
  await settle();
  expect(stage.store.calls.load).toBe(1);
  stage.store.release();
  await settle();
  expect(bob.text()).toBe('last words|seed');
  bob.drop();
  stage.clock.advance(30_000);
  const carl = connect(stage, { person: 'carl' });
  await settle();
  expect(stage.store.calls.load).toBe(2);
  expect(carl.text()).toBe('last words|seed');
});

test('[SY28] a snapshot is written every 500 updates, of committed state, and shortens the load', async () => {
  const stage = createStage({ snapshotEvery: 10 });
  const ann = connect(stage);
  await settle();
  for (let count = 0; count < 25; count += 1) {
    ann.type(`${count}`);
    await settle();
  }
  const document = stage.store.documents.get('doc');
  expect(stage.store.calls.saveSnapshot).toBe(2);
  expect(document?.snapshot?.seq).toBe(20);
  expect(document?.log).toHaveLength(26);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document?.snapshot?.state ?? new Uint8Array());
  expect(doc.getXmlFragment('default')).toHaveLength(20);
});

test('[SY28] a snapshot holds nothing that could still be lost', async () => {
  const stage = createStage({ snapshotEvery: 2 });
  const ann = connect(stage);
  await settle();
  ann.type('one');
  await Promise.resolve();
  stage.store.hold();
  ann.type('two');
  ann.type('three');
  await settle();
  stage.store.fail('append');
  stage.store.release();
  await settle();
  const document = stage.store.documents.get('doc');
  expect(document?.snapshot?.seq ?? 0).toBeLessThanOrEqual(document?.head.seq ?? 0);
  stage.store.mend();
  const bob = connect(stage, { person: 'bob' });
  await settle();
  expect(bob.text()).toBe(textOf(replay(stage.store)));
});

test('[SY28] a room with a long tail writes a snapshot when it leaves memory', async () => {
  const stage = createStage({ snapshotAtUnload: 5 });
  const ann = connect(stage);
  await settle();
  for (let count = 0; count < 5; count += 1) ann.type(`${count}`);
  await settle();
  ann.drop();
  stage.clock.advance(30_000);
  await settle();
  expect(stage.store.documents.get('doc')?.snapshot?.seq).toBe(6);
  const bob = connect(stage, { person: 'bob' });
  await settle();
  expect(bob.text()).toBe('4|3|2|1|0|seed');
});

test('[SY28] a snapshot that cannot be written harms nobody', async () => {
  const stage = createStage({ snapshotEvery: 2 });
  const ann = connect(stage, { dialect: 'plenary' });
  await settle();
  stage.store.fail('saveSnapshot');
  for (let count = 0; count < 6; count += 1) ann.type(`${count}`);
  ann.mark(1);
  await settle();
  expect(ann.markers).toEqual([1]);
  expect(stage.meter.counts.get('snapshot_failed')).toBe(1);
});

/** Waits until the store has begun that many appends, and not a turn longer. */
async function untilAppended(store: FakeStore, count: number): Promise<void> {
  while (store.calls.append < count) await Promise.resolve();
}
