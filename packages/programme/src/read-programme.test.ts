import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeProblem, PROGRAMME_LIMITS, type Programme, type ProgrammeProblem } from './programme.ts';
import { readProgramme } from './read-programme.ts';
import { sample2016Text } from './samples.ts';
import { sessionKinds } from './templates/templates.ts';

const session = { id: 's1', kind: 'workshop', title: 'One', date: '2027-03-01' };
const event = { title: 'Water', start: '2027-03-01', end: '2027-03-03' };

function written(change: object = {}): string {
  return JSON.stringify({ event, sessions: [session], ...change }, null, 2);
}
function programmeOf(text: string, lang?: 'fr' | 'en'): Programme {
  const read = lang === undefined ? readProgramme(text) : readProgramme(text, lang);
  if (!read.ok) throw new Error(read.problems.map((problem) => describeProblem(problem, 'en')).join('\n'));
  return read.programme;
}
function problemsOf(text: string): readonly ProgrammeProblem[] {
  const read = readProgramme(text);
  return read.ok ? [] : read.problems;
}
function brief(text: string): string[] {
  return problemsOf(text).map(({ rule, line, path }) => `${rule} ${line ?? '-'} ${path}`);
}
/** The line, from 1, of the first occurrence. */
function lineOf(text: string, part: string): number {
  expect(text).toContain(part);
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

describe('what is read', () => {
  test('[PG2] the smallest file is a summit', () => {
    expect(programmeOf(written())).toEqual({
      slug: 'water',
      title: 'Water',
      themeQuestions: [],
      lang: 'fr',
      timezone: 'UTC',
      start: '2027-03-01',
      end: '2027-03-03',
      hosts: [],
      partners: [],
      places: [],
      organisations: [],
      speakers: [],
      days: [{ date: '2027-03-01', sessions: ['s1'] }],
      sessions: [{ ...session, speakers: [], hosts: [], topics: [] }],
    });
  });

  test('[PG2] null is absent, the unknown is ignored, numbers are ids, organisers are named either way', () => {
    const text = written({
      extra: { deep: [1] },
      event: {
        ...event,
        theme: null,
        organisers: ['a', { organisation: 'b', note: 'x' }, 'a'],
        partners: null,
      },
      organisations: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
        { id: 7, name: 'C' },
      ],
      sessions: [
        { ...session, id: 12, question: null, start: null, hosts: [7, 7], speakers: null, topics: ['t', ''] },
      ],
    });
    const read = programmeOf(text);
    expect(read.hosts).toEqual(['a', 'b']);
    expect(read.sessions).toEqual([{ ...session, id: '12', speakers: [], hosts: ['7'], topics: ['t'] }]);
    expect(Object.hasOwn(read, 'theme')).toBe(false);
  });

  test.each([
    'event.title',
    'event.start',
    'event.end',
    'sessions',
    'sessions[0].id',
    'sessions[0].kind',
    'sessions[0].title',
    'sessions[0].date',
  ])('[PG2] [PG5] without %s there is no programme', (path) => {
    const value = { event: { ...event }, sessions: [{ ...session }] };
    const [top, key] = path.replace('[0]', '').split('.');
    if (key === undefined) Reflect.deleteProperty(value, 'sessions');
    else if (top === 'event') Reflect.deleteProperty(value.event, key);
    else Reflect.deleteProperty(value.sessions[0] ?? {}, key);
    const [problem, ...others] = problemsOf(JSON.stringify(value, null, 2));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'wrong-shape', path });
    expect(problem?.message.en).toMatch(/is missing\. Write /u);
    expect(problem?.message.fr).toMatch(/manque\. Écrivez /u);
  });

  test('[PG2] a byte order mark is no part of the text', () => {
    expect(programmeOf(`\uFEFF${written()}`).title).toBe('Water');
  });

  test('[PG15] times as people write them', () => {
    const at = (start: string): string | undefined =>
      programmeOf(written({ sessions: [{ ...session, start }] })).sessions[0]?.start;
    expect(
      ['09:30', '9:30', '09:30:00', '9h30', '9 h 30', '9H', '14\u00A0h\u00A005', ' 10:00 '].map(at),
    ).toEqual(['09:30', '09:30', '09:30', '09:30', '09:30', '09:00', '14:05', '10:00']);
    for (const start of ['25:00', '9:60', '9', 'noon', '9:3']) {
      expect(brief(written({ sessions: [{ ...session, start }] }))).toEqual([
        'wrong-shape 13 sessions[0].start',
      ]);
    }
  });

  test('[PG16] one line, typography kept, no control characters', () => {
    const title = (text: string): string =>
      programmeOf(written({ sessions: [{ ...session, title: text }] })).sessions[0]?.title ?? '';
    expect(title('  a\n\tb  c ')).toBe('a b c');
    expect(title('Pourquoi\u202F?')).toBe('Pourquoi\u202F?');
    expect(title('«\u00A0Oui\u00A0»')).toBe('«\u00A0Oui\u00A0»');
    for (const bad of ['a\u0000b', 'a\uD800', '   ', 'a'.repeat(301), '\u0007']) {
      expect(brief(written({ sessions: [{ ...session, title: bad }] }))).toEqual([
        'wrong-shape 11 sessions[0].title',
      ]);
    }
  });

  test('[PG17] language, time zone and slug', () => {
    expect(programmeOf(written(), 'en').lang).toBe('en');
    expect(programmeOf(written({ lang: 'fr' }), 'en').lang).toBe('fr');
    expect(programmeOf(written({ lang: 'EN-gb' })).lang).toBe('en');
    expect(brief(written({ lang: 'de' }))).toEqual(['wrong-shape 15 lang']);
    expect(
      programmeOf(written({ event: { ...event, timezone: 'Europe/Paris', id: 'Water 2027' } })),
    ).toMatchObject({
      timezone: 'Europe/Paris',
      slug: 'water-2027',
    });
  });

  test('[PG17] a time zone that is none, an id that is a slug', () => {
    expect(brief(written({ event: { ...event, timezone: 'Europe/Pariss' } }))).toEqual([
      'wrong-shape 6 event.timezone',
    ]);
    expect(programmeOf(written({ event: { ...event, id: 'water-2027' } })).slug).toBe('water-2027');
  });
});

describe('what is wrong', () => {
  test.each([
    ['', 1, 1, /empty/u],
    ['   \n ', 1, 1, /empty/u],
    ['{"a": 1,}', 1, 9, /comma too many/u],
    ['{\n"a": 1\n"b": 2}', 3, 1, /comma or a colon is missing/u],
    ['{"a" 1}', 1, 6, /comma or a colon is missing/u],
    ["{'a': 1}", 1, 2, /straight quotation mark/u],
    ['{“a”: 1}', 1, 2, /straight quotation mark/u],
    ['{"a": [1, 2', 1, 11, /too early/u],
    ['{"a": "x', 1, 9, /too early/u],
    ['<xml/>', 1, 1, /not JSON: “<”/u],
    ['{"a": NaN}', 1, 7, /not JSON: “N”/u],
  ])('[PG3] %j is not JSON', (text, line, column, says) => {
    const [problem, ...others] = problemsOf(text);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'not-json', line, column, path: '' });
    expect(problem?.message.en).toMatch(says);
  });

  test('[PG4] a key that stands twice', () => {
    const text = written().replace('"title": "One",', '"title": "One",\n"title": "Two",');
    expect(brief(text)).toEqual([`duplicate-key ${lineOf(text, '"Two"')} sessions[0].title`]);
  });

  test('[PG5] [PG13] every wrong value by its line, in order, in both languages', () => {
    const text = written({
      event: { ...event, start: '01/03/2027' },
      places: [{ id: 'p' }],
      sessions: [{ ...session, date: '2027-02-30' }, 'x', { ...session, speakers: 'me' }],
    });
    const problems = problemsOf(text);
    expect(problems.map(({ path }) => path)).toEqual([
      'event.start',
      'sessions[0].date',
      'sessions[1]',
      'sessions[2].speakers',
      'places[0].name',
    ]);
    expect(problems.map(({ line }) => line)).toEqual([
      lineOf(text, '01/03/2027'),
      lineOf(text, '2027-02-30'),
      lineOf(text, '"x"'),
      lineOf(text, '"me"'),
      lineOf(text, '"p"') - 1,
    ]);
    expect(problems[0]?.message).toEqual({
      fr: '«\u00A001/03/2027\u00A0» ne convient pas. Écrivez une date, dans l’ordre année, mois, jour, par exemple "2016-10-13".',
      en: '“01/03/2027” does not fit here. Write a date, as year, month, day, for example "2016-10-13".',
    });
  });

  test('[PG5] a file that is no object', () => {
    for (const text of ['[]', 'null', '3', '"x"']) expect(brief(text)).toEqual(['wrong-shape 1 ']);
  });

  test('[PG6] an unknown kind is told with the known ones', () => {
    const text = written({ sessions: [{ ...session, kind: 'brunch' }] });
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({
      rule: 'unknown-kind',
      line: lineOf(text, 'brunch'),
      path: 'sessions[0].kind',
    });
    for (const { id } of sessionKinds) {
      expect(problem?.message.en).toContain(`“${id}”`);
      expect(problem?.message.fr).toContain(`«\u00A0${id}\u00A0»`);
    }
  });

  test('[PG7] references to nobody', () => {
    const text = written({
      event: { ...event, organisers: [{ organisation: 'o1' }], partners: ['o2'] },
      people: [{ id: 'ada', name: 'Ada', organisation: 'o3' }],
      sessions: [{ ...session, place: 'p1', speakers: ['ada', 'bob'], hosts: ['o4'] }],
      days: [{ date: '2027-03-01', sessions: ['s1', 's9'] }],
    });
    const problems = problemsOf(text);
    expect(problems.every(({ rule }) => rule === 'unknown-reference')).toBe(true);
    expect(problems.map(({ path }) => path).toSorted()).toEqual(
      [
        'days[0].sessions[1]',
        'event.organisers[0]',
        'event.partners[0]',
        'people[0].organisation',
        'sessions[0].hosts[0]',
        'sessions[0].place',
        'sessions[0].speakers[1]',
      ].toSorted(),
    );
    expect(problems.find(({ path }) => path === 'sessions[0].hosts[0]')?.line).toBe(lineOf(text, '"o4"'));
  });

  test('[PG7] a slip is answered with what was meant', () => {
    const text = written({
      people: [{ id: 'zoe-leroy', name: 'Zoé' }],
      sessions: [{ ...session, speakers: ['Zoé Leroy'.replace(' ', '_')] }],
    });
    expect(problemsOf(text)[0]?.message.en).toContain('Did you mean “zoe-leroy”?');
    expect(problemsOf(text)[0]?.message.fr).toContain('Vouliez-vous écrire «\u00A0zoe-leroy\u00A0»\u202F?');
  });

  test.each(['places', 'organisations', 'people', 'sessions'])('[PG8] two %s with one id', (list) => {
    const one = list === 'sessions' ? session : { id: 'x', name: 'X' };
    expect(problemsOf(written({ [list]: [one, one] }))).toMatchObject([
      { rule: 'duplicate-id', path: `${list}[1].id` },
    ]);
  });

  test('[PG9] days and sessions outside the summit', () => {
    const text = written({
      days: [{ date: '2027-03-01', sessions: ['s1'] }, { date: '2027-03-04' }],
      sessions: [session, { ...session, id: 's2', date: '2027-02-28' }],
    });
    expect(problemsOf(text)).toMatchObject([
      { rule: 'date-out-of-range', path: 'sessions[1].date' },
      { rule: 'date-out-of-range', path: 'days[1].date' },
    ]);
  });

  test('[PG10] ends before starts', () => {
    expect(brief(written({ event: { ...event, end: '2027-02-01' } }))).toEqual([
      'end-before-start 5 event.end',
    ]);
    const at = (start: string, end: string): string[] =>
      brief(written({ sessions: [{ ...session, start, end }] }));
    expect(at('10:00', '9h30')).toEqual(['end-before-start 14 sessions[0].end']);
    expect(at('10:00', '10:00')).toEqual([]);
  });

  test('[PG11] sessions and days that disagree', () => {
    const text = written({
      days: [
        { date: '2027-03-01', sessions: ['s1', 's2'] },
        { date: '2027-03-02', sessions: [] },
        { date: '2027-03-02' },
      ],
      sessions: [
        session,
        { ...session, id: 's2', date: '2027-03-02' },
        { ...session, id: 's3', date: '2027-03-03' },
      ],
    });
    expect(problemsOf(text).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'wrong-day sessions[2].date',
      'wrong-day days[0].sessions[1]',
      'wrong-day days[2].date',
    ]);
  });

  test('[PG13] at most 20 problems, each with a place and both languages', () => {
    const problems = problemsOf(written({ sessions: Array.from({ length: 50 }, () => ({})) }));
    expect(problems).toHaveLength(PROGRAMME_LIMITS.problems);
    const [first] = problems;
    expect(first && describeProblem(first, 'en')).toBe(
      'Line 8, sessions[0].id: “id” is missing. Write an id of at most 100 characters, without spaces, for example "wg-1".',
    );
    expect(first && describeProblem(first, 'fr')).toMatch(
      /^Ligne 8, sessions\[0\]\.id\u00A0: «\u00A0id\u00A0» manque\. /u,
    );
  });
});

describe('limits', () => {
  const many = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, index) => ({ ...session, ...more, id: `s${index}` }));

  test('[PG12] a file that is too long, holds too much or nests too deep is not parsed', () => {
    expect(brief(' '.repeat(PROGRAMME_LIMITS.length + 1))).toEqual(['too-large - ']);
    expect(brief(`{"sessions":[${'1,'.repeat(PROGRAMME_LIMITS.values + 1)}1]}`)).toEqual(['too-large - ']);
    expect(brief(`{"a":\n${'['.repeat(100_000)}`)).toEqual(['too-deep 2 ']);
    expect(brief(written({ note: '['.repeat(100) }))).toEqual([]);
  });

  test('[PG12] too many sessions, too many group documents', () => {
    expect(problemsOf(written({ sessions: many(PROGRAMME_LIMITS.sessions + 1) }))).toMatchObject([
      { rule: 'too-many', path: 'sessions' },
    ]);
    const organisations = Array.from({ length: 51 }, (_, index) => ({ id: `o${index}`, name: 'O' }));
    const hosts = organisations.map(({ id }) => id);
    const sessions = many(100, { kind: 'field-visits', hosts });
    expect(problemsOf(written({ organisations, sessions }))).toMatchObject([{ rule: 'too-many' }]);
    expect(problemsOf(written({ organisations, sessions: sessions.slice(0, 90) }))).toEqual([]);
  });

  test('[PG12] the reference event a hundred times over is read', () => {
    const one: unknown = JSON.parse(sample2016Text('fr'));
    const { sessions, days: _days, ...rest } = one as { sessions: { id: string }[]; days: unknown };
    const hundred = Array.from({ length: 100 }, (_, time) =>
      sessions.map((each) => ({ ...each, id: `${each.id}-${time}` })),
    ).flat();
    const read = programmeOf(JSON.stringify({ ...rest, sessions: hundred }, null, 2));
    expect(read.sessions).toHaveLength(2200);
  });
});

describe('days', () => {
  const on = (id: string, date: string, more: object = {}) => ({
    ...session,
    id,
    date: `2027-03-0${date}`,
    ...more,
  });
  const daysOf = (sessions: object[], days?: object[]): string[] =>
    programmeOf(written({ sessions, ...(days === undefined ? {} : { days }) })).days.map(
      (day) => `${day.date.at(-1)}:${day.sessions.join(',')}`,
    );

  test('[PG14] those of the sessions, in the order of the calendar', () => {
    expect(daysOf([on('c', '3'), on('a', '1'), on('b', '1')])).toEqual(['1:a,b', '3:c']);
  });

  test('[PG14] by order, else by start, where every session of the day has it', () => {
    expect(daysOf([on('a', '1', { order: 2 }), on('b', '1', { order: 1 })])).toEqual(['1:b,a']);
    expect(daysOf([on('a', '1', { start: '10:00' }), on('b', '1', { start: '9:00' })])).toEqual(['1:b,a']);
    expect(daysOf([on('a', '1', { start: '10:00' }), on('b', '1'), on('c', '1', { start: '9:00' })])).toEqual(
      ['1:a,b,c'],
    );
  });

  test('[PG14] a day keeps its own order and loses no session', () => {
    const days = [{ date: '2027-03-02' }, { date: '2027-03-01', sessions: ['c', 'a'] }];
    expect(daysOf([on('a', '1'), on('b', '1'), on('c', '1')], days)).toEqual(['1:c,a,b', '2:']);
  });
});

describe('any input', () => {
  const sample = sample2016Text('en');

  function holds(text: string): void {
    const read = readProgramme(text);
    if (read.ok) {
      const ids = read.programme.sessions.map(({ id }) => id);
      expect(read.programme.days.flatMap(({ sessions }) => sessions).toSorted()).toEqual(ids.toSorted());
      return;
    }
    expect(read.problems.length).toBeGreaterThan(0);
    expect(read.problems.length).toBeLessThanOrEqual(PROGRAMME_LIMITS.problems);
    const lines = text.split(/\r\n?|\n/u).length;
    for (const { line, message } of read.problems) {
      if (line !== undefined) expect(line >= 1 && line <= lines).toBe(true);
      for (const sentence of [message.fr, message.en]) {
        expect(sentence.isWellFormed()).toBe(true);
        expect(sentence).toMatch(/[.?"]$/u);
        expect(sentence).not.toMatch(/undefined|\n/u);
      }
    }
  }

  test('[PG1] random text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json()), holds), {
      numRuns: 500,
    });
  });

  test('[PG1] a programme cut or with random text in it', () => {
    const text = sample2016Text('en');
    const place = fc.nat(text.length);
    fc.assert(
      fc.property(place, fc.nat(40), fc.string({ maxLength: 5 }), (at, gone, put) => {
        holds(text.slice(0, at) + put + text.slice(at + gone));
        holds(text.slice(0, at));
      }),
      { numRuns: 200 },
    );
  });

  test('[PG1] a programme with random values in random places', () => {
    const change = fc.tuple(
      fc.nat(),
      fc.oneof(fc.jsonValue(), fc.constantFrom('', 'accenture', '2016-10-13', '9h', null, 0)),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const value = JSON.parse(sample) as unknown;
        for (const [pick, put] of changes) {
          const slots = slotsOf(value);
          const slot = slots[pick % slots.length];
          if (slot !== undefined) Reflect.set(slot.holder, slot.key, put);
        }
        holds(JSON.stringify(value, null, 1));
      }),
      { numRuns: 300 },
    );
  });

  test('[PG3] whatever JSON.parse reads is JSON here too', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(problemsOf(text).some(({ rule }) => rule === 'not-json')).toBe(false);
      }),
    );
  });
});

interface Slot {
  readonly holder: object;
  readonly key: string;
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...slotsOf(inner)]);
}
