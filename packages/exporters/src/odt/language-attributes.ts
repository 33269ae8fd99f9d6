import type { LanguageTag } from '@plenary/report-ast';
import { directionOf, languageParts } from '../language.ts';
import { regionalLanguage } from '../office/regional-language.ts';

/** The attributes that name a language; the format keeps three, for three families of scripts. */
export function languageAttributes(lang: LanguageTag): Readonly<Record<string, string>> {
  const { language, region } = languageParts(regionalLanguage(lang));
  // A tag with more letters than a code has is none that a dictionary goes by.
  const known = /^[a-z]{2,3}$/.test(language) ? language : 'none';
  const suffix = directionOf(lang) === 'rtl' ? '-complex' : /^(?:ja|ko|zh)$/.test(language) ? '-asian' : '';
  const prefix = suffix === '' ? 'fo' : 'style';
  return { [`${prefix}:language${suffix}`]: known, [`${prefix}:country${suffix}`]: region ?? 'none' };
}
