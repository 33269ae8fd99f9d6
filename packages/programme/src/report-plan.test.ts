import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPlannedOrder } from './report-plan.ts';

const ordered = (items: string, wished: string): string =>
  inPlannedOrder(Array.from(items), (item) => item, Array.from(wished)).join('');

describe('the order of a plan', () => {
  test('[PG60] is that of the programme where nothing is wished for', () => {
    expect(ordered('abcd', '')).toBe('abcd');
  });

  test('[PG60] is the wished one for what is named', () => {
    expect(ordered('abcd', 'dcba')).toBe('dcba');
  });

  test('[PG60] leaves what is new behind what it follows in the programme', () => {
    expect(ordered('abXcd', 'dcba')).toBe('dcbXa');
    expect(ordered('XYabc', 'cba')).toBe('XYcba');
  });

  test('[PG60] ignores what is no longer there, and what is named twice', () => {
    expect(ordered('abc', 'zcyccb')).toBe('acb');
  });

  test('[PG60] has every item exactly once, whatever is wished for', () => {
    const ids = fc.string({ maxLength: 3 });
    fc.assert(
      fc.property(fc.uniqueArray(ids), fc.array(ids), (items, wished) => {
        const result = inPlannedOrder(items, (item) => item, wished);
        expect(result.toSorted()).toEqual(items.toSorted());
      }),
    );
  });
});
