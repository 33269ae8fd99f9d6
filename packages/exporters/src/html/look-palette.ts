import { isColour, type Look } from '@plenary/report-ast';
import { day, night, type Palette } from './colours.ts';
import { inkOn, legibleOn, mix } from './contrast.ts';

/** The colours of a report that may have a look of its own. */
export interface Theme {
  readonly day: Palette;
  readonly night: Palette;
  /** The title page, where it has a colour: its ground, and what is read on it. */
  readonly cover?: { readonly ground: string; readonly ink: string };
}

/**
 * The palettes with a summit's colours in them. What a summit wishes is changed as little as it takes to be read: by
 * day and by night, on paper and in boxes.
 */
export function themeOf(look: Look = {}): Theme {
  const { accent, second } = look;
  return {
    day: accent && isColour(accent) ? withAccent(day, accent, '#000000') : day,
    night: accent && isColour(accent) ? withAccent(night, accent, '#ffffff') : night,
    ...(second && isColour(second) && { cover: { ground: second, ink: inkOn(second) } }),
  };
}

function withAccent(palette: Palette, wished: string, towards: '#000000' | '#ffffff'): Palette {
  const box = mix(palette.sheet, wished, BOX_SHARE);
  const grounds = [
    palette.paper,
    palette.sheet,
    box,
    ...Object.values(palette.tones).map(([, ground]) => ground),
  ];
  const accent = legibleOn(grounds, wished, towards);
  return { ...palette, accent, tones: { ...palette.tones, accent: [accent, box] } };
}

/** As much of the colour as the boxes of the other tones have. */
const BOX_SHARE = 0.1;
