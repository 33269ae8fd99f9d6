import { expect, test } from 'vitest';
import { say, type Sentence } from './messages.ts';
import { TEXTS, labelled } from './texts.ts';

const SENTENCES: readonly Sentence[] = [
  'database-url',
  'folder-in-use',
  'data-missing',
  'folder-not-empty',
  'summit-unknown',
  'group-unknown',
  'section-signed',
  'data-damaged',
  'unexpected',
];

test.each(SENTENCES)('%s names the same things in both languages, in real typography', (sentence) => {
  const [fr, en] = [say(sentence, 'fr'), say(sentence, 'en')];
  const named = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  expect(new Set(named(fr))).toEqual(new Set(named(en)));
  expect(fr).not.toMatch(/'| [;:!?»]|« /u);
});

test('parameters are filled in, and a label meets its value as its language wants', () => {
  expect(say('summit-unknown', 'en', { summit: 'x' })).toContain('“x”');
  expect(labelled('fr', 'code', 'X')).toBe('code\u00A0: X');
  expect(labelled('en', 'code', 'X')).toBe('code: X');
});

test('the help knows the same commands in both languages', () => {
  expect(Object.keys(TEXTS.fr.commands)).toEqual(Object.keys(TEXTS.en.commands));
});
