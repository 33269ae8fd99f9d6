import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkName, foldName, LONGEST_NAME } from './person-name.ts';

test.each([
  ['  Zoé   Martin\n', 'Zoé Martin'],
  ['Zoe\u0301', 'Zo\u00E9'],
  ['Jean\u00A0Luc', 'Jean Luc'],
  ['نیلوفر', 'نیلوفر'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['🙂', '🙂'],
  ['a'.repeat(LONGEST_NAME), 'a'.repeat(LONGEST_NAME)],
  ['🙂'.repeat(LONGEST_NAME), '🙂'.repeat(LONGEST_NAME)],
])('[PG43] %j is the name %j', (typed, name) => {
  expect(checkName(typed)).toEqual({ ok: true, name });
});

test.each([
  ['', 'empty'],
  [' \t\n\u00A0', 'empty'],
  ['\u200B\u200D', 'empty'],
  ['\u3164', 'empty'],
  ['\u2800', 'empty'],
  ['\u0301', 'empty'],
  ['a\u0000b', 'control-characters'],
  ['a\u202Eb', 'control-characters'],
  ['a\uD800', 'control-characters'],
  ['\u0007', 'control-characters'],
  ['a'.repeat(LONGEST_NAME + 1), 'too-long'],
  ['a'.repeat(1_000_000), 'too-long'],
])('[PG43] %j is refused: %s', (typed, reason) => {
  expect(checkName(typed)).toEqual({ ok: false, reason });
});

test('[PG43] a name that was accepted is accepted as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const checked = checkName(typed);
      if (!checked.ok) return;
      expect(checkName(checked.name)).toEqual(checked);
      expect(checked.name.isWellFormed()).toBe(true);
    }),
  );
});

test('[PG44] case, accents, width and spacing do not make another name', () => {
  for (const alike of [
    ['Zoé Martin', 'ZOE  MARTIN', 'zoe\u0301 martin', 'Ｚoe Martin', 'Zo\u200Dé Martin'],
    ['Straße', 'STRASSE'],
    ['İpek', 'ipek', 'IPEK'],
    ['Σίσυφος', 'ΣΙΣΥΦΟΣ'],
  ]) {
    expect(new Set(alike.map(foldName)).size).toBe(1);
  }
  expect(foldName('Zoé')).not.toBe(foldName('Zoo'));
  expect(foldName('राम')).not.toBe(foldName('रमा'));
  expect(foldName('की')).not.toBe(foldName('का'));
});

test('[PG44] folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }),
    { numRuns: 2000 },
  );
});
