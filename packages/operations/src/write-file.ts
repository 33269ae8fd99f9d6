import {
  type Assets,
  type Cancellation,
  type Exporter,
  TypesettingError,
  type TypesettingProblem,
  type Written,
} from '@plenary/exporters';
import { ProblemError } from '@plenary/protocol';
import type { Report } from '@plenary/report-ast';

/** A report in a format. Throws `pdf-unavailable`, `pdf-too-large` or `pdf-refused` where its engine made no file. */
export async function writeFile(
  exporter: Exporter,
  report: Report,
  assets: Assets,
  cancellation?: Cancellation,
): Promise<Written> {
  try {
    return await exporter.write(report, assets, cancellation);
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error;
    throw new ProblemError(PROBLEM_OF[error.problem], {}, { cause: error });
  }
}

/** The pictures that a file shows, without those that it said it could not. */
export function shownIn({ omitted = [] }: Written, assets: Assets): Assets {
  return omitted.length === 0 ? assets : new Map([...assets].filter(([id]) => !omitted.includes(id)));
}

const PROBLEM_OF = {
  unavailable: 'pdf-unavailable',
  'too-large': 'pdf-too-large',
  refused: 'pdf-refused',
  // Whoever is told does not listen any more.
  cancelled: 'pdf-refused',
} as const satisfies Record<TypesettingProblem, string>;
