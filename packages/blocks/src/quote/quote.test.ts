import { expect, test } from 'vitest';
import { quote } from './quote.ts';

test('a quote prints who said it, and for whom they spoke', () => {
  const data = quote.data.parse({ speaker: 'Félicité Ndong', organisation: ' La Fabrique' });
  expect(quote.details(data, 'fr')).toEqual([
    { label: 'Auteur', value: [{ type: 'text', value: 'Félicité Ndong' }] },
    { label: 'Organisation', value: [{ type: 'text', value: 'La Fabrique' }] },
  ]);
  expect(quote.details(quote.data.parse({ speaker: 'Ada' }), 'en')).toHaveLength(1);
});
