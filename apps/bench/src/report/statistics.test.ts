import { describe, expect, test } from 'vitest';
import { median, type Measurement, ratio, valuesOf } from './statistics.ts';

describe('median', () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[Number.NaN, 7, Number.NaN], 7],
    [[10, 9, 100], 10],
  ])('of %j is %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('of nothing is no number, rather than zero', () => {
    expect(median([])).toBeNaN();
    expect(median([Number.NaN])).toBeNaN();
  });
});

const took = (server: string, run: number, cpuPer1000: number, name = ''): Measurement => ({
  scenario: 'morning',
  server,
  run,
  cases: [{ name, figures: { cpuPer1000 } }],
});

describe('over several runs', () => {
  test('values come in the order of the runs and of their case alone', () => {
    const measurements = [took('a', 1, 5), took('b', 1, 9), took('a', 2, 6), took('a', 2, 70, 'other')];
    expect(valuesOf(measurements, 'a', '', 'cpuPer1000')).toEqual([5, 6]);
    expect(valuesOf(measurements, 'a', '', 'p99')).toEqual([]);
  });

  test('ratios are taken within a run, so that a slow hour does not count for one side', () => {
    const measurements = [
      took('a', 1, 5),
      took('b', 1, 10),
      // The machine was three times slower, for both.
      took('a', 2, 15),
      took('b', 2, 30),
      took('a', 3, 6),
      took('b', 3, 10),
    ];
    expect(ratio(measurements, 'a', 'b', '', 'cpuPer1000')).toBe(0.5);
  });

  test('a run in which one side failed gives no ratio', () => {
    const measurements = [took('a', 1, 5), took('a', 2, 4), took('b', 2, 8)];
    expect(ratio(measurements, 'a', 'b', '', 'cpuPer1000')).toBe(0.5);
    expect(ratio(measurements, 'a', 'c', '', 'cpuPer1000')).toBeNaN();
  });
});
