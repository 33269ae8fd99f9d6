import { CLOSE } from '@plenary/protocol';
import { expect, test } from 'vitest';
import { connect, createStage, replay, settle, type Stage, textOf } from '../fixtures/client.ts';

/** Drains, and lets the time pass that leaving takes. */
async function drain({ rooms, clock }: Stage): Promise<void> {
  const draining = rooms.drain();
  await settle();
  clock.advance(1000);
  await draining;
}

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
  await settle();
  stage.clock.advance(1000);
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
  await drain(stage);
  expect(textOf(replay(stage.store)).split('|')).toContain('early');
  expect([ann.code, bob.code]).toEqual([1012, 1012]);
});

test('[SY53] a crowd is closed one by one within a second, a room spread over all of it', async () => {
  const stage = createStage();
  stage.store.add('other', stage.store.documents.get('doc')?.log[0]?.update ?? new Uint8Array());
  const clients = Array.from({ length: 400 }, (_, index) =>
    connect(stage, { person: `p${index}`, document: index % 10 === 0 ? 'other' : 'doc', dialect: 'plenary' }),
  );
  await settle();
  for (const client of clients) client.mark(1);
  const draining = stage.rooms.drain();
  await settle();
  const began = stage.clock.now();
  const closedAt = new Map<number, number>();
  while (closedAt.size < 400 && stage.clock.now() < began + 2000) {
    for (const [index, { code }] of clients.entries())
      if (code === 1012 && !closedAt.has(index)) closedAt.set(index, stage.clock.now() - began);
    stage.clock.advance(1);
    await settle();
  }
  await draining;
  const moments = [...closedAt.values()];
  expect(moments).toHaveLength(400);
  expect(Math.max(...moments)).toBeLessThanOrEqual(1000);
  for (const room of [0, 1]) {
    const own = [...closedAt].flatMap(([index, at]) => ((index % 10 === 0) === (room === 0) ? [at] : []));
    const inTenth = Array.from({ length: 10 }, (_, tenth) =>
      own.filter((at) => at >= tenth * 100 && at < (tenth + 1) * 100),
    );
    // Even would be a tenth of the room in each.
    for (const some of inTenth) expect(some.length).toBeLessThan(own.length / 5);
  }
  expect(clients.every(({ markers }) => markers.length === 1)).toBe(true);
});

test('[SY53] a server of one leaves at once', async () => {
  const stage = createStage();
  const ann = connect(stage);
  await settle();
  await stage.rooms.drain();
  expect(ann.code).toBe(1012);
});

test('[SY53] who leaves by itself meanwhile holds nobody up', async () => {
  const stage = createStage();
  const clients = Array.from({ length: 20 }, (_, index) => connect(stage, { person: `p${index}` }));
  await settle();
  const draining = stage.rooms.drain();
  await settle();
  for (const client of clients) client.drop();
  stage.clock.advance(1000);
  await draining;
  expect(clients.filter(({ code }) => code !== undefined && code !== 1012)).toEqual([]);
});

test('[SY57] a full document turns away who comes last, and takes the next when somebody has left', async () => {
  const stage = createStage({ connectionsPerDocument: 3 });
  const [ann, bob] = [connect(stage, { person: 'ann' }), connect(stage, { person: 'bob' })];
  const reader = connect(stage, { person: 'cyd', access: 'read' });
  await settle();
  const late = connect(stage, { person: 'dan' });
  expect([ann.code, bob.code, reader.code, late.code]).toEqual([undefined, undefined, undefined, 1013]);
  expect(late.kinds).toEqual([]);
  bob.drop();
  const next = connect(stage, { person: 'dan' });
  await settle();
  expect(next.text()).toBe('seed');
});

test('[SY57] one person has half of the places: the others still find one', async () => {
  const stage = createStage({ connectionsPerDocument: 4, connectionsPerPerson: 2 });
  const tabs = [1, 2, 3].map(() => connect(stage, { person: 'ann' }));
  const bob = connect(stage, { person: 'bob' });
  await settle();
  expect(tabs.map(({ code }) => code)).toEqual([undefined, undefined, 1013]);
  expect(bob.code).toBeUndefined();
  tabs[0]?.type('still here');
  await settle();
  expect(bob.text()).toBe('still here|seed');
});

test('[SY57] a hall of 2,000 readers with one token fits', async () => {
  const stage = createStage();
  const hall = Array.from({ length: 2000 }, () =>
    connect(stage, { person: 'hall', access: 'read', silent: true }),
  );
  await settle();
  expect(hall.filter(({ code }) => code !== undefined)).toEqual([]);
});

test('[SY53] nobody gets in any more', async () => {
  const stage = createStage();
  await drain(stage);
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
  await drain(stage);
  expect(ann.code).toBe(1013);
  expect(ann.markers).toEqual([]);
  expect(lost.code).toBe(4404);
});

test('[SY53] a long tail is folded into a snapshot on the way out', async () => {
  const stage = createStage({ snapshotAtUnload: 3 });
  const ann = connect(stage);
  await settle();
  for (let count = 0; count < 4; count += 1) ann.type(`${count}`);
  await drain(stage);
  expect(stage.store.documents.get('doc')?.snapshot?.seq).toBe(5);
});
