import type { Paper } from '@plenary/report-ast';

/** A sheet and what of it is written on, in twentieths of a point: the unit Word counts in, and whole numbers for every length here. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  /** The same on all four sides. */
  readonly margin: number;
  readonly textWidth: number;
  readonly textHeight: number;
}

/** The sheet a report is made for; A4 where nothing is said. */
export function pageSize(paper: Paper = 'a4'): PageSize {
  const [width, height] = SHEETS[paper];
  return { width, height, margin: MARGIN, textWidth: width - 2 * MARGIN, textHeight: height - 2 * MARGIN };
}

const SHEETS: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [11906, 16838],
  letter: [12240, 15840],
};

/** 2.5 cm: lines of some eighty letters, which is as long as a line may be. */
const MARGIN = 1418;
