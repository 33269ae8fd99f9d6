import { expect, test } from 'vitest';
import { MOST_SUGGESTIONS, suggestNames } from './suggestion.ts';

const here = ['Amélie Roux', 'Jean-Noël Dupré'];
const programme = ['L’Atelier', 'Amélie Roux', 'La Fabrique'];
const names = (typed: string) => suggestNames(typed, here, 'here', programme).map(({ value }) => value);

test('those present come first, and nobody comes twice', () => {
  expect(names('')).toEqual(['Amélie Roux', 'Jean-Noël Dupré', 'L’Atelier', 'La Fabrique']);
  expect(suggestNames('a', here, 'here', programme)[0]).toEqual({
    value: 'Amélie Roux',
    label: 'Amélie Roux',
    hint: 'here',
  });
});

test('any word of a name may be begun, without its accents', () => {
  expect(names('dupre')).toEqual(['Jean-Noël Dupré']);
  expect(names('noe')).toEqual(['Jean-Noël Dupré']);
  expect(names('atel')).toEqual(['L’Atelier']);
  expect(names('oux')).toEqual([]);
});

test('a name that is typed out is not offered again', () => {
  expect(names('La Fabrique')).toEqual([]);
});

test('no more than can be seen', () => {
  const many = Array.from({ length: 200 }, (_, index) => `Person ${index}`);
  expect(suggestNames('', many, '', [])).toHaveLength(MOST_SUGGESTIONS);
});
