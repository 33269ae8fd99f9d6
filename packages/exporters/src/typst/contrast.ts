import type { Colour } from '@plenary/report-ast';

/** What small text needs to be read by most people: WCAG 2.2, success criterion 1.4.3. */
export const READABLE = 4.5;

/** How much two colours differ in lightness, from 1 to 21, as WCAG computes it. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

/** White or near-black, whichever is easier to read on a colour. */
export function inkOn(ground: string): Colour {
  return contrast(WHITE, ground) >= contrast(BLACK, ground) ? WHITE : BLACK;
}

/** The colour itself where it can be read on white, else the nearest darker one that can. */
export function readableOnWhite(colour: string): Colour {
  let channels = channelsOf(colour);
  while (contrast(hex(channels), WHITE) < READABLE)
    channels = channels.map((value) => Math.floor(value * 0.95));
  return hex(channels);
}

const WHITE = '#ffffff';
const BLACK = '#1f1d1a';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function hex(channels: readonly number[]): Colour {
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
