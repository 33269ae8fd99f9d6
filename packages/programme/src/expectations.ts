import type { Wording } from './programme.ts';
/** What a place of a programme file can hold: what to write there, in words that follow “write”. */
export const EXPECTATIONS = {
  object: { fr: 'un objet, entre accolades', en: 'an object, in braces' },
  list: { fr: 'une liste, entre crochets', en: 'a list, in brackets' },
  sessions: {
    fr: 'la liste des sessions, avec une session au moins',
    en: 'the list of sessions, with one session at least',
  },
  id: {
    fr: 'un identifiant de 100 caractères au plus, sans espace, par exemple "wg-1"',
    en: 'an id of at most 100 characters, without spaces, for example "wg-1"',
  },
  title: { fr: 'un texte de 1 à 300 caractères', en: 'a text of 1 to 300 characters' },
  text: { fr: 'un texte de 2 000 caractères au plus', en: 'a text of at most 2,000 characters' },
  texts: { fr: 'une liste de textes, entre crochets', en: 'a list of texts, in brackets' },
  date: {
    fr: 'une date, dans l’ordre année, mois, jour, par exemple "2016-10-13"',
    en: 'a date, as year, month, day, for example "2016-10-13"',
  },
  time: { fr: 'une heure, par exemple "09:30"', en: 'a time, for example "09:30"' },
  wording: {
    fr: 'un texte, ou un objet qui a un texte sous fr et un texte sous en',
    en: 'a text, or a text for each language, for example {"fr": "Constats", "en": "Insights"}',
  },
  parts: {
    fr: 'la liste des parties du modèle, de 1 à 40',
    en: 'the list of the template’s parts, 1 to 40',
  },
  kinds: { fr: 'une liste de 50 genres de session au plus', en: 'a list of at most 50 kinds of session' },
  partId: {
    fr: 'un identifiant de 100 caractères au plus, en minuscules sans accents, chiffres et tirets, par exemple "key-issues"',
    en: 'an id of at most 100 small letters without accents, digits and dashes, for example "key-issues"',
  },
  words: {
    fr: 'un nombre de mots entier, de 1 à 100 000, par exemple 75',
    en: 'a whole number of words, 1 to 100,000, for example 75',
  },
  yesNo: { fr: 'true (oui) ou false (non), sans guillemets', en: 'true or false, without quotation marks' },
  repeat: { fr: '"speakers", ou retirez cette ligne', en: '"speakers", or remove this line' },
  number: { fr: 'un nombre', en: 'a number' },
  timezone: {
    fr: 'un fuseau horaire, par exemple "Europe/Paris"',
    en: 'a time zone, for example "Europe/Paris"',
  },
  lang: { fr: 'une des langues de Plenary, "fr" ou "en"', en: 'one of Plenary’s languages, "fr" or "en"' },
} as const satisfies Readonly<Record<string, Wording>>;

/** The name of something a programme file can hold. */
export type Expectation = keyof typeof EXPECTATIONS;

/** The words for an expectation by its name; a name that is none is answered with the most general one. */
export function expectationNamed(name: string): Wording {
  return isExpectation(name) ? EXPECTATIONS[name] : EXPECTATIONS.object;
}

function isExpectation(name: string): name is Expectation {
  return Object.hasOwn(EXPECTATIONS, name);
}
