import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_SLUG, slugOf } from './slug.ts';

test.each([
  ['1er Sommet européen du pro bono', '1er-sommet-europeen-du-pro-bono'],
  ['Communiquer l’impact', 'communiquer-l-impact'],
  ['InFocus', 'infocus'],
  ['  --  ', 'summit'],
  ['日本語', 'summit'],
  ['', 'summit'],
])('[PG40] %j becomes %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('[PG40] a long title is cut between words, one long word inside', () => {
  expect(slugOf('word '.repeat(30))).toBe('word-'.repeat(12).slice(0, -1));
  expect(slugOf('x'.repeat(100))).toBe('x'.repeat(LONGEST_SLUG));
});

test('[PG40] any title gives a slug, and a slug gives itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const slug = slugOf(title);
      expect(slug).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u);
      expect(slug.length).toBeLessThanOrEqual(LONGEST_SLUG);
      expect(slugOf(slug)).toBe(slug);
    }),
  );
});
