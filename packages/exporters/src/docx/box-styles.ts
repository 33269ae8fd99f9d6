import type { Tone } from '@plenary/report-ast';

/** The lines of a box. */
export type BoxLine = 'Label' | 'Text' | 'Facts';

/** The id of the style of a line of a box in a colour: `BoxLabelAmber`. */
export function boxStyle(line: BoxLine, tone: Tone): string {
  return `Box${line}${tone.charAt(0).toUpperCase()}${tone.slice(1)}`;
}

/** How far a box stands in, so that its edge is where the lines around it begin. */
export const BOX_INDENT = 227;
