import { describe, expect, test } from 'vitest';
import { BadOption, readOptions } from './options.ts';

const known = { scenarios: ['morning', 'join'], servers: ['plenary', 'hocuspocus'] };
const read = (line: string) => readOptions(line === '' ? [] : line.split(' '), known);

describe('the command line', () => {
  test('without anything means everything, three times, written down', () => {
    expect(read('')).toMatchObject({ scenarios: [], servers: [], quick: false, runs: 3, seconds: 15 });
    expect(read('').out).toMatch(/apps\/bench\/results$/);
  });

  test('a quick run is short, waits for nothing and leaves no results unless told where', () => {
    expect(read('--quick')).toMatchObject({ runs: 1, seconds: 1, quietMs: 0, tries: 1, out: undefined });
    expect(read('--quick --out /x --seconds 2')).toMatchObject({ seconds: 2, out: '/x' });
  });

  test('names what is wrong and what there is', () => {
    expect(() => read('evening')).toThrow('There is no scenario “evening”. There are: morning, join.');
    expect(() => read('--servers plenary,x')).toThrow(
      'There is no server “x”. There are: plenary, hocuspocus.',
    );
    expect(() => read('--runs 0')).toThrow('--runs needs a number above zero, not “0”.');
    expect(() => read('--seconds fast')).toThrow(BadOption);
    expect(() => read('--slow')).toThrow(/--slow[\s\S]*pnpm bench/);
  });
});
