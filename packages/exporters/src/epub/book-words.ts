import type { LanguageTag } from '@plenary/report-ast';

/** The few words that only a book needs. */
export interface BookWords {
  readonly titlePage: string;
  readonly report: string;
  /** What is said of it to whoever chooses books by whether they can be read. */
  readonly accessibility: string;
}

/** The words in the language of the report, in English where there are none in it. */
export function bookWords(lang: LanguageTag): BookWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}

const fr: BookWords = {
  titlePage: 'Page de titre',
  report: 'Rapport',
  accessibility:
    'Les titres, les tableaux, les notes et les langues sont marqués comme tels\u202F; les images ont le texte que leurs auteurs leur ont donné.',
};

const en: BookWords = {
  titlePage: 'Title page',
  report: 'Report',
  accessibility:
    'Headings, tables, notes and languages are marked as such; pictures have the text that their authors gave them.',
};
