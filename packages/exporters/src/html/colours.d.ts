import type { Tone } from '@plenary/report-ast';
/** The colours of a theme, by what they are for. */
export interface Palette {
  readonly paper: string;
  readonly sheet: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  /** Of each tone: the colour of its label and edge, and of the box behind its text. */
  readonly tones: Readonly<Record<Tone, readonly [strong: string, box: string]>>;
}
/** By day. Every text colour has a contrast of at least 4.5 to 1 with what it stands on; a test computes it. */
export declare const day: Palette;
/** By night, for readers whose system is dark. */
export declare const night: Palette;
