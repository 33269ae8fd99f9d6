import { createManualClock, type ManualClock } from '@plenary/testing';
import { describe, expect, test } from 'vitest';
import { createFakeMeter, createFakeStore } from '../fixtures/fakes.ts';
import {
  connect,
  presenceMessage,
  presenceOf,
  replay,
  SCHEMA,
  seedUpdate,
  settle,
  type Stage,
  syncMessage,
  textOf,
} from '../fixtures/client.ts';
import type { RoomsOptions } from './api.ts';
import { createRooms } from './rooms.ts';

const HOUR = 3_600_000;

/** A stage whose system clock can be set, as an operator or a time server does it; timers go on as they were. */
function createJumpingStage(limits: RoomsOptions['limits'] = {}): Stage & { set(ms: number): void } {
  const passing: ManualClock = createManualClock();
  let offset = 0;
  const clock: ManualClock = { ...passing, now: () => passing.now() + offset, waiting: 0 };
  const store = createFakeStore();
  store.add('doc', seedUpdate());
  const meter = createFakeMeter();
  const rooms = createRooms({ store, clock, meter, schemaVersion: SCHEMA, limits });
  const set = (ms: number): void => {
    offset += ms;
  };
  return { store, clock, meter, rooms, set };
}

describe.each([
  ['back', -HOUR],
  ['forth', HOUR],
])('a system clock that is set an hour %s', (_, jump) => {
  test('[SY56] stops no commit and no marker', async () => {
    const stage = createJumpingStage();
    const ann = connect(stage, { dialect: 'plenary' });
    await settle();
    ann.type('before');
    stage.set(jump);
    ann.type('after');
    ann.mark(1);
    stage.clock.advance(100);
    await settle();
    expect(ann.markers).toEqual([1]);
    expect(textOf(replay(stage.store))).toBe('after|before|seed');
  });

  test('[SY56] gives nobody more than a burst, and takes away no more than the time since the last frame', async () => {
    const stage = createJumpingStage({ framesPerSecond: 10, frameBurst: 20 });
    const ann = connect(stage, { silent: true });
    await settle();
    const nothing = syncMessage(2, Uint8Array.of(0, 0));
    for (let count = 0; count < 19; count += 1) ann.send(nothing);
    stage.set(jump);
    ann.send(nothing);
    stage.clock.advance(1000);
    // A second's worth is there again after a second, whatever the clock says.
    for (let count = 0; count < 9; count += 1) ann.send(nothing);
    expect(ann.code).toBeUndefined();
    for (let count = 0; count < 21; count += 1) ann.send(nothing);
    expect(ann.code).toBe(1013);
  });

  test('[SY56] shows carets and keeps connections alive at their pace', async () => {
    const stage = createJumpingStage();
    const ann = connect(stage, { person: 'ann', silent: true });
    const bob = connect(stage, { person: 'bob', silent: true });
    await settle();
    ann.send(presenceMessage([5, 1, '{"caret":1}']));
    stage.set(jump);
    stage.clock.advance(100);
    expect(presenceOf(bob.socket).flat()).toHaveLength(1);
    stage.clock.advance(15_000);
    expect(presenceOf(bob.socket).filter((entries) => entries.length === 0)).toHaveLength(1);
  });

  test('[SY56] lets a room leave memory in its time, and a server leave within a second', async () => {
    const stage = createJumpingStage();
    const ann = connect(stage);
    await settle();
    ann.drop();
    stage.set(jump);
    stage.clock.advance(29_000);
    await settle();
    connect(stage, { person: 'bob' }).drop();
    expect(stage.store.calls.load).toBe(1);
    stage.clock.advance(30_000);
    await settle();
    const both = [connect(stage, { person: 'cyd' }), connect(stage, { person: 'dan' })];
    await settle();
    expect(stage.store.calls.load).toBe(2);
    const draining = stage.rooms.drain();
    await settle();
    stage.set(jump);
    stage.clock.advance(1000);
    await draining;
    expect(both.map(({ code }) => code)).toEqual([1012, 1012]);
  });
});
