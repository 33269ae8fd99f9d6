import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { connect, createStage, replay, settle, textOf } from '../fixtures/client.ts';

test('[SY25] a store that always fails tells every attempt so, acknowledges none, and has it all once it is mended', async () => {
  const stage = createStage();
  const doc = new Y.Doc();
  stage.store.fail('append');
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const ann = connect(stage, { doc, dialect: 'plenary' });
    await settle();
    if (ann.code === undefined) ann.type(`attempt ${attempt}`);
    ann.mark(attempt);
    await settle();
    expect(ann.code).toBe(1013);
    expect(ann.notices.at(-1)).toEqual({ type: 'rejected', reason: 'storage' });
    expect(ann.markers).toEqual([]);
    expect(textOf(replay(stage.store))).toBe('seed');
  }
  stage.store.mend();
  const ann = connect(stage, { doc, dialect: 'plenary' });
  await settle();
  ann.mark(9);
  await settle();
  expect(ann.markers).toEqual([9]);
  expect(textOf(replay(stage.store))).toContain('attempt 1');
});

test('[SY22] a slow store acknowledges nothing early, however many wait', async () => {
  const stage = createStage();
  const people = ['ann', 'bob', 'cyd'].map((person) => connect(stage, { person, dialect: 'plenary' }));
  await settle();
  stage.store.hold();
  for (const client of people) {
    client.type(client.person);
    client.mark(1);
  }
  stage.clock.advance(60_000);
  await settle();
  expect(people.map(({ markers }) => markers)).toEqual([[], [], []]);
  expect(people.map(({ code }) => code)).toEqual([undefined, undefined, undefined]);
  stage.store.release();
  await settle();
  stage.clock.advance(1000);
  await settle();
  expect(people.map(({ markers }) => markers)).toEqual([[1], [1], [1]]);
});

test('[SY27] when the last person leaves while a commit fails, the next reads the log, and what was not stored comes back with its author', async () => {
  const stage = createStage();
  const doc = new Y.Doc();
  const ann = connect(stage, { doc, dialect: 'plenary' });
  await settle();
  stage.store.hold();
  stage.store.fail('append');
  ann.type('not stored');
  ann.mark(1);
  await settle();
  ann.drop();
  stage.clock.advance(60_000);
  await settle();
  stage.store.release();
  await settle();
  stage.clock.advance(60_000);
  await settle();
  expect(ann.markers).toEqual([]);
  stage.store.mend();

  const bob = connect(stage, { person: 'bob' });
  await settle();
  expect(bob.text()).toBe('seed');
  const again = connect(stage, { doc, dialect: 'plenary' });
  await settle();
  again.mark(2);
  await settle();
  stage.clock.advance(1000);
  await settle();
  expect(again.markers).toEqual([2]);
  expect(bob.text()).toBe('not stored|seed');
});
