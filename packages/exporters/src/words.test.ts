import { expect, it } from 'vitest';
import { wordsFor } from './words.ts';

it('speaks the language of the report, and English where it cannot', () => {
  expect(wordsFor('fr').contents).toBe('Sommaire');
  expect(wordsFor('FR-be').contents).toBe('Sommaire');
  expect(wordsFor('en-GB').contents).toBe('Contents');
  expect(wordsFor('frr').contents).toBe('Contents');
  expect(wordsFor('el').contents).toBe('Contents');
});

it('sets the French space before a colon', () => {
  expect(wordsFor('fr').colon).toBe('\u00A0: ');
});
