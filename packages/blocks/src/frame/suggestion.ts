/** A value offered while one types. */
export interface Suggestion {
  /** What is written into the document. */
  readonly value: string;
  /** What is shown. */
  readonly label: string;
  /** Said softly beside it: why it is offered. */
  readonly hint?: string;
}

/** More than fit on a phone above its keyboard are not read, only scrolled past. */
export const MOST_SUGGESTIONS = 8;

/**
 * The names that have a word beginning with what is typed, accents and case aside; all of them while nothing is
 * typed. Those of `first` come first, each name once.
 */
export function suggestNames(
  typed: string,
  first: readonly string[],
  hint: string,
  others: readonly string[],
): readonly Suggestion[] {
  const wanted = folded(typed);
  const matches = (name: string) => ` ${folded(name)}`.includes(` ${wanted}`);
  const present = first.filter(matches).map((name) => ({ value: name, label: name, hint }));
  const known = new Set(first);
  const rest = others
    .filter((name) => !known.has(name) && matches(name))
    .map((name) => ({ value: name, label: name }));
  const all = [...present, ...rest].slice(0, MOST_SUGGESTIONS);
  // A name that is typed out needs no offer of itself.
  return all.length === 1 && all[0]?.value === typed.trim() ? [] : all;
}

/** For comparing what is typed with what is offered. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[-’']/gu, ' ').toLowerCase().trim();
}
