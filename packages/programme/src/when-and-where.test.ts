import { expect, test } from 'vitest';
import { dayTitle, monthTitle, whenAndWhere } from './when-and-where.ts';

test.each([
  ['2016-10-12', '2016-10-14', 'du 12 au 14 octobre 2016', '12–14 October 2016'],
  ['2016-10-12', '2016-10-12', 'le 12 octobre 2016', '12 October 2016'],
  ['2016-09-30', '2016-10-01', 'du 30 septembre au 1er octobre 2016', '30 September – 1 October 2016'],
  ['2016-12-30', '2017-01-02', 'du 30 décembre 2016 au 2 janvier 2017', '30 December 2016 – 2 January 2017'],
  ['2016-10-12', '2017-10-12', 'du 12 octobre 2016 au 12 octobre 2017', '12 October 2016 – 12 October 2017'],
])('[PG45] %s to %s', (start, end, fr, en) => {
  expect(whenAndWhere({ city: 'Paris', start, end }, 'fr')).toBe(`Paris, ${fr}`);
  expect(whenAndWhere({ start, end }, 'fr')).toBe(fr);
  expect(whenAndWhere({ city: 'Paris', start, end }, 'en')).toBe(`Paris, ${en}`);
});

test('[PG45] the title of a day', () => {
  expect(dayTitle('2016-10-13', 'fr')).toBe('jeudi 13 octobre 2016');
  expect(dayTitle('2016-10-13', 'en')).toBe('Thursday 13 October 2016');
  expect(dayTitle('2017-05-01', 'fr')).toBe('lundi 1er mai 2017');
});

test('[PG45] the month of a day is written as the language does', () => {
  expect(monthTitle('2016-10-01', 'fr')).toBe('octobre 2016');
  expect(monthTitle('2016-10-31', 'en')).toBe('October 2016');
});
