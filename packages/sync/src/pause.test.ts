import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { pauseFor } from './pause.ts';

test('SY24 a few do not wait, a full morning waits two frames of a screen, and a hall of two thousand less again', () => {
  const pause = (connections: number): number => Math.floor(pauseFor(connections, DEFAULT_LIMITS));
  expect([5, 280, 500, 2000, 5000].map(pause)).toEqual([0, 31, 42, 20, 20]);
});

test('SY24 pause and writing together stay below sixty milliseconds as long as all are in one room of two thousand', () => {
  const { writingMsPerConnection } = DEFAULT_LIMITS;
  for (let connections = 0; connections <= 2500; connections += 1)
    expect(pauseFor(connections, DEFAULT_LIMITS) + connections * writingMsPerConnection).toBeLessThan(60);
});
