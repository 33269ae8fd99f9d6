import { en } from './messages/en.ts';
import { fr } from './messages/fr.ts';
import type { Messages } from './messages/messages.ts';

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { fr: 'Français', en: 'English' } as const;

/** The tag of a language of the interface. */
export type InterfaceLanguage = keyof typeof LANGUAGES;

/** The path of a text, such as `group.page`. A text that has two numbers, `found_one` and `found_other`, is `found`. */
export type MessageKey<Catalogue = Messages> = KeyIn<Catalogue>;

/** Gives a text in one language. `count` chooses between singular and plural; `{{name}}` becomes the value of `name`. */
export type Translate<Catalogue = Messages> = (
  key: MessageKey<Catalogue>,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The texts of the pages in a language; the same function for the same language. */
export function translator(language: InterfaceLanguage): Translate {
  return PAGES[language];
}

/** The texts of catalogues that are loaded apart from those of the pages. */
export function translators<Catalogue extends object>(
  catalogues: Readonly<Record<InterfaceLanguage, Catalogue>>,
): Readonly<Record<InterfaceLanguage, Translate<Catalogue>>> {
  const { fr: french, en: english } = catalogues;
  return { fr: translate(french, 'fr'), en: translate(english, 'en') };
}

/** A language of the interface; French for anything else. */
export function languageOf(tag: string | null | undefined): InterfaceLanguage {
  return tag?.startsWith('en') === true ? 'en' : 'fr';
}

type KeyIn<Catalogue, Path extends string = ''> = {
  [Key in keyof Catalogue & string]: Catalogue[Key] extends string
    ? `${Path}${WithoutNumber<Key>}`
    : KeyIn<Catalogue[Key], `${Path}${Key}.`>;
}[keyof Catalogue & string];

type WithoutNumber<Key extends string> = Key extends `${infer Start}_one` | `${infer Start}_other`
  ? Start
  : Key;

function translate<Catalogue extends object>(
  catalogue: Catalogue,
  language: InterfaceLanguage,
): Translate<Catalogue> {
  const plural = new Intl.PluralRules(language);
  const texts = new Map(textsIn(catalogue, ''));
  return (key, values = {}) => {
    const { count } = values;
    // French has a third form, for millions of something; nobody has that many remarks.
    const number = typeof count === 'number' && plural.select(count) === 'one' ? '_one' : '_other';
    const text = texts.get(key) ?? texts.get(key + number) ?? key;
    return text.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
}

function textsIn(catalogue: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[`${path}${key}`, value] as const];
    return typeof value === 'object' && value !== null ? textsIn(value, `${path}${key}.`) : [];
  });
}

const PAGES = translators<Messages>({ fr, en });
