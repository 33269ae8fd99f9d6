import { expect, test } from 'vitest';
import { createRandom } from './prng.ts';

const first = (seed: number, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(first(7, 20)).toEqual(first(7, 20));
  expect(first(7, 20)).not.toEqual(first(8, 20));
});

test('numbers fill the range evenly', () => {
  const random = createRandom(1);
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 4000; i += 1) {
    const bucket = random.below(4);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('chance holds at its ends', () => {
  const random = createRandom(3);
  for (let i = 0; i < 100; i += 1) {
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
  }
});

test('a limit below one and an empty list are refused', () => {
  expect(() => createRandom(1).below(0)).toThrow('at least 1');
  expect(() => createRandom(1).pick([])).toThrow('nothing to pick');
});
