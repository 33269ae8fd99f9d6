import { expect, test } from 'vitest';
import { busyAfterKeys, KEY_MARK, type TraceEvent } from './main-thread.ts';

const key = (ts: number): TraceEvent => ({ name: KEY_MARK, ph: 'R', pid: 1, tid: 7, ts });
const task = (ts: number, dur: number, tid = 7): TraceEvent => ({
  name: 'RunTask',
  ph: 'X',
  pid: 1,
  tid,
  ts,
  dur,
});

test('counts what the thread that got the key did from the key on, within the window', () => {
  const events = [
    // The key comes a millisecond after its task began: that millisecond is not the key's.
    task(9_000, 4_000),
    key(10_000),
    task(20_000, 2_500),
    // Another thread, and what begins after the window.
    task(12_000, 50_000, 8),
    task(115_000, 9_000),
    key(200_000),
    task(200_000, 1_000),
  ];
  expect(busyAfterKeys(events, 100)).toEqual([5.5, 1]);
});

test('a trace without keys says nothing', () => {
  expect(busyAfterKeys([task(0, 5)], 100)).toEqual([]);
});
