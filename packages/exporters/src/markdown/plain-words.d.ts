import type { Inline } from '@plenary/report-ast';
/**
 * Whether words are so plain that Markdown cannot misread them, and need not be parsed to be sure: one text, alone or in
 * one mark, that begins with a letter or a quote and holds no character that begins, ends or escapes anything.
 * Most words of a report are, and the check of the others is what takes the time.
 */
export declare function arePlainWords(words: readonly Inline[]): boolean;
