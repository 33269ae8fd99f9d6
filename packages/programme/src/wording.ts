import type { Wording } from './programme.ts';

/** What a file says, in quotation marks, short enough for a sentence. */
export function quoted(value: unknown): Wording {
  const text = shortened(typeof value === 'string' ? value : outlined(value));
  return { fr: `«\u00A0${text}\u00A0»`, en: `“${text}”` };
}

/** Things named one after another, each in quotation marks. */
export function quotedList(values: readonly string[]): Wording {
  const each = values.map(quoted);
  return { fr: each.map(({ fr }) => fr).join(', '), en: each.map(({ en }) => en).join(', ') };
}

/** A list or object by its brackets: what it holds has no place in a sentence. */
function outlined(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}';
  return String(value);
}

/** Enough to recognise a value by, little enough to keep a message on two lines. */
const LONGEST_QUOTE = 60;

/** What would break a line of a terminal or turn its direction, and half characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function shortened(text: string): string {
  const points = Array.from(text.slice(0, LONGEST_QUOTE * 2).replaceAll(UNPRINTABLE, '\uFFFD'));
  return points.length > LONGEST_QUOTE ? `${points.slice(0, LONGEST_QUOTE).join('')}…` : points.join('');
}
