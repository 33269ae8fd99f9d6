import { expect, test } from 'vitest';
import { addVitals, connectionVitals, HEALTHY } from './vitals.ts';

test('of connections the oldest marker and the fullest buffer are told', () => {
  const sessions = [
    { markers: { oldest: undefined }, buffered: 7 },
    { markers: { oldest: 900 }, buffered: 0 },
    { markers: { oldest: 400 }, buffered: 3 },
  ];
  expect(connectionVitals(sessions, 1000)).toEqual({ oldestMarkerMs: 600, mostBuffered: 7 });
  expect(connectionVitals([], 1000)).toEqual({ oldestMarkerMs: 0, mostBuffered: 0 });
});

test('of rooms what is on its way is added up, and the worst of the rest is told', () => {
  const one = { uncommitted: 2, pendingStructs: 1, longestTail: 40, oldestMarkerMs: 5, mostBuffered: 0 };
  const other = { uncommitted: 3, pendingStructs: 0, longestTail: 7, oldestMarkerMs: 9, mostBuffered: 8 };
  expect([one, other].reduce(addVitals, HEALTHY)).toEqual({
    uncommitted: 5,
    pendingStructs: 1,
    longestTail: 40,
    oldestMarkerMs: 9,
    mostBuffered: 8,
  });
});
