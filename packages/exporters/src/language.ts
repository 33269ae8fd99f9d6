import type { Direction, LanguageTag } from '@plenary/report-ast';

/** What the first subtags of a language tag say; formats with a field for each want them apart. */
export interface LanguageParts {
  /** Lower case: `fr`. */
  readonly language: string;
  /** Four letters, the first one large: `Latn`. */
  readonly script?: string;
  /** Capitals, or three digits: `BE`. */
  readonly region?: string;
}

/** A language tag in parts; variants and extensions are left out. */
export function languageParts(lang: LanguageTag): LanguageParts {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  // What follows a single letter is an extension, whatever it looks like.
  const end = subtags.findIndex((subtag) => subtag.length === 1);
  const known = end === -1 ? subtags : subtags.slice(0, end);
  const script = known.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const region = known.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
  return {
    language,
    ...(script === undefined ? {} : { script: `${script.charAt(0).toUpperCase()}${script.slice(1)}` }),
    ...(region === undefined ? {} : { region: region.toUpperCase() }),
  };
}

/** Which way a language is written. */
export function directionOf(lang: LanguageTag): Direction {
  const { language, script } = languageParts(lang);
  const rtl = script === undefined ? RTL_LANGUAGES.has(language) : RTL_SCRIPTS.has(script);
  return rtl ? 'rtl' : 'ltr';
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
const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);
