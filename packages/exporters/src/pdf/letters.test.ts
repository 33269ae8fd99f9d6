import { expect, it } from 'vitest';
import { lettersOf } from './letters.ts';

it.each([
  ['letters and figures, without signs and blanks', 'a b: [12] \u05D0!', 'a b 1 2 \u05D0'],
  ['a letter with the marks of its script', 'e\u0301\u05D1\u05BC\u05B8', 'e\u0301 \u05D1\u05BC\u05B8'],
  ['a letter without those of another script', 'x\u0597\u05D1\u064F\u05BC1\u05B8', 'x \u05D1\u05BC 1'],
])('tells %s', (_, text, letters) => {
  expect(lettersOf(text)).toBe(letters);
});
