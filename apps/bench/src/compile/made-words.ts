/** Some made words: as many different ones as a report has, and the same ones for the same dice. */
export function words(count: number, dice: () => number): string {
  return Array.from({ length: count }, () => VOCABULARY[Math.floor(dice() ** 3 * VOCABULARY.length)]).join(
    ' ',
  );
}

/** 1,600 made words, the first of them in every other sentence, as in a language. */
const SYLLABLES = [
  'ta',
  'mer',
  'lo',
  'vin',
  'se',
  'pra',
  'dou',
  'ki',
  'fen',
  'ru',
  'ga',
  'bel',
  'zo',
  'chi',
  'nar',
  'tul',
  'po',
  'res',
  'mi',
  'ca',
];
const VOCABULARY = SYLLABLES.flatMap((one) =>
  SYLLABLES.flatMap((two) => ['', 'te', 'son', 'rier'].map((end) => `${one}${two}${end}`)),
);
