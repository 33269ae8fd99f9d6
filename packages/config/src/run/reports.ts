import path from 'node:path';

/** How many tests ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a test runner wrote about its run. */
export interface RunReport {
  readonly counts: Counts;
  /** The test files it ran, from the root of the repository, with `/`. */
  readonly files: readonly string[];
}

/** Reads the JSON report of Vitest. Throws when it is none. */
export function readVitestReport(text: string, root: string): RunReport {
  // Vitest's json reporter writes these fields; a report that lacks them throws below.
  const report = JSON.parse(text) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly numTodoTests: number;
    readonly testResults: readonly { readonly name: string }[];
  };
  return {
    counts: {
      passed: whole(report.numPassedTests),
      failed: whole(report.numFailedTests),
      skipped: whole(report.numPendingTests) + whole(report.numTodoTests),
    },
    files: report.testResults.map(({ name }) => fromRoot(root, name)),
  };
}

/** Reads the JSON report of Playwright. A test that passed only when it was tried again has failed. */
export function readPlaywrightReport(text: string, root: string): RunReport {
  // Playwright's json reporter writes these fields; a report that lacks them throws below.
  const report = JSON.parse(text) as {
    readonly config: { readonly rootDir: string };
    readonly suites: readonly { readonly file: string }[];
    readonly stats: {
      readonly expected: number;
      readonly unexpected: number;
      readonly flaky: number;
      readonly skipped: number;
    };
  };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    counts: { passed: whole(expected), failed: whole(unexpected) + whole(flaky), skipped: whole(skipped) },
    files: report.suites.map(({ file }) => fromRoot(root, path.resolve(report.config.rootDir, file))),
  };
}

/** The test files among `present` that no report names. */
export function filesNotRun(present: readonly string[], reports: readonly RunReport[]): readonly string[] {
  const ran = new Set(reports.flatMap(({ files }) => files));
  return present.filter((file) => /\.test\.tsx?$|\.spec\.tsx?$/.test(file) && !ran.has(file));
}

/** Adds counts up. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** `3 passed, 0 failed`; what was skipped is said only when something was. */
export function inWords({ passed, failed, skipped }: Counts): string {
  const all = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
  return all.join(', ');
}

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new TypeError('A count is missing in the report.');
  return value;
}

function fromRoot(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
