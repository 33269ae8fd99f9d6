import { describe, expect, it } from 'vitest';
import { languageOf, translator } from './translate.ts';

describe('texts', () => {
  it('are found by their path', () => {
    expect(translator('fr')('action.back')).toBe('Retour');
    expect(translator('en')('action.back')).toBe('Back');
  });

  it('are filled in, and say where something is missing', () => {
    expect(translator('en')('join.continueAs', { name: 'Ana {{name}}' })).toBe('Continue as Ana {{name}}');
    expect(translator('en')('join.continueAs')).toBe('Continue as {{name}}');
  });

  it('know singular and plural as each language counts', () => {
    const found = (language: 'fr' | 'en', count: number) => translator(language)('report.remarks', { count });
    expect([0, 1, 2].map((count) => found('en', count))).toEqual(['0 remarks', '1 remark', '2 remarks']);
    expect([0, 1, 2].map((count) => found('fr', count))).toEqual(['0 remarque', '1 remarque', '2 remarques']);
  });

  it('are French where a language has no catalogue', () => {
    expect(['en-GB', 'fr-CA', 'de', undefined].map(languageOf)).toEqual(['en', 'fr', 'fr', 'fr']);
  });
});
