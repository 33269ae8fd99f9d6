import { expect, test } from 'vitest';
import { question } from './question.ts';

test('nothing is picked on it, and what others wrote there is left alone', () => {
  const data = question.data.parse({ mood: 'good' });
  expect(data).toEqual({});
  expect(question.details(data, 'fr')).toEqual([]);
});
