import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isToken, newId, newToken } from './secrets.ts';

test('ids fit into addresses and tokens are told from codes, whatever chance gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(255), { minLength: 64, maxLength: 64 }), (bytes) => {
      let at = 0;
      const random = (length: number): Uint8Array =>
        Uint8Array.from({ length }, () => bytes[(at += 1) % bytes.length] ?? 0);
      expect(newId(random, 'g')).toMatch(/^g[0-9a-z]{12}$/);
      expect(isToken(newToken(random))).toBe(true);
    }),
  );
  expect(isToken('K7MP3XQ9')).toBe(false);
});
