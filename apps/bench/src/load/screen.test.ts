import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Screens } from './screen.ts';
import { FIRST_KEY, Typist } from './typist.ts';

function pressed(screens: Screens, typist: Typist, now: number): Uint8Array {
  screens.press(typist, now);
  return typist.key();
}

test('a key counts once on each other screen, never on one’s own, and not before it was pressed', () => {
  const screens = new Screens();
  const [ada, bo] = [new Typist(1), new Typist(2)];
  screens.add(ada);
  screens.add(bo);
  screens.receive(ada.opening(), 2, 0);
  expect(screens.deliveries).toBe(0);
  const key = pressed(screens, ada, 10);
  screens.receive(key, 1, 12);
  expect(screens.deliveries).toBe(0);
  screens.receive(key, 2, 13);
  screens.receive(key, undefined, 14);
  expect(screens.deliveries).toBe(2);
  expect([...screens.seen()]).toEqual([
    [1, FIRST_KEY],
    [2, FIRST_KEY - 1],
  ]);
});

test('only keys of the window are measured, also those that arrive after it, and each of a packed update', () => {
  const screens = new Screens();
  const ada = new Typist(1);
  screens.add(ada);
  const early = pressed(screens, ada, 5);
  screens.measure(10, Number.POSITIVE_INFINITY);
  const inside = [pressed(screens, ada, 10), pressed(screens, ada, 15)];
  screens.receive(early, undefined, 16);
  screens.measureUntil(20);
  const late = pressed(screens, ada, 20);
  screens.receive(Y.mergeUpdates([...inside, late]), undefined, 30);
  expect(screens.deliveries).toBe(4);
  expect(screens.latencies.count).toBe(2);
  expect([screens.latencies.percentile(0.5), screens.latencies.percentile(1)]).toEqual([15, 20]);
});
