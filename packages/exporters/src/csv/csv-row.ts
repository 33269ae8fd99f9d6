/** A row as RFC 4180 wants it. */
export function csvRow(values: readonly string[]): string {
  return `${values.map((value) => quoted(harmless(value))).join(',')}\r\n`;
}

/**
 * The same value where a spreadsheet takes it for words, and with an apostrophe before it where it would take it for something
 * to calculate: a formula may send what stands beside it to another machine. Spreadsheets show the apostrophe or not; people
 * read the rest as it is.
 */
export function harmless(value: string): string {
  return STARTS_A_FORMULA.test(value) ? `'${value}` : value;
}

// Blanks before it are taken away by some programs; the wide forms count in some languages.
const STARTS_A_FORMULA = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function quoted(value: string): string {
  return /[",\r\n]|^\s|\s$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
