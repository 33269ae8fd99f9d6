import { createInstance } from 'i18next';
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
  const texts = createInstance();
  void texts.init({
    resources: { fr: { translation: catalogues.fr }, en: { translation: catalogues.en } },
    fallbackLng: false,
    // The catalogues are here, so nothing has to be waited for.
    initAsync: false,
    // Whoever shows a text escapes it.
    interpolation: { escapeValue: false, skipOnVariables: true },
    // A value that was forgotten is better seen than swallowed.
    missingInterpolationHandler: (_text: string, [hole]: readonly string[]) => hole,
  });
  const inLanguage = (language: InterfaceLanguage): Translate<Catalogue> => {
    // i18next types keys by one catalogue for the whole program; `Translate` has the types of this one.
    const found = texts.getFixedT(language);
    return (key, values = {}) => found(String(key), { ...values });
  };
  return { fr: inLanguage('fr'), en: inLanguage('en') };
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

const PAGES = translators<Messages>({ fr, en });
