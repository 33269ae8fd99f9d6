import { describe, expect, it } from 'vitest';
import { directionOf, languageParts } from './language.ts';

describe('a language tag', () => {
  it('says its language, script and region', () => {
    expect(languageParts('FR')).toEqual({ language: 'fr' });
    expect(languageParts('pt-br')).toEqual({ language: 'pt', region: 'BR' });
    expect(languageParts('zh-hant-tw')).toEqual({ language: 'zh', script: 'Hant', region: 'TW' });
    expect(languageParts('es-419')).toEqual({ language: 'es', region: '419' });
    expect(languageParts('de-1996-x-latn-ch')).toEqual({ language: 'de' });
  });

  it('says which way it is written, its script before its language', () => {
    expect(['ar', 'he-IL', 'FA', 'az-Arab', 'ur'].map(directionOf)).toEqual(Array(5).fill('rtl'));
    expect(['fr', 'az', 'ar-Latn', 'iw-latn', 'x'].map(directionOf)).toEqual(Array(5).fill('ltr'));
  });
});
