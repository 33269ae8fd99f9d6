import type { FigureName } from './report/figures.ts';

/** What Plenary has to reach in a scenario. Read by people in the results; no test fails on a time. */
export interface Budget {
  readonly scenario: string;
  /** Absent: holds in every case of the scenario. */
  readonly case?: string;
  readonly figure: FigureName;
  readonly most: number;
}

/** Numbers a change may not exceed. What peers took when the numbers were set is in the README. */
export const BUDGETS: readonly Budget[] = [
  { scenario: 'morning', figure: 'cpuPer1000', most: 6 },
  { scenario: 'morning', figure: 'p99', most: 40 },
  { scenario: 'plenary', figure: 'cpuPer1000', most: 7 },
  { scenario: 'plenary', figure: 'p99', most: 60 },
  { scenario: 'crash', figure: 'lostKeys', most: 0 },
  { scenario: 'join', figure: 'seconds', most: 0.8 },
  { scenario: 'join', figure: 'serverCpu', most: 0.5 },
  { scenario: 'join', figure: 'othersP99', most: 100 },
];

/** Plenary's ratio to the best peer, where that is what was promised. */
export const RATIO_BUDGETS: readonly {
  readonly scenario: string;
  readonly figure: FigureName;
  readonly least?: number;
  readonly most?: number;
}[] = [
  { scenario: 'saturation', figure: 'sustained', least: 3 },
  { scenario: 'idle', figure: 'perConnection', most: 1 },
  { scenario: 'idle', figure: 'perDocument', most: 1 },
];
