import type { Tone } from '@plenary/report-ast';

/** The lines of a box. */
export type BoxLine = 'Label' | 'Text' | 'Facts';

/** The name of the style of a line of a box in a colour. */
export function boxStyle(line: BoxLine, tone: Tone): string {
  return `Box_20_${line}_20_${tone}`;
}
