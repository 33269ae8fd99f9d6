import type { Case, FigureName } from './figures.ts';

/** The middle value, or the mean of the two in the middle; NaN of nothing. Values that are no number are left out. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** One measurement of one server in one run. */
export interface Measurement {
  readonly scenario: string;
  readonly server: string;
  readonly run: number;
  readonly cases: readonly Case[];
}

/** The values of a figure over the runs, in the order of the runs. */
export function valuesOf(
  measurements: readonly Measurement[],
  server: string,
  caseName: string,
  figure: FigureName,
): readonly number[] {
  return measurements
    .filter((one) => one.server === server)
    .flatMap(({ cases }) => cases.filter(({ name }) => name === caseName))
    .flatMap(({ figures }) => figures[figure] ?? []);
}

/**
 * How many times the peer's value ours is: the median of the ratios within each run, since a machine that is slow
 * for one is slow for the one measured right after it. NaN where no run has both.
 */
export function ratio(
  measurements: readonly Measurement[],
  ours: string,
  peer: string,
  caseName: string,
  figure: FigureName,
): number {
  const runs = [...new Set(measurements.map(({ run }) => run))];
  return median(
    runs.flatMap((run) => {
      const here = measurements.filter((one) => one.run === run);
      const [our] = valuesOf(here, ours, caseName, figure);
      const [their] = valuesOf(here, peer, caseName, figure);
      return our === undefined || their === undefined || their === 0 ? [] : [our / their];
    }),
  );
}
