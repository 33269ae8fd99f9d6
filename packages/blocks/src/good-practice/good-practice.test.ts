import { expect, test } from 'vitest';
import { goodPractice } from './good-practice.ts';

test('a good practice prints who can be asked about it', () => {
  const data = goodPractice.data.parse({ contact: 'Ada' });
  expect(goodPractice.details(data, 'en')).toEqual([
    { label: 'Contact', value: [{ type: 'text', value: 'Ada' }] },
  ]);
});

test('each of its parts has a label in both languages', () => {
  for (const lang of ['fr', 'en'] as const)
    for (const part of ['context', 'done', 'result'])
      expect(goodPractice.words[lang].fields[part]).toMatch(/\S/);
});
