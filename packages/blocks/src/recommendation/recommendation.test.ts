import { expect, test } from 'vitest';
import { recommendation } from './recommendation.ts';

test('a recommendation prints whom it asks', () => {
  const data = recommendation.data.parse({ to: 'réseaux nationaux ' });
  expect(recommendation.details(data, 'fr')).toEqual([
    { label: 'À l’attention de', value: [{ type: 'text', value: 'réseaux nationaux' }] },
  ]);
  expect(recommendation.details(recommendation.data.parse({ to: null }), 'fr')).toEqual([]);
});

test('what another program wrote there is an error with its place, not a crash', () => {
  expect(recommendation.data.safeParse({ to: { x: 1 } }).success).toBe(false);
});
