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
export const day: Palette = {
  paper: '#FBF9F4',
  sheet: '#FFFFFF',
  ink: '#1F1D1A',
  soft: '#5F5A52',
  line: '#E6E1D6',
  accent: '#1F4E79',
  tones: {
    neutral: ['#5F5A52', '#F3F0E8'],
    accent: ['#1F4E79', '#E7EEF5'],
    amber: ['#7A4F00', '#FFF5DC'],
    green: ['#1E6B3C', '#E8F4EB'],
    blue: ['#1D4FA3', '#E9F0FD'],
    violet: ['#5B3A9E', '#F1ECFB'],
    orange: ['#A33A12', '#FDEEE7'],
    teal: ['#0B6168', '#E3F3F4'],
    sand: ['#5C5142', '#F4EFE6'],
    slate: ['#3C5166', '#EBF0F5'],
  },
};

/** By night, for readers whose system is dark. */
export const night: Palette = {
  paper: '#191816',
  sheet: '#211F1C',
  ink: '#ECE8E0',
  soft: '#ABA498',
  line: '#3A362F',
  accent: '#9CC3EA',
  tones: {
    neutral: ['#ABA498', '#25231F'],
    accent: ['#9CC3EA', '#22303D'],
    amber: ['#E9BC62', '#2E2717'],
    green: ['#7FD09B', '#1A2B20'],
    blue: ['#9DBEFA', '#1B2638'],
    violet: ['#C4AEF4', '#272036'],
    orange: ['#F4A987', '#33211A'],
    teal: ['#7CCDD3', '#162B2D'],
    sand: ['#CDBFA9', '#2A2620'],
    slate: ['#B0C4D8', '#20282F'],
  },
};
