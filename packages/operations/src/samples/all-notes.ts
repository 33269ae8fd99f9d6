import type { SampleNotes } from './notes.ts';
import { leaders } from './wg-1-leaders.ts';
import { readiness } from './wg-2-readiness.ts';
import { impact } from './wg-3-impact.ts';
import { intermediaries } from './wg-4-intermediaries.ts';
import { research } from './wg-5-research.ts';
import { awareness } from './wg-6-awareness.ts';
import { tailored } from './wg-7-tailored.ts';

/** The notes of the seven working groups of the sample summit, in the order of the programme. */
export const sampleNotes: readonly SampleNotes[] = [
  leaders,
  readiness,
  impact,
  intermediaries,
  research,
  awareness,
  tailored,
];
