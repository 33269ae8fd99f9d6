import type { LanguageTag } from '@plenary/report-ast';

/** The words of the page around a published report. `{n}` stands for a number. */
export interface SiteWords {
  readonly search: string;
  readonly none: string;
  readonly one: string;
  readonly several: string;
  readonly print: string;
  readonly downloads: string;
  readonly languages: string;
  readonly bytes: readonly [kilobytes: string, megabytes: string];
}

/** The words in the language of the report, in English where there are none in it. */
export function siteWords(lang: LanguageTag): SiteWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}

const fr: SiteWords = {
  search: 'Chercher dans le rapport',
  none: 'Aucun passage trouvé',
  one: '1\u00A0passage',
  several: '{n}\u00A0passages',
  print: 'Imprimer',
  downloads: 'Télécharger le rapport',
  languages: 'Autres langues',
  bytes: ['{n}\u00A0Ko', '{n}\u00A0Mo'],
};

const en: SiteWords = {
  search: 'Search the report',
  none: 'No passage found',
  one: '1 passage',
  several: '{n} passages',
  print: 'Print',
  downloads: 'Download the report',
  languages: 'Other languages',
  bytes: ['{n}\u00A0KB', '{n}\u00A0MB'],
};
