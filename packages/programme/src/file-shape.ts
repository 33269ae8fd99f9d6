import * as z from 'zod';
import { clockTime } from './clock-time.ts';
import { isCalendarDate } from './calendar-date.ts';
import type { Expectation } from './expectations.ts';
import { PROGRAMME_LIMITS } from './programme.ts';

/**
 * The shape of a programme file. Only a title, dates and, for each session, id, kind, title and date are
 * asked for; `null` is the same as absent, and what the format does not know is left out. Every schema's
 * error is the name of what was expected there, which `expectations.ts` puts into words.
 */
const expects = (what: Expectation): { error: string } => ({ error: what });

/** Titles end up in headings and file names of a report; the longest of the reference event has 91 characters. */
const LONGEST_TITLE = 300;
/** A guiding question is a sentence or two; a page is not a question. */
const LONGEST_TEXT = 2000;
/** Ids are typed in references. */
const LONGEST_ID = 100;

/** Line breaks and runs of plain spaces become one space; no-break spaces are typography and stay. */
const oneLine = (text: string): string => text.replaceAll(/[ \t\r\n]+/gu, ' ').trim();

/** Control characters and halves of characters, which no report format can hold. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

const textUpTo = (longest: number, what: Expectation) =>
  z
    .string(expects(what))
    .transform(oneLine)
    .refine((text) => text.length <= longest && !NOT_TEXT.test(text), expects(what));
const required = (longest: number, what: Expectation) =>
  textUpTo(longest, what).refine((text) => text !== '', expects(what));

const title = required(LONGEST_TITLE, 'title');
/** An empty text says as much as none. */
const optionalText = textUpTo(LONGEST_TEXT, 'text')
  .nullish()
  .transform((text) => (text === '' || text === null ? undefined : text));
const texts = z
  .array(textUpTo(LONGEST_TEXT, 'text'), expects('texts'))
  .nullish()
  .transform((all) => (all ?? []).filter((text) => text !== ''));

/** Other programs number their sessions; a number is as good an id as a word. */
const id = z
  .union([z.string(), z.int().transform(String)], expects('id'))
  .refine((value) => value.length <= LONGEST_ID && /^[^\s\p{C}]+$/u.test(value), expects('id'));
const optionalId = id.nullish().transform((value) => value ?? undefined);
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item, expects('list'))
    .nullish()
    .transform((all) => all ?? []);

const date = z.string(expects('date')).trim().refine(isCalendarDate, expects('date'));
const time = z
  .string(expects('time'))
  .nullish()
  .transform((text, context) => {
    if (text === null || text === undefined || text.trim() === '') return undefined;
    const read = clockTime(text);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message: expects('time').error });
    return z.NEVER;
  });

const named = z.object({ id, name: title }, expects('object'));
/** `{"organisation": "id"}` as in the reference file, or the id alone. */
const organisationRef = z.union(
  [id, z.object({ organisation: id }).transform((ref) => ref.organisation)],
  expects('id'),
);

const session = z.object(
  {
    id,
    kind: id,
    title,
    date,
    question: optionalText,
    place: optionalId,
    start: time,
    end: time,
    timeAsGiven: optionalText,
    order: z.number(expects('number')).nullish(),
    speakers: listOf(id),
    hosts: listOf(id),
    topics: texts,
  },
  expects('object'),
);

const yesNo = z
  .boolean(expects('yesNo'))
  .nullish()
  .transform((value) => value ?? undefined);
/** One text for both languages, or one for each. */
const wording = (what: ReturnType<typeof required>) =>
  z.union([what.transform((text) => ({ fr: text, en: text })), z.object({ fr: what, en: what })], {
    error: 'wording' satisfies Expectation,
  });
const partId = z
  .string(expects('partId'))
  .refine((value) => value.length <= LONGEST_ID && /^[a-z0-9-]+$/u.test(value), expects('partId'));
/** A part of more words is a report of its own; and a slip must not become a number nobody can read. */
const MOST_WORDS = 100_000;

const kind = z.object(
  {
    id: partId,
    label: wording(title).nullish(),
    documentPerHost: yesNo,
    leavesNothingWhenEmpty: yesNo,
    parts: z
      .array(
        z.object(
          {
            id: partId,
            heading: wording(title),
            prompt: wording(required(LONGEST_TEXT, 'text')).nullish(),
            expects: listOf(id),
            words: z
              .int(expects('words'))
              .min(1, expects('words'))
              .max(MOST_WORDS, expects('words'))
              .nullish(),
            required: yesNo,
            repeat: z.literal('speakers', expects('repeat')).nullish(),
          },
          expects('object'),
        ),
        expects('parts'),
      )
      .min(1, expects('parts'))
      .max(PROGRAMME_LIMITS.parts, expects('parts')),
  },
  expects('object'),
);

const event = z.object(
  {
    /** Only the slug comes from it, so any text will do. */
    id: z.union([z.string(), z.number().transform(String)], expects('text')).nullish(),
    title,
    theme: optionalText,
    themeQuestions: texts,
    city: optionalText,
    timezone: z.string(expects('timezone')).trim().refine(isTimezone, expects('timezone')).nullish(),
    start: date,
    end: date,
    organisers: listOf(organisationRef),
    partners: listOf(organisationRef),
  },
  expects('object'),
);

/** A whole file. */
export const programmeFile = z.object(
  {
    lang: z
      .string(expects('lang'))
      .transform((tag) => tag.trim().toLowerCase().split('-')[0])
      .pipe(z.enum(['fr', 'en'], expects('lang')))
      .nullish(),
    event,
    places: listOf(named),
    organisations: listOf(named),
    people: listOf(
      z.object({ id, name: title, role: optionalText, organisation: optionalId }, expects('object')),
    ),
    days: z.array(z.object({ date, sessions: listOf(id) }, expects('object')), expects('list')).nullish(),
    kinds: listOf(kind).refine((all) => all.length <= PROGRAMME_LIMITS.kinds, expects('kinds')),
    sessions: z.array(session, expects('sessions')).min(1, expects('sessions')),
  },
  expects('object'),
);

/** What `programmeFile` gives: tidied, but with references still unchecked. */
export type ProgrammeFile = z.infer<typeof programmeFile>;

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
