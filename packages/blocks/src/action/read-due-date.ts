import {
  addDays,
  addMonths,
  type Day,
  fields,
  lastOfMonth,
  nextDate,
  realDay,
  weekdayOf,
} from './calendar.ts';
import { countIn, monthIn, plain, withoutLeadingWords, weekdayIn } from './due-words.ts';

/**
 * The days that a due date typed in French or English may mean, the likeliest first; none where it means no day.
 * `vendredi`, `14/10`, `14 octobre 2026`, `next week`, `dans deux semaines`, `fin du mois`. Both languages are always
 * read, whatever the page is in. Nothing in it is ignored: a day is read from all of the words or not at all.
 *
 * `today` is a port. Without a year the next such day is meant. In numbers the day comes first, as in both languages
 * in Europe, unless only the other order is a day. A period (`next week`, `mars`) is over with its last day, in a week
 * Friday. Whoever asks shows the day in words before it counts.
 *
 * Of the libraries only chrono-node reads both languages, and 2.10 takes `après-demain` for tomorrow and `October 14`
 * for 2014, because it looks for dates in texts and passes over what it does not know; `fin du mois` and
 * `semaine prochaine` it does not read at all.
 */
export function readDueDate(text: string, today: Day): readonly Day[] {
  const words = withoutLeadingWords(plain(text));
  if (words === '' || words.length > LONGEST) return [];
  for (const read of READERS) {
    const days = read(words, today).filter((day) => day !== undefined);
    if (days.length > 0) return [...new Set(days)];
  }
  return [];
}

/** The longest phrases understood have about thirty letters; what is longer is a sentence. */
const LONGEST = 60;

type Found = readonly (Day | undefined)[];
type Reader = (words: string, today: Day) => Found;

const NONE: Found = [];

const READERS: readonly Reader[] = [
  numbers,
  namedDay,
  weekday,
  dayAndMonth,
  distance,
  endOrMiddle,
  period,
  dayOfMonth,
];

/** `2026-10-14`, `14/10`, `14.10.2026`, `14-10-26`. */
function numbers(words: string, today: Day): Found {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return [realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))];
  const found = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|\d{2}))?\.?$/.exec(words);
  if (!found) return NONE;
  const [one, other] = [Number(found[1]), Number(found[2])];
  const year = found[3] === undefined ? undefined : yearOf(found[3]);
  const day = (month: number, date: number) =>
    year === undefined ? nextDate(today, month, date) : realDay(year, month, date);
  return [day(other, one) ?? day(one, other)];
}

/** `demain`, `the day after tomorrow`. */
function namedDay(words: string, today: Day): Found {
  if (/^(aujourd'?hui|ce soir|today|tonight)$/.test(words)) return [today];
  if (/^(demain( (matin|midi|soir))?|tomorrow)$/.test(words)) return [addDays(today, 1)];
  if (/^(apres[ -]demain|(the )?day after tomorrow)$/.test(words)) return [addDays(today, 2)];
  return NONE;
}

/** `vendredi`, `vendredi en huit`, `next friday`; also before a date: `vendredi 16 octobre`. */
function weekday(words: string, today: Day): Found {
  const found =
    /^(?:(ce|cette|this|next|prochain) )?([a-z]+)\.?(?:,? (prochain|next week|de la semaine prochaine|la semaine prochaine|en huit|week|.+))?$/.exec(
      words,
    );
  const wanted = weekdayIn(found?.[2] ?? '');
  if (!found || wanted === undefined) return NONE;
  const [, before, , after] = found;
  const coming = addDays(today, ((wanted - weekdayOf(today) + 6) % 7) + 1);
  const inNextWeek = addDays(today, 7 - weekdayOf(today) + wanted);
  switch (after) {
    case undefined:
      // English "next Friday" is mostly the one of next week, French « vendredi prochain » mostly the one to come.
      return before === 'next' ? [inNextWeek, coming] : [coming];
    case 'prochain':
      return [coming, inNextWeek];
    case 'en huit':
    case 'week':
      return [addDays(coming, 7)];
    case 'next week':
    case 'de la semaine prochaine':
    case 'la semaine prochaine':
      return [inNextWeek];
    default:
      // The date counts, and is shown with its own weekday.
      return /\d/.test(after)
        ? READERS.filter((read) => read === numbers || read === dayAndMonth).flatMap((read) =>
            read(after, today),
          )
        : NONE;
  }
}

/** `14 octobre 2026`, `1er mars`, `14th of october`, `october 14, 2026`. */
function dayAndMonth(words: string, today: Day): Found {
  const found =
    /^(\d{1,2})(?:er|e|st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?:,? (\d{4}))?$/.exec(words) ??
    swapped(/^([a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(words));
  const month = monthIn(found?.[2] ?? '');
  if (!found || month === undefined) return NONE;
  const date = Number(found[1]);
  return [found[3] === undefined ? nextDate(today, month, date) : realDay(Number(found[3]), month, date)];
}

/** `dans 2 semaines`, `in a month`, `sous huitaine`, `in a fortnight`. */
function distance(words: string, today: Day): Found {
  if (/^(sous huitaine|dans une huitaine)$/.test(words)) return [addDays(today, 7)];
  if (/^((sous|dans une) quinzaine|in a fortnight)$/.test(words)) return [addDays(today, 14)];
  // "d’ici" has been taken off by now.
  const found = /^(?:(?:dans|sous|in|within) )?([a-z]+|\d{1,3}) (\w+)$/.exec(words);
  const count = countIn(found?.[1] ?? '');
  if (!found || count === undefined) return NONE;
  const unit = found[2] ?? '';
  if (/^(jours?|days?)$/.test(unit)) return [addDays(today, count)];
  if (/^(semaines?|weeks?)$/.test(unit)) return [addDays(today, 7 * count)];
  if (/^(mois|months?)$/.test(unit)) return [addMonths(today, count)];
  return /^(ans?|annees?|years?)$/.test(unit) ? [addMonths(today, 12 * count)] : NONE;
}

/** `fin du mois`, `end of october`, `fin 2026`, `mi-novembre`. */
function endOrMiddle(words: string, today: Day): Found {
  const middle =
    /^(?:mi|mid|(?:le )?milieu(?: de)?|(?:the )?middle of)[ -](?:d')?([a-z]+)(?: (\d{4}))?$/.exec(words);
  const middleMonth = monthIn(middle?.[1] ?? '');
  if (middle && middleMonth !== undefined) return [onDate(today, middleMonth, 15, middle[2])];
  const end =
    /^(?:(?:la )?fin|(?:the )?end)(?: (?:de la|de l'|du|de|of the|of this|of))? ?(?:d'|l')?(.+)$/.exec(words);
  const what = end?.[1]?.trim() ?? '';
  const { year, month } = fields(today);
  if (/^(cette )?(semaine|week)$/.test(what)) return [friday(today, 0)];
  if (/^(ce )?(mois|month)$/.test(what)) return [lastOfMonth(year, month)];
  if (/^(cette )?(annee|an|year)$/.test(what)) return [lastOfMonth(year, 12)];
  if (/^\d{4}$/.test(what)) return [realDay(Number(what), 12, 31)];
  return end ? period(what, today) : NONE;
}

/** `next week`, `la semaine prochaine`, `le mois prochain`, `mars`, `march 2027`: over with its last day. */
function period(words: string, today: Day): Found {
  const { year, month } = fields(today);
  const monday = (weeks: number) => addDays(today, 1 - weekdayOf(today) + 7 * weeks);
  if (/^(this week|cette semaine)$/.test(words)) return [friday(today, 0)];
  if (/^(next week|(la )?semaine prochaine)$/.test(words)) return [friday(today, 1), monday(1)];
  if (/^(this month|ce mois(-ci)?)$/.test(words)) return [lastOfMonth(year, month)];
  if (/^(next month|(le )?mois prochain)$/.test(words)) return [lastOfMonth(year, month + 1)];
  if (/^(this year|cette annee)$/.test(words)) return [lastOfMonth(year, 12)];
  if (/^(next year|(l')?(annee prochaine|an prochain))$/.test(words)) return [lastOfMonth(year + 1, 12)];
  const named = /^([a-z]+)\.?(?: (\d{4}))?$/.exec(words);
  const found = monthIn(named?.[1] ?? '');
  if (!named || found === undefined) return NONE;
  if (named[2] !== undefined) return [onDate(today, found, 0, named[2])];
  return [lastOfMonth(found < month ? year + 1 : year, found)];
}

/** `le 20`, `the 20th`. */
function dayOfMonth(words: string, today: Day): Found {
  const found = /^(\d{1,2})(?:er|e|st|nd|rd|th)?$/.exec(words);
  if (!found) return NONE;
  const { year, month } = fields(today);
  for (let later = 0; later <= 12; later += 1) {
    const run = month - 1 + later;
    const day = realDay(year + Math.floor(run / 12), (run % 12) + 1, Number(found[1]));
    if (day !== undefined && day >= today) return [day];
  }
  return NONE;
}

/** A date of a month, in a year where one is given; date 0 is the last one. */
function onDate(today: Day, month: number, date: number, year: string | undefined): Day | undefined {
  if (year === undefined) return nextDate(today, month, date);
  const last = realDay(Number(year), month, 1) && lastOfMonth(Number(year), month);
  return date === 0 ? last : realDay(Number(year), month, date);
}

/** Friday of this week, from Saturday on of the week to come, and so many weeks later. */
function friday(today: Day, weeks: number): Day {
  const monday = addDays(today, 1 - weekdayOf(today));
  return addDays(monday, 4 + 7 * (weekdayOf(today) > 5 && weeks === 0 ? 1 : weeks));
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found && [found[0], found[2], found[1], found[3]];
}
