import { expect, test } from 'vitest';
import { CONTROL_CHARACTERS, HARD_TEXT, HARD_TEXTS, LONE_SURROGATE } from './hard-text.ts';

test.each(HARD_TEXTS)('%s is well-formed and not empty', (_name, text) => {
  expect(text.isWellFormed()).toBe(true);
  expect(text.trim()).not.toBe('');
});

test('the texts are what their names say', () => {
  expect(HARD_TEXT.bidi).toMatch(/\p{Script=Hebrew}.*\p{Script=Arabic}/u);
  expect(HARD_TEXT.emoji).toContain('\u200D');
  expect(HARD_TEXT.noBreakSpaces).toMatch(/\u00A0.*\u202F/);
  expect(HARD_TEXT.accents.normalize('NFC')).not.toBe(HARD_TEXT.accents);
  expect(HARD_TEXT.longWord).not.toMatch(/\s/);
  expect(HARD_TEXT.long.length).toBeGreaterThan(30_000);
  expect(LONE_SURROGATE.isWellFormed()).toBe(false);
  expect(CONTROL_CHARACTERS).toContain('\u0000');
});
