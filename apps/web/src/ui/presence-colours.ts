/**
 * Colours of people, by the number a person has kept since joining. White text on each has a contrast of 4.5:1 or
 * better (presence-colours.test.ts), and neighbours in the list differ in hue, so that those who join one after the
 * other are told apart.
 */
export const PRESENCE_COLOURS = [
  '#1f6f8b',
  '#a33a12',
  '#6b3fa0',
  '#2a7a3f',
  '#9c2463',
  '#7a5200',
  '#2b5bb5',
  '#8a2f2f',
  '#0b6e69',
  '#7a3e8f',
  '#4c6a1e',
  '#51606e',
] as const;

/** The colour with a person's number; numbers beyond the list begin again. */
export function presenceColour(number: number): string {
  return PRESENCE_COLOURS[Math.abs(Math.trunc(number)) % PRESENCE_COLOURS.length] ?? PRESENCE_COLOURS[0];
}

/** Up to two letters that stand for a name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-’']+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words[0] ?? name;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last]
    .map((word) => Array.from(word).slice(0, 1).join(''))
    .join('')
    .toLocaleUpperCase();
}
