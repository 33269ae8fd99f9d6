import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remarks } from './diagnostics.ts';
import { contrastOnWhite, LEAST_CONTRAST, lookOf } from './look.ts';

describe('the look of a report', () => {
  it('[AG48] is what was chosen, where that can be read', () => {
    const { remark, made } = remarks('en');
    const chosen = { paper: 'letter', accent: '#1F4E79', second: '#FFEE00', logo: 'a'.repeat(64) } as const;
    expect(lookOf(chosen, remark)).toEqual({ ...chosen, accent: '#1f4e79', second: '#ffee00' });
    expect(lookOf({}, remark)).toBeUndefined();
    expect(made).toEqual([]);
  });

  it('[AG48] has a darker accent where the chosen one is too light, and says so', () => {
    const { remark, made } = remarks('en');
    const look = lookOf({ accent: '#ffcc00' }, remark);
    expect(look?.accent).not.toBe('#ffcc00');
    expect(contrastOnWhite(look?.accent ?? '#ffffff')).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(made).toMatchObject([{ rule: 'look-too-light', severity: 'warning' }]);
  });

  it('[AG48] can be read whatever was chosen', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (channels) => {
        const accent = `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
        const colour = lookOf({ accent }, () => undefined)?.accent ?? '#ffffff';
        expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });

  it('[AG48] measures contrast as WCAG does', () => {
    expect(contrastOnWhite('#000000')).toBeCloseTo(21);
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1);
    expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
  });
});
