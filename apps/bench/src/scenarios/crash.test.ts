import { expect, test } from 'vitest';
import { compare } from './crash.ts';

test('what others had seen and nobody can read any more is lost, to the key', () => {
  // Keys have the clocks 3, 4, 5 …; a served clock of 6 means that those below 6 are there.
  expect(compare({ 1: 5, 2: 5, 3: 2 }, { 1: 6, 2: 4 })).toEqual({
    seenKeys: 6,
    lostKeys: 2,
    lostShare: 100 / 3,
  });
});

test('a document that is empty again has lost every key and not the paragraph before it', () => {
  expect(compare({ 1: 12 }, {})).toEqual({ seenKeys: 10, lostKeys: 10, lostShare: 100 });
  expect(compare({}, {})).toEqual({ seenKeys: 0, lostKeys: 0, lostShare: 0 });
});

test('a server may have more than was seen', () => {
  expect(compare({ 1: 5 }, { 1: 90 })).toMatchObject({ lostKeys: 0 });
});
