import type { Direction, LanguageTag, Spoken } from '@plenary/report-ast';

/** Language attributes of an element; the direction is said where the language is, because browsers do not infer it. */
export function languageProps(lang: LanguageTag | undefined): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (lang === undefined) return {};
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4);
  const rtl = script === undefined ? RTL_LANGUAGES.has(language) : RTL_SCRIPTS.has(script);
  return { lang, dir: rtl ? 'rtl' : 'ltr' };
}

/** What a node says about its language; a direction of its own goes before that of the language. */
export function spokenProps({ lang, dir }: Spoken): { lang?: string; dir?: Direction } {
  return { ...languageProps(lang), ...(dir === undefined ? {} : { dir }) };
}

const RTL_LANGUAGES = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const RTL_SCRIPTS = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);
