import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Counts, RunReport } from './reports.ts';
import { runStep, type Step } from './step.ts';

/** A step that runs tests and writes a report about them. */
export interface Suite extends Step {
  /** Where the report is written, from the root. */
  readonly report: string;
  readonly read: (text: string, root: string) => RunReport;
}

export interface SuiteResult {
  readonly counts: Counts;
  /** Undefined when the run wrote none that can be read. */
  readonly report?: RunReport;
}

/**
 * Runs a suite. What cannot be seen to have passed has failed: no report, a report of nothing readable, or a
 * runner that ended badly although no test failed each count as one failure.
 */
export function runSuite(root: string, suite: Suite, run: typeof runStep = runStep): SuiteResult {
  const file = path.join(root, suite.report);
  // A report of an earlier run would speak for this one.
  rmSync(file, { force: true });
  const ended = run(root, suite);
  const report = readReport(root, suite, file);
  if (report === undefined) return { counts: { passed: 0, failed: 1, skipped: 0 } };
  const { failed } = report.counts;
  return { counts: { ...report.counts, failed: ended ? failed : Math.max(1, failed) }, report };
}

function readReport(root: string, suite: Suite, file: string): RunReport | undefined {
  if (!existsSync(file)) {
    console.log(`${suite.name} wrote no report (${suite.report}).`);
    return undefined;
  }
  try {
    return suite.read(readFileSync(file, 'utf8'), root);
  } catch (error) {
    console.log(`${suite.report} is not a report: ${String(error)}`);
    return undefined;
  }
}
