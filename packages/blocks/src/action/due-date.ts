import type { Lang } from '@plenary/programme';
import { z } from 'zod/mini';

/** A day, as `2016-10-14`; `null` when none is picked. */
export const dueDate = z.pipe(
  z.pipe(
    z.transform((value) => (value === '' ? null : value)),
    z.nullish(z.iso.date({ error: 'A due date is a day such as 2016-10-14.' })),
  ),
  z.transform((value) => value ?? null),
);

/**
 * A day in words, the month spelt out so that nobody reads it the other way round: "14 octobre 2016"; with `weekday`,
 * "vendredi 14 octobre 2016". What is no day comes back as it is.
 */
export function formatDay(isoDate: string, lang: Lang, weekday?: 'weekday'): string {
  const time = ISO_DAY.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return isoDate;
  const words = (weekday ? withWeekday : formats)[lang].format(time);
  // French writes the first of a month as an ordinal, which Intl does not.
  return lang === 'fr' ? words.replace(/(?<!\d)1(?=\s)/u, '1er') : words;
}

/** The day that `formatDay` says with these words, as `2016-10-14`; undefined where it says no day so. */
export function dayIn(words: string, lang: Lang): string | undefined {
  const [, date, name, year] = /^(\d{1,2})(?:er)?\s(\p{L}+)\s(\d{4})$/u.exec(words) ?? [];
  const month = MONTHS.find((one) => formatDay(`2000-${one}-02`, lang) === `2 ${name} 2000`);
  const day = `${year}-${month}-${date?.padStart(2, '0')}`;
  return formatDay(day, lang) === words ? day : undefined;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

// A day has no time zone; both ends of the calculation are UTC.
const longDay = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const formats: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', longDay),
  en: new Intl.DateTimeFormat('en-GB', longDay),
};
const withWeekday: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr-FR', { ...longDay, weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { ...longDay, weekday: 'long' }),
};
