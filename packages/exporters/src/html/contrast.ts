/** A colour as `#rrggbb`. */
export type Hex = string;

/** How well one colour can be read on another, from 1 to 21, as WCAG 2 computes it. */
export function contrast(one: Hex, other: Hex): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself where it can be read on all these grounds, and else as little of black or white in it as it takes. */
export function legibleOn(grounds: readonly Hex[], colour: Hex, towards: '#000000' | '#ffffff'): Hex {
  for (let step = 0; step <= STEPS; step += 1) {
    const candidate = mix(colour, towards, step / STEPS);
    if (grounds.every((ground) => contrast(candidate, ground) >= READABLE)) return candidate;
  }
  return towards;
}

/** Black or white, whichever can be read better. One of the two always has 4.5. */
export function inkOn(ground: Hex): Hex {
  return contrast(ground, '#ffffff') >= contrast(ground, '#000000') ? '#ffffff' : '#000000';
}

/** One colour with a share of another in it. */
export function mix(one: Hex, other: Hex, share: number): Hex {
  const channels = channelsOf(one).map((value, index) => {
    const mixed = Math.round(value + ((channelsOf(other)[index] ?? 0) - value) * share);
    return mixed.toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** What WCAG 2.2 asks of text of any size. */
const READABLE = 4.5;
/** Fine enough that nobody sees the steps. */
const STEPS = 40;

function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: Hex): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
