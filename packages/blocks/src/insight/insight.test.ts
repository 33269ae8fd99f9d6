import { expect, test } from 'vitest';
import { insight } from './insight.ts';

test('nothing is picked on it, and what others wrote there is left alone', () => {
  const data = insight.data.parse({ mood: 'good' });
  expect(data).toEqual({});
  expect(insight.details(data, 'fr')).toEqual([]);
});
