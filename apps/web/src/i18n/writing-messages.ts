import { useTranslation } from './i18n.ts';
import { en } from './messages/writing/en.ts';
import { fr } from './messages/writing/fr.ts';
import type { WritingMessages } from './messages/messages.ts';
import { type InterfaceLanguage, type Translate, translators } from './translate.ts';

/** Texts of what one opens while writing. They come with the first such part, and not with the page. */
export function useWritingText(): Translate<WritingMessages> {
  return TRANSLATORS[useTranslation().lang];
}

/** The same for what is not a component. */
export function writingText(lang: InterfaceLanguage): Translate<WritingMessages> {
  return TRANSLATORS[lang];
}

/** The same in every language, for what is to be found in all of them. */
export function writingTexts(): readonly Translate<WritingMessages>[] {
  return Object.values(TRANSLATORS);
}

/** The same in one language, for what is no component. */
export function writingTextIn(language: InterfaceLanguage): Translate<WritingMessages> {
  return TRANSLATORS[language];
}

const TRANSLATORS = translators<WritingMessages>({ fr, en });
