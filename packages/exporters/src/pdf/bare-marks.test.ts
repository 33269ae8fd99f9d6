import { describe, expect, it } from 'vitest';
import { withMarksOnSomething } from './bare-marks.ts';

const [ACUTE, DAMMA, HEBREW_ACCENT, CIRCLE] = ['\u0301', '\u064F', '\u0597', '\u25CC'];

describe('a mark', () => {
  it.each([
    ['on a letter', `e${ACUTE}`],
    ['on a letter that has one already', `e${ACUTE}\u0323`],
    ['on a letter of its own script to the left', `\u05D0${HEBREW_ACCENT}`],
    ['that several of those scripts share', `\u0645${DAMMA}\u0710${DAMMA}`],
    ['on a figure of its script', `\u0663${DAMMA}`],
    ['on a sign', `1\uFE0F\u20E3`],
    ['on a circle already', `${CIRCLE}${HEBREW_ACCENT}`],
  ])('%s stays as it is', (_, text) => {
    expect(withMarksOnSomething(text)).toBe(text);
  });

  it.each([
    ['that a text begins with', `${ACUTE}x`, `${CIRCLE}${ACUTE}x`],
    ['of a script to the left that a text begins with', `${DAMMA}x`, `${CIRCLE}${DAMMA}x`],
    ['on a letter of another script', `x${HEBREW_ACCENT}`, `x${CIRCLE}${HEBREW_ACCENT}`],
    ['on another one of those scripts', `\u0645${HEBREW_ACCENT}`, `\u0645${CIRCLE}${HEBREW_ACCENT}`],
    ['of no such script on a letter of one', `\u05D0${ACUTE}`, `\u05D0${CIRCLE}${ACUTE}`],
    ['on a blank', ` ${HEBREW_ACCENT}`, ` ${CIRCLE}${HEBREW_ACCENT}`],
    ['on a mark that nobody sees', `\u0645\u061C${DAMMA}`, `\u0645\u061C${CIRCLE}${DAMMA}`],
  ])('%s is shown on a circle', (_, text, shown) => {
    expect(withMarksOnSomething(text)).toBe(shown);
    expect(withMarksOnSomething(shown)).toBe(shown);
  });
});
