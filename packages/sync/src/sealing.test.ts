import { expect, test } from 'vitest';
import type { DocumentHead } from './ports.ts';
import { connect, createStage, replay, SCHEMA, settle, textOf } from '../fixtures/client.ts';

const seal = (seq: number) => ({ seq, hash: 'ab'.repeat(32), by: 'ann', at: 1000 });

test('[SY30] sealing flushes what was typed before it, and tells the writers', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const eve = connect(stage, { person: 'eve', access: 'read', dialect: 'plenary' });
  await settle();
  stage.store.hold();
  ann.type('last word');
  ann.mark(1);
  const sealed = stage.rooms.seal('doc', seal(2));
  await settle();
  expect(ann.code).toBeUndefined();
  stage.store.release();
  expect(await sealed).toBe('sealed');
  expect(ann.markers).toEqual([1]);
  expect(ann.notices.at(-1)).toEqual({ type: 'locked' });
  expect(ann.code).toBe(4423);
  expect(eve.code).toBeUndefined();
  expect(eve.text()).toBe('last word|seed');
});

test('[SY30] a version that is no longer the newest is not sealed', async () => {
  const stage = createStage();
  const ann = connect(stage, { dialect: 'plenary' });
  await settle();
  ann.type('one more');
  expect(await stage.rooms.seal('doc', seal(1))).toBe('moved-on');
  expect(ann.code).toBeUndefined();
  ann.type('and another');
  await settle();
  expect(textOf(replay(stage.store))).toBe('and another|one more|seed');
});

test('[SY30] sealing works without a room, once, and not for what is absent', async () => {
  const stage = createStage();
  expect(await stage.rooms.seal('doc', seal(1))).toBe('sealed');
  expect(await stage.rooms.seal('doc', seal(1))).toBe('already-sealed');
  expect(await stage.rooms.seal('nowhere', seal(1))).toBe('missing');
  expect(stage.store.calls.load).toBe(0);
});

test('[SY13] what is typed after the seal is refused with 4423 and changes nothing', async () => {
  const stage = createStage();
  await stage.rooms.seal('doc', seal(1));
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const reader = connect(stage, { person: 'eve', access: 'read', dialect: 'plenary' });
  await settle();
  ann.type('too late');
  reader.type('not mine');
  await settle();
  expect(ann.notices.at(-1)).toEqual({ type: 'rejected', reason: 'locked' });
  expect(ann.code).toBe(4423);
  expect(reader.code).toBe(4403);
  // The room knows: it does not trouble the store, nor itself, with what will be refused.
  expect([stage.store.calls.append, stage.store.calls.load]).toEqual([0, 1]);
  expect(textOf(replay(stage.store))).toBe('seed');
});

test('[SY12] an answer that adds nothing does not offend a signed document', async () => {
  const stage = createStage();
  await stage.rooms.seal('doc', seal(1));
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  ann.mark(1);
  await settle();
  expect(ann.code).toBeUndefined();
  expect(ann.markers).toEqual([1]);
});

test('[SY31] an update that meets the seal at the store is refused there, and never seen', async () => {
  const stage = createStage();
  const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
  const bob = connect(stage, { person: 'bob', dialect: 'plenary' });
  const eve = connect(stage, { person: 'eve', access: 'read', dialect: 'plenary' });
  await settle();
  stage.store.hold();
  ann.type('too late');
  ann.mark(1);
  await settle();
  // Another process signs: the room knows nothing of it.
  await stage.store.seal('doc', seal(1));
  stage.store.release();
  await settle();
  expect(ann.notices.at(-1)).toEqual({ type: 'rejected', reason: 'locked' });
  expect(ann.code).toBe(4423);
  expect(ann.markers).toEqual([]);
  expect(bob.notices.at(-1)).toEqual({ type: 'locked' });
  expect(bob.code).toBe(4423);
  expect(eve.code).toBeUndefined();
  expect(eve.text()).toBe('seed');
  expect(stage.store.documents.get('doc')?.log).toHaveLength(1);
  expect(textOf(docOf(await stage.rooms.read('doc')))).toBe('seed');
});

test('[SY31] an update taken while the seal is on its way ends on one side of it, never on both', async () => {
  for (const typed of ['before', 'between', 'after'] as const) {
    const stage = createStage();
    const ann = connect(stage, { person: 'ann', dialect: 'plenary' });
    await settle();
    if (typed === 'before') ann.type('x');
    const outcome = stage.rooms.seal('doc', seal(1));
    if (typed === 'between') ann.type('x');
    if (typed === 'after') {
      await settle();
      ann.type('x');
    }
    ann.mark(1);
    await settle();
    const { head, log } = stage.store.documents.get('doc') ?? {};
    if ((await outcome) === 'sealed') expect([head?.seal?.seq, log?.length, ann.markers]).toEqual([1, 1, []]);
    else expect([head?.seal, log?.length, ann.markers]).toEqual([undefined, 2, [1]]);
  }
});

test('[SY32] reopening begins an epoch: everybody starts anew, and old replicas are refused', async () => {
  const stage = createStage();
  await stage.rooms.seal('doc', seal(1));
  const stale = connect(stage, { person: 'ann', dialect: 'plenary' });
  const plain = connect(stage, { person: 'bob', access: 'read' });
  await settle();
  const head = await stage.rooms.reopen('doc');
  expect(head).toEqual({ document: 'doc', seq: 1, epoch: 2 });
  expect(stale.notices.at(-1)).toEqual({ type: 'epoch', epoch: 2 });
  expect(stale.code).toBe(4409);
  expect(plain.code).toBe(4409);
  const old = connect(stage, {
    person: 'ann',
    dialect: { kind: 'plenary', schema: SCHEMA, epoch: 1 },
    doc: stale.doc,
  });
  const fresh = connect(stage, { person: 'ann', dialect: { kind: 'plenary', schema: SCHEMA, epoch: 2 } });
  await settle();
  expect(old.code).toBe(4409);
  expect(fresh.notices).toEqual([{ type: 'welcome', epoch: 2, access: 'write' }]);
  fresh.type('new life');
  fresh.mark(1);
  await settle();
  expect(fresh.markers).toEqual([1]);
  expect(textOf(replay(stage.store))).toBe('new life|seed');
});

test('[SY32] an edit refused under the seal does not come back after the reopening', async () => {
  const stage = createStage();
  await stage.rooms.seal('doc', seal(1));
  const late = connect(stage, { person: 'ann', dialect: { kind: 'plenary', schema: SCHEMA, epoch: 1 } });
  await settle();
  late.type('late');
  await settle();
  await stage.rooms.reopen('doc');
  const again = connect(stage, {
    person: 'ann',
    dialect: { kind: 'plenary', schema: SCHEMA, epoch: 1 },
    doc: late.doc,
  });
  await settle();
  expect(again.code).toBe(4409);
  expect(textOf(replay(stage.store))).toBe('seed');
});

test('[SY32] what is not sealed is not reopened, and nobody is disturbed', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  expect(await stage.rooms.reopen('doc')).toBeUndefined();
  expect(await stage.rooms.reopen('nowhere')).toBeUndefined();
  expect(ann.code).toBeUndefined();
});

test('[SY37] listeners hear of commits, seals and reopenings, each when it is durable, until they stop', async () => {
  const stage = createStage();
  const heads: DocumentHead[] = [];
  const stop = stage.rooms.onChange((head) => heads.push(head));
  stage.rooms.onChange(() => {
    throw new Error('A listener with a fault.');
  });
  const ann = connect(stage, { dialect: 'plenary' });
  await settle();
  stage.store.hold();
  ann.type('one');
  ann.mark(1);
  await settle();
  expect(heads).toEqual([]);
  stage.store.release();
  await settle();
  expect(ann.markers).toEqual([1]);
  await stage.rooms.seal('doc', seal(2));
  await stage.rooms.reopen('doc');
  expect(heads).toEqual([
    { document: 'doc', seq: 2, epoch: 1 },
    { document: 'doc', seq: 2, epoch: 1, seal: seal(2) },
    { document: 'doc', seq: 2, epoch: 2 },
  ]);
  stop();
  await stage.rooms.seal('doc', seal(2));
  expect(heads).toHaveLength(3);
});

function docOf({ state }: { readonly state: Uint8Array }) {
  const store = createStage().store;
  store.add('copy', state);
  return replay(store, 'copy');
}
