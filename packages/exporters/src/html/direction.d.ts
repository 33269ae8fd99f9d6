import type { LanguageTag } from '@plenary/report-ast';
/** Language attributes of an element; the direction is said where the language is, because browsers do not infer it. */
export declare function languageProps(lang: LanguageTag | undefined): {
  lang?: string;
  dir?: 'ltr' | 'rtl';
};
