import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, weekdayOf } from './calendar.ts';
import { formatDay } from './due-date.ts';
import { readDueDate } from './read-due-date.ts';

/** A Monday: the first day of the week in which the first summit was held, ten years later. */
const TODAY = '2026-10-12';

describe('a due date', () => {
  test.each([
    ['vendredi', '2026-10-16'],
    ['Vendredi prochain', '2026-10-16'],
    ['vendredi en huit', '2026-10-23'],
    ['ven.', '2026-10-16'],
    ['ce jeudi', '2026-10-15'],
    ['lundi', '2026-10-19'],
    ['mardi de la semaine prochaine', '2026-10-20'],
    ['vendredi 16 octobre', '2026-10-16'],
    ['vendredi 16/10', '2026-10-16'],
    ['aujourd’hui', TODAY],
    ['demain', '2026-10-13'],
    ['après-demain', '2026-10-14'],
    ['14/10', '2026-10-14'],
    ['11/10', '2027-10-11'],
    ['14.10', '2026-10-14'],
    ['14/10/2026', '2026-10-14'],
    ['14-10-26', '2026-10-14'],
    ['14 octobre 2026', '2026-10-14'],
    ['14 oct.', '2026-10-14'],
    ['1er mars', '2027-03-01'],
    ['le 1er août 2027', '2027-08-01'],
    ['avant le 20', '2026-10-20'],
    ['le 3', '2026-11-03'],
    ['pour fin octobre', '2026-10-31'],
    ['fin du mois', '2026-10-31'],
    ['fin de semaine', '2026-10-16'],
    ['fin d’année', '2026-12-31'],
    ['fin 2027', '2027-12-31'],
    ['fin du mois prochain', '2026-11-30'],
    ['mi-novembre', '2026-11-15'],
    ['la semaine prochaine', '2026-10-23'],
    ['semaine prochaine', '2026-10-23'],
    ['le mois prochain', '2026-11-30'],
    ['mars', '2027-03-31'],
    ['en mars 2027', '2027-03-31'],
    ['dans 2 semaines', '2026-10-26'],
    ['dans deux semaines', '2026-10-26'],
    ['d’ici 15 jours', '2026-10-27'],
    ['dans un mois', '2026-11-12'],
    ['dans un an', '2027-10-12'],
    ['sous huitaine', '2026-10-19'],
    ['2026-12-01', '2026-12-01'],
    ['29 février', '2028-02-29'],
  ])('%s is read in French', (typed, day) => {
    expect(readDueDate(typed, TODAY)[0]).toBe(day);
  });

  test.each([
    ['friday', '2026-10-16'],
    ['by Friday', '2026-10-16'],
    ['next friday', '2026-10-23'],
    ['Fri', '2026-10-16'],
    ['friday week', '2026-10-23'],
    ['tuesday next week', '2026-10-20'],
    ['today', TODAY],
    ['tomorrow', '2026-10-13'],
    ['the day after tomorrow', '2026-10-14'],
    ['10/14', '2026-10-14'],
    ['3/4', '2027-04-03'],
    ['14 October 2026', '2026-10-14'],
    ['the 14th of October', '2026-10-14'],
    ['October 14', '2026-10-14'],
    ['Oct 14th, 2026', '2026-10-14'],
    ['the 20th', '2026-10-20'],
    ['next week', '2026-10-23'],
    ['this week', '2026-10-16'],
    ['end of week', '2026-10-16'],
    ['end of the month', '2026-10-31'],
    ['by the end of November', '2026-11-30'],
    ['mid november', '2026-11-15'],
    ['next month', '2026-11-30'],
    ['in 2 weeks', '2026-10-26'],
    ['in a fortnight', '2026-10-26'],
    ['within three months', '2027-01-12'],
    ['next year', '2027-12-31'],
    ['sept 2027', '2027-09-30'],
  ])('%s is read in English', (typed, day) => {
    expect(readDueDate(typed, TODAY)[0]).toBe(day);
  });

  test.each([
    '',
    ' ',
    'bientôt',
    'soon',
    'jui',
    'ma',
    '30 février',
    '2026-02-30',
    '31/11',
    '0/5',
    '14/10/99999',
    'vendredi ou samedi',
    'dans mille ans',
    '1e9',
    'vendredi x 3',
    '14 octobre ou plus tard',
  ])('%j is no day', (typed) => {
    expect(readDueDate(typed, TODAY)).toEqual([]);
  });

  test('that two people may understand in two ways offers both', () => {
    expect(readDueDate('vendredi prochain', TODAY)).toEqual(['2026-10-16', '2026-10-23']);
    expect(readDueDate('next friday', TODAY)).toEqual(['2026-10-23', '2026-10-16']);
    expect(readDueDate('next week', TODAY)).toEqual(['2026-10-23', '2026-10-19']);
  });

  test('of this week, said on a Saturday, is in the week that comes', () => {
    expect(readDueDate('cette semaine', '2026-10-17')).toEqual(['2026-10-23']);
    expect(readDueDate('vendredi', '2026-10-16')).toEqual(['2026-10-23']);
  });

  test('in words is the same day again, in both languages, on every day', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2001-01-01', count));
    fc.assert(
      fc.property(day, day, fc.constantFrom('fr', 'en'), (due, today, lang) => {
        expect(readDueDate(formatDay(due, lang), today)).toEqual([due]);
        expect(readDueDate(formatDay(due, lang, 'weekday'), today)).toEqual([due]);
        expect(readDueDate(due, today)).toEqual([due]);
      }),
    );
  });

  test('never is before today when it names no year, whatever is typed', () => {
    const word = fc.constantFrom(
      'vendredi',
      'next',
      'week',
      'le',
      'fin',
      'mars',
      '14',
      '31',
      '/',
      '2',
      'dans',
      'mois',
      'du',
      'mid',
      'of',
      'semaine',
      'prochaine',
      'feb',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.integer({ min: 0, max: 3000 }), (words, count) => {
        const today = addDays(TODAY, count);
        for (const day of readDueDate(words.join(' '), today)) {
          expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(day >= today).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('a month later than the 31st is the last day of a shorter month', () => {
  expect(addMonths('2026-10-31', 1)).toBe('2026-11-30');
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  expect([weekdayOf('2026-10-12'), weekdayOf('2026-10-18')]).toEqual([1, 7]);
});
