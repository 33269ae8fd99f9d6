import { useMemo } from 'react';
import { useTranslation } from './i18n.ts';
import type { InterfaceLanguage } from './translate.ts';

/** Times and days in words of the interface's language. */
export interface Format {
  readonly lang: InterfaceLanguage;
  /** `14:32:07` */
  readonly clock: (time: number) => string;
  /** `14:32` */
  readonly shortClock: (time: number) => string;
  /** Day and time, from ISO 8601 or milliseconds. */
  readonly moment: (time: string | number) => string;
  readonly number: (value: number) => string;
}

/** The formats for the language shown now. */
export function useFormat(): Format {
  const { lang } = useTranslation();
  return useMemo(() => formats(lang), [lang]);
}

function formats(lang: InterfaceLanguage): Format {
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const shortClock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  return {
    lang,
    clock: (time) => clock.format(time),
    shortClock: (time) => shortClock.format(time),
    moment: (time) => moment.format(new Date(time)),
    number: (value) => number.format(value),
  };
}
