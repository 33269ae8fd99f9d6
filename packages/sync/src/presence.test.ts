import { expect, test } from 'vitest';
import {
  connect,
  createStage,
  presenceMessage,
  presenceOf,
  settle,
  type TestClient,
} from '../fixtures/client.ts';

const caret = (position: number) =>
  JSON.stringify({ cursor: position, user: { name: 'Forged', color: 'red' } });

/** States a client has been told, newest per id. */
function seenBy(client: TestClient): Map<number, unknown> {
  const seen = new Map<number, unknown>();
  for (const entries of presenceOf(client.socket))
    for (const [id, , json] of entries) seen.set(id, JSON.parse(json));
  return seen;
}

async function stageWith(...people: readonly string[]) {
  const stage = createStage();
  const clients = people.map((person) => connect(stage, { person }));
  await settle();
  return { stage, clients: clients as [TestClient, TestClient, ...TestClient[]] };
}

test('[SY41] others see the caret, and the person the session belongs to', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 1, caret(5)]));
  stage.clock.advance(100);
  expect(seenBy(bob).get(100)).toEqual({ cursor: 5, user: { id: 'ann', name: 'ANN', colour: 3 } });
});

test('[SY40] a connection cannot speak for another, nor take its id over', async () => {
  const {
    stage,
    clients: [ann, bob, eve],
  } = await stageWith('ann', 'bob', 'eve');
  ann.send(presenceMessage([100, 1, caret(1)]));
  bob.send(presenceMessage([200, 1, caret(2)], [100, 9, caret(66)]));
  eve?.send(presenceMessage([100, 50, caret(66)]));
  stage.clock.advance(100);
  bob.send(presenceMessage([100, 99, 'null']));
  stage.clock.advance(100);
  expect(seenBy(ann)).toEqual(
    new Map([
      [100, { cursor: 1, user: { id: 'ann', name: 'ANN', colour: 3 } }],
      [200, { cursor: 2, user: { id: 'bob', name: 'BOB', colour: 3 } }],
    ]),
  );
  expect([ann.code, bob.code, eve?.code]).toEqual([undefined, undefined, undefined]);
});

test('[SY40] a client id somebody writes with is not free for presence either', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.type('mine');
  await settle();
  bob.send(presenceMessage([ann.doc.clientID, 1, caret(66)]));
  stage.clock.advance(100);
  expect(seenBy(ann).size).toBe(0);
});

test('[SY40] what stock clients echo makes no frame: the traffic of a crowd stays linear', async () => {
  const people = Array.from({ length: 30 }, (_, index) => `p${index}`);
  const { stage, clients } = await stageWith('p', 'q', ...people);
  for (const [index, client] of clients.entries()) client.send(presenceMessage([1000 + index, 1, caret(1)]));
  stage.clock.advance(100);
  const frames = clients[0].socket.frames.length;
  clients[0].send(presenceMessage([1000, 2, caret(2)]));
  stage.clock.advance(100);
  expect(clients[0].socket.frames.length).toBe(frames + 1);
  for (const client of clients.slice(1)) client.send(presenceMessage([1000, 2, caret(2)]));
  stage.clock.advance(1000);
  expect(clients[0].socket.frames.length).toBe(frames + 1);
});

test('[SY42] changes are gathered into one frame a tick, the same bytes for everybody', async () => {
  const {
    stage,
    clients: [ann, bob, eve],
  } = await stageWith('ann', 'bob', 'eve');
  for (let clock = 1; clock <= 20; clock += 1) {
    ann.send(presenceMessage([100, clock, caret(clock)]));
    bob.send(presenceMessage([200, clock, caret(clock)]));
  }
  expect(presenceOf(eve!.socket)).toEqual([]);
  stage.clock.advance(99);
  expect(presenceOf(eve!.socket)).toEqual([]);
  stage.clock.advance(1);
  expect(presenceOf(eve!.socket)).toHaveLength(1);
  expect(presenceOf(eve!.socket)[0]?.map(([id, clock]) => [id, clock])).toEqual([
    [100, 20],
    [200, 20],
  ]);
  expect(ann.socket.frames.at(-1)).toBe(eve!.socket.frames.at(-1));
});

test('[SY42] presence leaves with the updates that are about to be committed', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  stage.store.hold();
  ann.type('words');
  ann.send(presenceMessage([100, 1, caret(1)]));
  stage.clock.advance(100);
  await settle();
  expect(presenceOf(bob.socket)).toEqual([]);
  stage.store.release();
  await settle();
  expect(presenceOf(bob.socket)).toHaveLength(1);
  expect(bob.socket.batches.at(-1)).toHaveLength(2);
});

test('[SY42] who goes on moving is shown once a tick, and the first key after that brings the caret with it', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  const shown = (): number => presenceOf(bob.socket).length;
  ann.send(presenceMessage([100, 1, caret(1)]));
  stage.clock.advance(100);
  expect(shown()).toBe(1);
  ann.send(presenceMessage([100, 2, caret(2)]));
  ann.type('too soon for another');
  await settle();
  expect(shown()).toBe(1);
  stage.clock.advance(100);
  expect(shown()).toBe(2);
  stage.clock.advance(100);
  ann.send(presenceMessage([100, 3, caret(3)]));
  ann.type('brought along');
  await settle();
  expect(shown()).toBe(3);
  expect(bob.socket.batches.at(-1)).toHaveLength(2);
});

test('[SY42] above 50 people a tick takes longer, and what changed waits another one for an update to leave with', async () => {
  const { stage, clients } = await stageWith(
    'a',
    'b',
    ...Array.from({ length: 50 }, (_, index) => `p${index}`),
  );
  const [ann, bob] = clients;
  const shown = (): number => presenceOf(bob.socket).length;
  for (const [index, client] of clients.entries()) client.send(presenceMessage([1000 + index, 1, caret(1)]));
  stage.clock.advance(249);
  expect(shown()).toBe(0);
  stage.clock.advance(1);
  expect(shown()).toBe(1);
  ann.send(presenceMessage([1000, 2, caret(2)]));
  stage.clock.advance(499);
  expect(shown()).toBe(1);
  stage.clock.advance(1);
  expect(shown()).toBe(2);
  ann.send(presenceMessage([1000, 3, caret(3)]));
  stage.clock.advance(260);
  expect(shown()).toBe(2);
  ann.type('here it goes');
  await settle();
  expect(shown()).toBe(3);
});

test('[SY42] an unchanged state with a higher clock is passed on: others forget who is silent for 30 s', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 1, caret(1)]));
  stage.clock.advance(100);
  ann.send(presenceMessage([100, 2, caret(1)]));
  stage.clock.advance(100);
  expect(presenceOf(bob.socket).map((entries) => entries[0]?.[1])).toEqual([1, 2]);
});

test('[SY43] who leaves is withdrawn, who comes back with the old clock is seen', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 7, caret(1)]));
  stage.clock.advance(100);
  ann.drop();
  stage.clock.advance(100);
  expect(seenBy(bob).get(100)).toBeNull();
  const again = connect(stage, { person: 'ann', doc: ann.doc });
  await settle();
  again.send(presenceMessage([100, 7, caret(2)]));
  stage.clock.advance(100);
  expect(seenBy(bob).get(100)).toMatchObject({ cursor: 2 });
  const clocks = presenceOf(bob.socket).map((entries) => entries[0]?.[1] ?? 0);
  expect(clocks).toEqual(clocks.toSorted((a, b) => a - b));
  expect(new Set(clocks).size).toBe(clocks.length);
});

test('[SY43] a second connection of a person takes its id over from a half-open one', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 7, caret(1)]));
  const again = connect(stage, { person: 'ann', doc: ann.doc });
  await settle();
  again.send(presenceMessage([100, 8, caret(2)]));
  stage.clock.advance(100);
  ann.session.closed();
  stage.clock.advance(100);
  expect(seenBy(bob).get(100)).toMatchObject({ cursor: 2 });
});

test('[SY43] a person who only says goodbye is not announced', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 1, 'null']));
  stage.clock.advance(100);
  expect(presenceOf(bob.socket)).toEqual([]);
});

test('who joins is told who is here, and may ask again', async () => {
  const {
    stage,
    clients: [ann],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 1, caret(1)]));
  const eve = connect(stage, { person: 'eve' });
  await settle();
  expect(seenBy(eve).get(100)).toMatchObject({ cursor: 1 });
  const before = presenceOf(eve.socket).length;
  eve.send(Uint8Array.of(3));
  expect(presenceOf(eve.socket)).toHaveLength(before + 1);
});

test('[SY44] everybody gets 01 01 00 every 15 s, for as long as anybody is there', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  const keepAlives = (client: TestClient) =>
    client.socket.frames.filter((frame) => [...frame].join() === '1,1,0').length;
  stage.clock.advance(45_000);
  expect([keepAlives(ann), keepAlives(bob)]).toEqual([3, 3]);
  ann.drop();
  bob.drop();
  stage.clock.advance(120_000);
  expect(stage.clock.waiting).toBe(0);
  const eve = connect(stage);
  await settle();
  stage.clock.advance(15_000);
  expect(keepAlives(eve)).toBe(1);
});

test('a state above 2 KiB is not passed on, a state that is no JSON object closes the connection', async () => {
  const {
    stage,
    clients: [ann, bob],
  } = await stageWith('ann', 'bob');
  ann.send(presenceMessage([100, 1, JSON.stringify({ picture: 'x'.repeat(3000) })]));
  stage.clock.advance(100);
  expect(presenceOf(bob.socket)).toEqual([]);
  expect(ann.code).toBeUndefined();
  for (const json of ['{', '[]', '7', '"text"']) {
    const attacker = connect(stage, { person: 'mallory' });
    await settle();
    attacker.send(presenceMessage([300, 1, json]));
    expect([json, attacker.code]).toEqual([json, 4400]);
  }
  const cut = connect(stage, { person: 'cut' });
  await settle();
  cut.send(presenceMessage([400, 1, '{}']).subarray(0, 5));
  expect(cut.code).toBe(4400);
});

test('people present are named once, however many connections they have', async () => {
  const {
    stage,
    clients: [ann],
  } = await stageWith('ann', 'ann', 'bob');
  expect(stage.rooms.present('doc')).toEqual([
    { id: 'ann', name: 'ANN', colour: 3 },
    { id: 'bob', name: 'BOB', colour: 3 },
  ]);
  ann.drop();
  expect(stage.rooms.present('doc')).toHaveLength(2);
  expect(stage.rooms.present('nowhere')).toEqual([]);
});

test('what is remembered of those who left is bounded', async () => {
  const stage = createStage({ rememberedPresences: 10 });
  const witness = connect(stage, { person: 'witness' });
  await settle();
  for (let id = 0; id < 100; id += 1) {
    const guest = connect(stage, { person: `guest ${id}` });
    await settle();
    guest.send(presenceMessage([500 + id, 1, caret(1)]));
    stage.clock.advance(100);
    guest.drop();
    stage.clock.advance(100);
  }
  expect([...seenBy(witness).values()].every((state) => state === null)).toBe(true);
});
