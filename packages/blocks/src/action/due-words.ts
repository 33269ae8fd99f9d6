/** What was typed, so that it can be compared: lower case, no accents, one kind of apostrophe and of blank. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\u2018\u2019\u02bc]/g, "'")
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\s+/gu, ' ')
    .replace(/[\s.!?;,]+$/u, '')
    .trim();
}

/** Without the words that only lead to a date: "pour le 14", "by Friday". */
export function withoutLeadingWords(words: string): string {
  const rest = words.replace(LEADING, '');
  return rest === words ? rest : withoutLeadingWords(rest);
}

const LEADING =
  /^(?:avant|pour|jusqu'(?:au?|en)|d'ici(?: (?:au?|la))?|le|des|courant|en|au plus tard|by|before|until|till?|for|on|the|due) (?=[a-z0-9])/;

/** The number of a month, by its French or English name or the start of it, if that is the start of no other. */
export function monthIn(word: string): number | undefined {
  return numberOf(word, MONTHS, 3);
}

/** The number of a weekday, Monday first, by its French or English name or the start of it. */
export function weekdayIn(word: string): number | undefined {
  return numberOf(word, WEEKDAYS, 3);
}

/** A small number in figures or words. */
export function countIn(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const index = COUNTS.findIndex((names) => names.split(' ').includes(word));
  return index === -1 ? undefined : index + 1;
}

function numberOf(word: string, names: readonly string[], shortest: number): number | undefined {
  if (word.length < shortest) return undefined;
  const numbers = names.flatMap((both, index) =>
    both.split(' ').some((name) => name.startsWith(word)) ? [index + 1] : [],
  );
  return numbers.length === 1 ? numbers[0] : undefined;
}

const MONTHS = [
  'janvier january',
  'fevrier february',
  'mars march',
  'avril april',
  'mai may',
  'juin june',
  'juillet july',
  'aout august',
  'septembre september sept',
  'octobre october',
  'novembre november',
  'decembre december',
];

const WEEKDAYS = [
  'lundi monday',
  'mardi tuesday',
  'mercredi wednesday',
  'jeudi thursday',
  'vendredi friday',
  'samedi saturday',
  'dimanche sunday',
];

const COUNTS = [
  'un une a an one',
  'deux two',
  'trois three',
  'quatre four',
  'cinq five',
  'six',
  'sept seven',
  'huit eight',
  'neuf nine',
  'dix ten',
  'onze eleven',
  'douze twelve',
];
