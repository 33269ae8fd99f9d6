import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSingleLine, isWellFormed, singleLine, wellFormed } from './well-formed.ts';

const anything = fc.string({ unit: 'binary', maxLength: 40 });
const halves = fc
  .array(fc.integer({ min: 0xd700, max: 0xe0ff }))
  .map((codes) => String.fromCharCode(...codes));

describe('wellFormed', () => {
  it.each([
    ['a\u0000b\u001Bc\u007Fd\u0085e', 'abcde'],
    ['\uFFFEx\uFFFF', 'x'],
    ['one\r\ntwo\rthree\n', 'one\ntwo\nthree\n'],
    ['\uD83D!', '\uFFFD!'],
    ['\tmot\u00A0: «\u202Foui\u202F» 👩‍👩‍👧 \u200Bשלום', '\tmot\u00A0: «\u202Foui\u202F» 👩‍👩‍👧 \u200Bשלום'],
  ])('[RA15] makes %j safe and keeps what can be read', (given, expected) => {
    expect(wellFormed(given)).toBe(expected);
  });

  it('[RA15] is idempotent and passes its own check', () => {
    fc.assert(
      fc.property(fc.oneof(anything, halves), (value) => {
        const once = wellFormed(value);
        expect(wellFormed(once)).toBe(once);
        expect(isWellFormed(once)).toBe(true);
      }),
    );
  });

  it('[RA15] leaves alone exactly what the check accepts', () => {
    fc.assert(
      fc.property(fc.oneof(anything, halves), (value) => {
        expect(isWellFormed(value)).toBe(wellFormed(value) === value);
        expect(isSingleLine(value)).toBe(wellFormed(value) === value && !/[\t\n]/.test(value));
      }),
    );
  });
});

it('[RA15] singleLine turns line feeds and tabs into one blank', () => {
  expect(singleLine('a\r\n\r\n\tb c')).toBe('a b c');
});
