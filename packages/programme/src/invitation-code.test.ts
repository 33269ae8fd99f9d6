import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, newInvitationCode, normaliseCode, showCode } from './invitation-code.ts';

const code = fc
  .array(fc.constantFrom(...CODE_ALPHABET.split('')), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((chars) => chars.join(''));

test('[PG41] no two characters look alike', () => {
  expect(new Set(CODE_ALPHABET).size).toBe(25);
  for (const alike of ['0O', '1IL', '2Z', '5S', '8B', 'UV']) {
    expect(alike.split('').filter((char) => CODE_ALPHABET.includes(char)).length).toBeLessThanOrEqual(1);
  }
});

test('[PG41] any bytes give a code, and every byte is used evenly', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
      const made = newInvitationCode((count) => Uint8Array.from(bytes.take(count)));
      expect(normaliseCode(made)).toBe(made);
    }),
  );
  const seen = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    // A byte that is passed over leaves the code to the zeros after it.
    const made = newInvitationCode((count) => new Uint8Array(count).fill(0).with(0, byte).with(1, 1));
    const used = made[1] === CODE_ALPHABET[1] ? made[0] : undefined;
    if (used !== undefined) seen.set(used, (seen.get(used) ?? 0) + 1);
  }
  expect([...seen.values()]).toEqual(Array.from(CODE_ALPHABET, () => 10));
});

test('[PG41] a source that gives nothing usable is told, not waited for', () => {
  expect(() => newInvitationCode((count) => new Uint8Array(count).fill(255))).toThrow(/randomness/u);
  expect(() => newInvitationCode(() => new Uint8Array())).toThrow(/randomness/u);
});

test('[PG42] a code is understood as it is shown and as people type it', () => {
  fc.assert(
    fc.property(code, (made) => {
      expect(normaliseCode(showCode(made))).toBe(made);
      expect(normaliseCode(` ${made.toLowerCase().split('').join(' ')}\n`)).toBe(made);
      expect(
        normaliseCode(
          made.replaceAll('Z', '2').replaceAll('S', '5').replaceAll('B', '8').replaceAll('V', 'u'),
        ),
      ).toBe(made);
    }),
  );
  expect(showCode('K7MPR3XQ')).toBe('K7MP-R3XQ');
  expect(normaliseCode('k7mp – r3xq')).toBe('K7MPR3XQ');
});

test('[PG42] what cannot be a code is told at once', () => {
  for (const typed of ['', 'K7MP', 'K7MPR3XQ9', 'K7MPR3X0', 'K7MPR3XÉ', 'x'.repeat(1000)]) {
    expect(normaliseCode(typed)).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = normaliseCode(typed);
      if (read !== undefined) expect(normaliseCode(read)).toBe(read);
    }),
  );
});
