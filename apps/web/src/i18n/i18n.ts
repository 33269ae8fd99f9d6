import i18next from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';
import { initReactI18next } from 'react-i18next';
import { en } from './messages/en.ts';
import { fr } from './messages/fr.ts';
import type { Messages, WritingMessages } from './messages/messages.ts';

/** The languages of the interface, each by its own name. */
export const LANGUAGES = { fr: 'Français', en: 'English' } as const;

/** The tag of a language of the interface. */
export type InterfaceLanguage = keyof typeof LANGUAGES;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages; writing: WritingMessages };
  }
}

const STORED = 'plenary/language';

/** Starts in the language chosen here before, else the browser's, else French. The page is marked with it. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(LanguageDetector)
    .use(initReactI18next)
    .init({
      resources: { fr: { translation: fr }, en: { translation: en } },
      supportedLngs: Object.keys(LANGUAGES),
      nonExplicitSupportedLngs: true,
      load: 'languageOnly',
      fallbackLng: 'fr',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      detection: { order: ['localStorage', 'navigator'], lookupLocalStorage: STORED, caches: [] },
    });
  document.documentElement.lang = languageOf(i18next.resolvedLanguage);
}

/** Changes the language of the interface and remembers it on this device. */
export function chooseLanguage(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A device that stores nothing keeps the choice until the page is closed.
  }
  void i18next.changeLanguage(language);
}

/** A language of the interface; French for anything else. */
export function languageOf(tag: string | undefined): InterfaceLanguage {
  return tag?.startsWith('en') === true ? 'en' : 'fr';
}
