import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';
import { initialsOf, PRESENCE_COLOURS, presenceColour } from './presence-colours.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('presence colours', () => {
  it.each(PRESENCE_COLOURS)('%s carries white text', (colour) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('are twelve different ones, and any number has one', () => {
    expect(new Set(PRESENCE_COLOURS).size).toBe(12);
    expect(presenceColour(12)).toBe(PRESENCE_COLOURS[0]);
    expect(presenceColour(-1)).toBe(PRESENCE_COLOURS[1]);
  });

  it('come with initials for any name', () => {
    expect(initialsOf('Ana Cruz')).toBe('AC');
    expect(initialsOf('jean-baptiste')).toBe('JB');
    expect(initialsOf('Zoé')).toBe('Z');
    expect(initialsOf('李雷')).toBe('李');
  });
});

describe('tokens', () => {
  const tokens = new Map(
    [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, name = '', day = '', night = '']) => [name, { day, night }],
    ),
  );
  const colour = (name: string, theme: 'day' | 'night') => tokens.get(name)?.[theme] ?? '';
  const kinds = [...tokens.keys()].flatMap((name) =>
    name.endsWith('-bg') && name !== 'warn-bg' && name !== 'bad-bg' ? [name.slice(0, -3)] : [],
  );
  const pairs = [
    ...['ink', 'soft', 'accent', 'ok', 'warn', 'bad'].flatMap((text) =>
      ['paper', 'sheet'].map((ground) => [text, ground] as const),
    ),
    ...kinds.flatMap(
      (kind) =>
        [
          [kind, `${kind}-bg`],
          [kind, 'paper'],
          ['ink', `${kind}-bg`],
          ['soft', `${kind}-bg`],
        ] as const,
    ),
    ['accent', 'accent-soft'],
    ['soft', 'accent-soft'],
    ['on-accent', 'accent'],
    ['warn', 'warn-bg'],
    ['bad', 'bad-bg'],
  ] as const;

  it.each(
    pairs.flatMap(([text, ground]) =>
      (['day', 'night'] as const).map((theme) => [text, ground, theme] as const),
    ),
  )('%s on %s by %s is readable', (text, ground, theme) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('give the edges of controls 3:1', () => {
    for (const theme of ['day', 'night'] as const)
      for (const ground of ['paper', 'sheet'])
        expect(contrast(colour('edge', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
