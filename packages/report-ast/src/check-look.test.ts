import { describe, expect, it } from 'vitest';
import type { Report } from './report.ts';
import { validate } from './validate.ts';

const picture = 'a'.repeat(64);
const looking = (look: object): Report => ({
  plenary: 1,
  lang: 'fr',
  summit: { id: 's', title: 'Sommet', whenAndWhere: 'Paris', hosts: [] },
  look,
  generatedFrom: {},
  parts: [],
  outcomes: [],
  diagnostics: [],
});

describe('the look of a report', () => {
  it('[RA23] may say paper, colours and pictures, or nothing', () => {
    const look = { paper: 'letter', accent: '#1f4e79', second: '#fde68a', logo: picture, cover: picture };
    expect(validate(looking(look))).toEqual([]);
    expect(validate(looking({}))).toEqual([]);
  });

  it.each([
    ['look', { paper: 'a5' }],
    ['look', { accent: 'red' }],
    ['look', { accent: '#1F4E79' }],
    ['look', { second: '#fff' }],
    ['figure-asset', { logo: 'https://example.org/logo.png' }],
    ['figure-asset', { cover: '' }],
  ])('[RA23] names %s in %o', (rule, look) => {
    expect(validate(looking(look)).map((found) => found.rule)).toEqual([rule]);
  });
});
