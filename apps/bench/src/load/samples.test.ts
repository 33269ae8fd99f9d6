import { describe, expect, test } from 'vitest';
import { Samples } from './samples.ts';

function samplesOf(values: Iterable<number>): Samples {
  const samples = new Samples();
  for (const value of values) samples.add(value);
  return samples;
}

describe('percentiles', () => {
  test('are values that were measured, in whatever order they came', () => {
    const samples = samplesOf([40, 10, 30, 20]);
    expect([0.5, 0.51, 0.99, 1].map((share) => samples.percentile(share))).toEqual([20, 30, 40, 40]);
  });

  test('of one value are that value; of none, no number', () => {
    expect(samplesOf([7]).percentile(0.01)).toBe(7);
    expect(samplesOf([]).percentile(0.5)).toBeNaN();
  });

  test('one late key in a hundred is the p99 only if there are more', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => (index === 50 ? 900 : 5));
    expect(samplesOf(hundred).percentile(0.99)).toBe(5);
    expect(samplesOf([...hundred, 900]).percentile(0.99)).toBe(900);
  });

  test('hold when there are more values than room was made for at first, and when more come later', () => {
    const samples = samplesOf(Array.from({ length: 10_000 }, (_, index) => 10_000 - index));
    expect(samples.count).toBe(10_000);
    expect(samples.percentile(0.5)).toBe(5000);
    samples.add(0);
    expect(samples.percentile(0)).toBe(0);
  });
});
