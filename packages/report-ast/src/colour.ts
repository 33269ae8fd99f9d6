import type { Colour } from './report.ts';

/** Whether a text is a colour as every format can write it: `#` and six lower-case hexadecimal digits. */
export function isColour(text: string): text is Colour {
  return COLOUR.test(text);
}

const COLOUR = /^#[0-9a-f]{6}$/;
