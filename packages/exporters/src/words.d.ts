import type { LanguageTag } from '@plenary/report-ast';
/** The few words that belong to a format and not to the report. */
export interface FormatWords {
  readonly contents: string;
  readonly skipToReport: string;
  readonly backToContents: string;
  /** Names a table that has to be scrolled sideways. */
  readonly table: string;
  /** What parts a label from its value: French sets a space before it. */
  readonly colon: string;
}
/** The words in the language of the report, in English where there are none in it. */
export declare function wordsFor(lang: LanguageTag): FormatWords;
