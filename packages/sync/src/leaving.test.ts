import { CLOSE } from '@plenary/protocol';
import { expect, test } from 'vitest';
import { connect, createStage, replay, settle, textOf } from '../fixtures/client.ts';

test('[SY52] a person whose role changed is disconnected everywhere, others are not', async () => {
  const stage = createStage();
  stage.store.add('other', stage.store.documents.get('doc')?.log[0]?.update ?? new Uint8Array());
  const here = connect(stage, { person: 'ann' });
  const there = connect(stage, { person: 'ann', document: 'other' });
  const bob = connect(stage, { person: 'bob' });
  await settle();
  stage.rooms.disconnect('ann', CLOSE.noAccess);
  expect([here.code, there.code, bob.code]).toEqual([4403, 4403, undefined]);
});

test('[SY52] what a disconnected person had sent is kept, and nothing after', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann' });
  await settle();
  ann.type('sent');
  stage.rooms.disconnect('ann', CLOSE.noSession);
  ann.type('after');
  await settle();
  expect(textOf(replay(stage.store))).toBe('sent|seed');
});

test('[SY53] draining commits and acknowledges what was received, then closes with 1012', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob' });
  await settle();
  stage.store.hold();
  ann.type('in time');
  ann.mark(1);
  const draining = stage.rooms.drain();
  ann.type('too late');
  ann.mark(2);
  await settle();
  expect(ann.code).toBeUndefined();
  stage.store.release();
  await draining;
  expect(ann.markers).toEqual([1]);
  expect([ann.code, bob.code]).toEqual([1012, 1012]);
  expect(bob.text()).toBe('in time|seed');
  expect(textOf(replay(stage.store))).toBe('in time|seed');
});

test('[SY53] what came before the document was loaded is received, too', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary', silent: true });
  const bob = connect(stage, { person: 'bob' });
  bob.type('early');
  await stage.rooms.drain();
  expect(textOf(replay(stage.store)).split('|')).toContain('early');
  expect([ann.code, bob.code]).toEqual([1012, 1012]);
});

test('[SY53] nobody gets in any more', async () => {
  const stage = createStage();
  await stage.rooms.drain();
  const late = connect(stage);
  await settle();
  expect(late.code).toBe(1012);
  expect(stage.store.calls.load).toBe(0);
});

test('[SY53] draining ends although the store fails, and although a document cannot be loaded', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  await settle();
  const lost = connect(stage, { document: 'nowhere' });
  stage.store.fail('append');
  ann.type('lost');
  ann.mark(1);
  await stage.rooms.drain();
  expect(ann.code).toBe(1013);
  expect(ann.markers).toEqual([]);
  expect(lost.code).toBe(4404);
});

test('[SY53] a long tail is folded into a snapshot on the way out', async () => {
  const stage = createStage({ snapshotAtUnload: 3 });
  const ann = connect(stage);
  await settle();
  for (let count = 0; count < 4; count += 1) ann.type(`${count}`);
  await stage.rooms.drain();
  expect(stage.store.documents.get('doc')?.snapshot?.seq).toBe(5);
});
