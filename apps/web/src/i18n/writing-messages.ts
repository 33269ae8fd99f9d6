import i18next, { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { en } from './messages/writing/en.ts';
import { fr } from './messages/writing/fr.ts';

/** Texts of what one opens while writing. They come with the first such part, and not with the page. */
export function useWritingText(): TFunction<'writing'> {
  return useTranslation('writing').t;
}

for (const [language, texts] of Object.entries({ fr, en })) {
  i18next.addResourceBundle(language, 'writing', texts);
}
