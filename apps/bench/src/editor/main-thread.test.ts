import { expect, test } from 'vitest';
import { costOfKeys, type TraceEvent } from './main-thread.ts';

/** By the wall everything takes twice as long as the thread is at work. */
const span = (name: string, ts: number, tdur: number, tid = 7): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid,
  ts,
  dur: 2 * tdur,
  tts: ts / 2,
  tdur,
});
const event = (type: string, ts: number, tdur: number): TraceEvent => ({
  ...span('EventDispatch', ts, tdur),
  args: { data: { type } },
});

test('counts what the thread that got the key did from the key on, within the window', () => {
  const [cost, ...others] = costOfKeys(
    [
      // The key comes a millisecond of the thread's time after its task began: that millisecond is not the key's.
      span('RunTask', 8_000, 4_000),
      event('keydown', 10_000, 500),
      span('RunTask', 20_000, 2_500),
      // Another thread, what is inside no task, and what begins after the window.
      span('RunTask', 12_000, 50_000, 8),
      span('Layout', 60_000, 1_000),
      span('RunTask', 115_000, 9_000),
    ],
    100,
  );
  expect(others).toEqual([]);
  expect(cost).toMatchObject({ all: 5.5, wall: 11 });
  expect(cost?.frame).toBeNaN();
});

test('ends with the frame that shows the key, and says what it all went into', () => {
  const [cost] = costOfKeys(
    [
      span('RunTask', 10_000, 5_000),
      event('keydown', 10_000, 4_000),
      span('Layout', 11_000, 1_000),
      span('RunTask', 30_000, 4_000),
      span('UpdateLayoutTree', 30_000, 500),
      span('Paint', 31_000, 1_000),
      span('Commit', 33_000, 2_000),
      span('RunTask', 50_000, 3_000),
      span('TimerFire', 50_000, 2_000),
      span('RunTask', 60_000, 1_000),
      event('message', 60_000, 1_000),
    ],
    100,
  );
  expect(cost).toMatchObject({ frame: 9, all: 13 });
  expect(cost?.parts).toMatchObject({
    key: 4,
    layout: 1,
    style: 0.5,
    paint: 1,
    commit: 2,
    other: 0.5,
    timers: 3,
    network: 1,
  });
});

test('a trace without keys says nothing', () => {
  expect(costOfKeys([span('RunTask', 0, 5)], 100)).toEqual([]);
});
