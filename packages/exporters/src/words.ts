import type { LanguageTag } from '@plenary/report-ast';

/** The few words that belong to a format and not to the report. */
export interface FormatWords {
  readonly contents: string;
  readonly skipToReport: string;
  readonly backToContents: string;
  /** Names a table that has to be scrolled sideways. */
  readonly table: string;
  /** Stands for a picture that has no words and could not be shown. */
  readonly picture: string;
  /** Stands before the number of a picture. */
  readonly figure: string;
  /** Title of the notes of a part. */
  readonly notes: string;
  /** Names the link that leads to a title. */
  readonly linkTo: string;
  readonly backToText: string;
  readonly taskDone: string;
  readonly taskOpen: string;
  /** What parts a label from its value: French sets a space before it. */
  readonly colon: string;
}

/** The words in the language of the report, in English where there are none in it. */
export function wordsFor(lang: LanguageTag): FormatWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? words.fr : words.en;
}

const words = {
  fr: {
    contents: 'Sommaire',
    skipToReport: 'Aller au rapport',
    backToContents: 'Retour au sommaire',
    table: 'Tableau',
    picture: 'Image',
    figure: 'Figure',
    notes: 'Notes',
    linkTo: 'Lien vers',
    backToText: 'Retour au texte',
    taskDone: 'Fait',
    taskOpen: 'À faire',
    colon: '\u00A0: ',
  },
  en: {
    contents: 'Contents',
    skipToReport: 'Skip to the report',
    backToContents: 'Back to contents',
    table: 'Table',
    picture: 'Picture',
    figure: 'Figure',
    notes: 'Notes',
    linkTo: 'Link to',
    backToText: 'Back to the text',
    taskDone: 'Done',
    taskOpen: 'To do',
    colon: ': ',
  },
} as const satisfies Readonly<Record<string, FormatWords>>;
