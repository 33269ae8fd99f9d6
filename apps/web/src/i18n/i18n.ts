import { useSyncExternalStore } from 'react';
import { type InterfaceLanguage, languageOf, type Translate, translator } from './translate.ts';

/** The texts in the language shown now, and that language. A component that uses them is rendered again when it changes. */
export function useTranslation(): { readonly t: Translate; readonly lang: InterfaceLanguage } {
  const lang = useSyncExternalStore(subscribe, currentLanguage);
  return { t: translator(lang), lang };
}

/** Starts in the language chosen here before, else the browser's, else French. The page is marked with it. */
export function startI18n(): void {
  show(storedLanguage() ?? browserLanguage());
}

/** Changes the language of the interface and remembers it on this device. */
export function chooseLanguage(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A device that stores nothing keeps the choice until the page is closed.
  }
  show(language);
}

/** The language shown now, for what is not a component. */
export function currentLanguage(): InterfaceLanguage {
  return current;
}

const STORED = 'plenary/language';
const listeners = new Set<() => void>();
let current: InterfaceLanguage = 'fr';

function show(language: InterfaceLanguage): void {
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function storedLanguage(): InterfaceLanguage | undefined {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === null ? undefined : languageOf(stored);
  } catch {
    return undefined;
  }
}

/** The first of the browser's languages that there is a catalogue for. */
function browserLanguage(): InterfaceLanguage {
  return languageOf(navigator.languages.find((tag) => /^(fr|en)\b/.test(tag)));
}
