/**
 * Words as the audit compares them: white space of every kind (also no-break spaces, which some formats cannot tell
 * from others) is one blank, characters no format can hold are gone, half characters are U+FFFD.
 */
export function fold(words: string): string {
  return words.toWellFormed().replaceAll(NO_FORMAT_HOLDS, '').replaceAll(/\s+/g, ' ').trim();
}

// What report text may not hold, but for white space.
const NO_FORMAT_HOLDS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;
