/** Whether a language is written from right to left, by the script it is usually written in or says it is. */
export function isRightToLeft(tag: string): boolean {
  try {
    return SCRIPTS.has(new Intl.Locale(tag).maximize().script ?? '');
  } catch {
    // No tag of a language.
    return false;
  }
}

/** Hebrew, Arabic and its kin, Syriac, Thaana, N’Ko, Adlam, Rohingya, Samaritan, Mandaic. */
const SCRIPTS: ReadonlySet<string> = new Set([
  'Hebr',
  'Arab',
  'Aran',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Samr',
  'Mand',
]);
