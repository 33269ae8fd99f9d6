import { expect, test } from 'vitest';
import { decision } from './decision.ts';

test('nothing is picked on it, and what others wrote there is left alone', () => {
  const data = decision.data.parse({ mood: 'good' });
  expect(data).toEqual({});
  expect(decision.details(data, 'fr')).toEqual([]);
});
