import type { Direction } from './nodes.ts';

/** Whether a text has the shape of a BCP 47 language tag, such as `fr` or `pt-BR`. */
export function isLanguageTag(text: string): boolean {
  return text.length <= LONGEST_TAG && LANGUAGE_TAG.test(text);
}

/** Whether a text names a direction of writing. */
export function isDirection(text: string): text is Direction {
  return text === 'ltr' || text === 'rtl';
}

/** What RFC 5646 tells programs to make room for. */
const LONGEST_TAG = 35;
const LANGUAGE_TAG = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;
