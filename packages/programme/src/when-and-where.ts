import type { IsoDate, Lang, Summit } from './model.ts';

/** Place and days of a summit in a line: “Paris, 12–14 October 2016”, « Paris, du 12 au 14 octobre 2016 ». */
export function whenAndWhere(summit: Pick<Summit, 'city' | 'start' | 'end'>, lang: Lang): string {
  const when = SPAN[lang](partsOf(summit.start, lang), partsOf(summit.end, lang));
  return summit.city === undefined ? when : `${summit.city}, ${when}`;
}

/** A day as a heading: “Thursday 13 October 2016”, « jeudi 13 octobre 2016 ». */
export function dayTitle(date: IsoDate, lang: Lang): string {
  const { weekday, day, month, year } = partsOf(date, lang);
  return `${weekday} ${day} ${month} ${year}`;
}

/** The month of a day as a heading: “October 2016”, « octobre 2016 ». */
export function monthTitle(date: IsoDate, lang: Lang): string {
  const { month, year } = partsOf(date, lang);
  return `${month} ${year}`;
}

interface DateParts {
  readonly weekday: string;
  /** As the language writes it: French has « 1er ». */
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Only names are taken from Intl; its ranges and orders change from one release to the next. */
function partsOf(date: IsoDate, lang: Lang): DateParts {
  const time = new Date(`${date}T00:00:00Z`);
  const weekday = NAMES[lang].weekday.format(time);
  const month = NAMES[lang].month.format(time);
  const day = String(time.getUTCDate());
  const year = String(time.getUTCFullYear());
  return { weekday, day: lang === 'fr' && day === '1' ? '1er' : day, month, year };
}

const SPAN: Readonly<Record<Lang, (start: DateParts, end: DateParts) => string>> = {
  fr: (start, end) => {
    const last = `${end.day} ${end.month} ${end.year}`;
    if (isSameDay(start, end)) return `le ${last}`;
    return `du ${firstOf(start, end)} au ${last}`;
  },
  en: (start, end) => {
    const last = `${end.day} ${end.month} ${end.year}`;
    if (isSameDay(start, end)) return last;
    const first = firstOf(start, end);
    return first === start.day ? `${first}–${last}` : `${first} – ${last}`;
  },
};

/** The first day with what the last one does not already say. */
function firstOf(start: DateParts, end: DateParts): string {
  if (start.year !== end.year) return `${start.day} ${start.month} ${start.year}`;
  return start.month === end.month ? start.day : `${start.day} ${start.month}`;
}

function isSameDay(start: DateParts, end: DateParts): boolean {
  return start.day === end.day && start.month === end.month && start.year === end.year;
}

const NAMES = {
  fr: namesIn('fr-FR'),
  en: namesIn('en-GB'),
} as const satisfies Readonly<Record<Lang, unknown>>;

function namesIn(locale: string): {
  readonly weekday: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
} {
  return {
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
  };
}
