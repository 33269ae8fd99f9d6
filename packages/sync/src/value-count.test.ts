import fc from 'fast-check';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { countValues } from './value-count.ts';

function size(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1;
  return Object.values(value).reduce((sum: number, inside) => sum + size(inside), 1);
}

const written = (value: unknown) =>
  decoding.createDecoder(encoding.encode((e) => encoding.writeAny(e, value as never)));

test('[SY16] counts what lib0 would build, and leaves the decoder where it was', () => {
  // Reading `__proto__` sets a prototype or nothing; such a key is refused elsewhere.
  const key = fc.string().filter((name) => name !== '__proto__');
  const values = fc.anything({ key, withTypedArray: false, withNullPrototype: false, maxDepth: 4 });
  fc.assert(
    fc.property(fc.oneof(values, fc.uint8Array(), fc.bigInt({ min: 0n, max: 2n ** 60n })), (value) => {
      const decoder = written(value);
      const built = decoding.readAny(decoder);
      const end = decoder.pos;
      decoder.pos = 0;
      expect(countValues(decoder, 1_000_000, 16)).toBe(size(built));
      expect(decoder.pos).toBe(0);
      decoding.readAny(decoder);
      expect(decoder.pos).toBe(end);
    }),
  );
});

test('[SY16] stops counting above the limit, at towers, and at bytes that are no value', () => {
  const many = countValues(written(Array.from({ length: 1000 }, () => ({}))), 10, 16);
  expect(many).toBeGreaterThan(10);
  expect(many).toBeLessThan(13);
  const tower = Array.from({ length: 17 }).reduce<unknown[]>((inner) => [inner], []);
  expect(countValues(written(tower), 1000, 16)).toBe('too-deep');
  expect(() => countValues(decoding.createDecoder(Uint8Array.of(1)), 10, 16)).toThrow('No value');
  expect(() => countValues(decoding.createDecoder(Uint8Array.of(117, 200)), 10, 16)).toThrow(
    'Unexpected end',
  );
});
