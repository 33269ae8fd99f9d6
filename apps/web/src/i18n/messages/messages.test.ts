import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { en as reportingEn } from './reporting/en.ts';
import { fr as reportingFr } from './reporting/fr.ts';
import { en as writingEn } from './writing/en.ts';
import { fr as writingFr } from './writing/fr.ts';

function texts(catalogue: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value] as const];
    return typeof value === 'object' && value !== null ? texts(value, here) : [];
  });
}
const french = [...texts(fr), ...texts(writingFr, 'writing'), ...texts(reportingFr, 'reporting')];
const english = new Map([...texts(en), ...texts(writingEn, 'writing'), ...texts(reportingEn, 'reporting')]);
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe('catalogues', () => {
  it('have the same texts', () => {
    expect([...english.keys()].toSorted()).toEqual(french.map(([key]) => key).toSorted());
  });

  it.each(french)('%s has the same placeholders in both languages', (key, text) => {
    expect(placeholders(english.get(key) ?? '')).toEqual(placeholders(text));
  });

  it.each([...french, ...english].filter(([, text]) => text === ''))('%s is not empty', (_key, text) => {
    expect(text).not.toBe('');
  });

  it.each(french)('%s follows French typography', (_key, text) => {
    const words = text.replaceAll(/https?:\/\/\S+|\{\{\w+\}\}/g, 'x');
    expect(words, 'a typographic apostrophe').not.toMatch(/\p{L}'\p{L}/u);
    expect(words, 'a narrow no-break space before ; ! ?').not.toMatch(/(?<!\u202f)[;!?]/u);
    expect(words, 'a no-break space before a colon').not.toMatch(/(?<!\u00a0):/u);
    expect(words, 'no-break spaces inside guillemets').not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/u);
    expect(words, 'an ellipsis is one character').not.toContain('...');
    expect(words, 'no straight or English quotation marks').not.toMatch(/["“”]/u);
  });

  it.each([...english])('%s uses typographic marks in English', (_key, text) => {
    expect(text).not.toMatch(/\p{L}'\p{L}|"|\.\.\./u);
  });
});
