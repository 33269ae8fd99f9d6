import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  connect,
  createStage,
  markerMessage,
  SCHEMA,
  settle,
  syncMessage,
  textOf,
} from '../fixtures/client.ts';

test('[SY1] many who open a document at once load it once, and what they typed meanwhile is taken in order', async () => {
  const stage = createStage();
  const clients = Array.from({ length: 20 }, (_, index) => connect(stage, { person: `p${index}` }));
  clients[3]?.type('early');
  await settle();
  expect(stage.store.calls.load).toBe(1);
  for (const client of clients) expect(client.text()).toContain('early');
  for (const client of clients) expect(client.text()).toContain('seed');
});

test('[SY1] frames before the load wait within a bound', async () => {
  const stage = createStage({ waitingFrames: 3 });
  const client = connect(stage, { silent: true, dialect: 'plenary' });
  for (let count = 0; count < 4; count += 1) client.send(markerMessage(count));
  expect(client.code).toBe(1013);
  expect(client.notices).toEqual([{ type: 'rejected', reason: 'too-fast' }]);
  await settle();
  expect(client.kinds).toEqual(['rejected']);
});

test('[SY2] a document that cannot be read is refused with 1013, and opens when it can be', async () => {
  const stage = createStage();
  stage.store.fail('load');
  const refused = connect(stage);
  await settle();
  expect(refused.code).toBe(1013);
  expect(refused.kinds).toEqual([]);
  stage.store.mend();
  const welcome = connect(stage);
  await settle();
  expect(welcome.text()).toBe('seed');
});

test('[SY2] an absent document is 4404', async () => {
  const stage = createStage();
  const client = connect(stage, { document: 'nowhere', dialect: 'plenary' });
  await settle();
  expect(client.code).toBe(4404);
});

test('[SY2] a log with a gap, or that does not fit together, is refused and not opened in part', async () => {
  const stage = createStage();
  const writer = connect(stage);
  await settle();
  writer.type('one');
  writer.type('two');
  await settle();
  writer.drop();
  const log = stage.store.documents.get('doc')?.log ?? [];
  for (const damage of [() => log.splice(1, 1), () => log.splice(0, 1)]) {
    damage();
    stage.clock.advance(60_000);
    const client = connect(stage);
    await settle();
    expect(client.code).toBe(1013);
    expect(client.kinds).toEqual([]);
  }
});

test('[SY3] a client of another schema version, or of none, is turned away before anything is sent or loaded', async () => {
  for (const schema of [SCHEMA - 1, SCHEMA + 1, undefined]) {
    const stage = createStage();
    const client = connect(stage, { dialect: { kind: 'plenary', schema, epoch: undefined } });
    await settle();
    expect(client.kinds).toEqual(['schema']);
    expect(client.notices).toEqual([{ type: 'schema', wanted: SCHEMA }]);
    expect(client.code).toBe(4426);
    expect(stage.store.calls).toEqual({ load: 0, append: 0, saveSnapshot: 0 });
  }
});

test('[SY4] another epoch is refused, the right one and none are welcome', async () => {
  const stage = createStage();
  const stale = connect(stage, { dialect: { kind: 'plenary', schema: SCHEMA, epoch: 4 } });
  const right = connect(stage, { dialect: { kind: 'plenary', schema: SCHEMA, epoch: 1 } });
  const fresh = connect(stage, { dialect: { kind: 'plenary', schema: SCHEMA, epoch: undefined } });
  stale.type('from another epoch');
  await settle();
  expect(stale.kinds).toEqual(['epoch']);
  expect(stale.notices).toEqual([{ type: 'epoch', epoch: 1 }]);
  expect(stale.code).toBe(4409);
  expect(right.notices).toEqual([{ type: 'welcome', epoch: 1, access: 'write' }]);
  expect(fresh.notices).toEqual([{ type: 'welcome', epoch: 1, access: 'write' }]);
  expect(right.text()).toBe('seed');
});

test('[SY5] welcome comes first, then the question of the server; readers are told that they read', async () => {
  const stage = createStage();
  const writer = connect(stage, { dialect: 'plenary', silent: true });
  const reader = connect(stage, { dialect: 'plenary', silent: true, access: 'read' });
  await settle();
  expect(writer.kinds).toEqual(['welcome', 'step0']);
  expect(reader.notices).toEqual([{ type: 'welcome', epoch: 1, access: 'read' }]);
});

test('[SY5] a signed document opens for reading', async () => {
  const stage = createStage();
  await stage.rooms.seal('doc', { seq: 1, hash: 'h', by: 'ann', at: 1 });
  const client = connect(stage, { dialect: 'plenary' });
  await settle();
  expect(client.notices).toEqual([{ type: 'welcome', epoch: 1, access: 'read' }]);
  expect(client.text()).toBe('seed');
});

test('[SY6] a plain client gets sync and presence only', async () => {
  const stage = createStage();
  const plain = connect(stage);
  const other = connect(stage, { person: 'bob' });
  await settle();
  other.type('hello');
  await settle();
  stage.clock.advance(15_000);
  await stage.rooms.seal('doc', { seq: 2, hash: 'h', by: 'ann', at: 1 });
  expect(new Set(plain.kinds)).toEqual(new Set(['step0', 'step1', 'step2', 'presence']));
  expect(plain.code).toBe(4423);
});

test('[SY6] a marker of a plain client is malformed', async () => {
  const stage = createStage();
  const client = connect(stage);
  await settle();
  client.mark(1);
  expect(client.code).toBe(4400);
});

test('two people write and see each other', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann' });
  const bob = connect(stage, { person: 'bob', dialect: 'plenary' });
  await settle();
  ann.type('from ann');
  bob.type('from bob');
  await settle();
  expect(ann.text()).toBe(bob.text());
  expect(
    ann
      .text()
      .split('|')
      .toSorted((a, b) => (a < b ? -1 : 1)),
  ).toEqual(['from ann', 'from bob', 'seed']);
  expect(stage.store.documents.get('doc')?.log.map(({ author }) => author)).toEqual([
    'system:seed',
    'ann',
    'bob',
  ]);
});

test('a document far away is synced in one answer, shared by all who join at the same state', async () => {
  const stage = createStage();
  const clients = Array.from({ length: 5 }, (_, index) => connect(stage, { person: `p${index}` }));
  await settle();
  const answers = clients.map(({ socket }) =>
    socket.frames.find((frame) => frame[0] === 0 && frame[1] === 1),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toBeDefined();
});

test('a client that knows a part gets the rest', async () => {
  const stage = createStage();
  const doc = new Y.Doc();
  const first = connect(stage, { doc });
  await settle();
  first.drop();
  const other = connect(stage, { person: 'bob' });
  await settle();
  other.type('meanwhile');
  await settle();
  const again = connect(stage, { doc });
  await settle();
  expect(again.text()).toBe('meanwhile|seed');
});

test('a state vector that cannot be read is malformed', async () => {
  const stage = createStage();
  const client = connect(stage, { silent: true });
  await settle();
  client.send(syncMessage(0, Uint8Array.of(255, 255, 255, 255, 15)));
  expect(client.code).toBe(4400);
  expect(textOf(await stage.rooms.read('doc').then(({ state }) => docOf(state)))).toBe('seed');
});

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}
