import { expect, test } from 'vitest';
import { judge } from './made-house.ts';
import { sizesRule } from './sizes-rule.ts';

const lines = (count: number): string => '//\n'.repeat(count);

test('a source of 301 lines is refused, one of 300 is not', () => {
  const found = judge(sizesRule, {
    'packages/a/src/long.ts': lines(301),
    'packages/a/src/fits.ts': lines(300),
  });
  expect(found).toEqual([expect.stringContaining('long.ts: 301 lines')]);
});

test('tests and data may be long', () => {
  expect(
    judge(sizesRule, { 'packages/a/src/a.test.ts': lines(900), 'packages/a/a.json': lines(900) }),
  ).toEqual([]);
});
