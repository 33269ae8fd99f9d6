import type { Report } from '@plenary/report-ast';
import { createCompiler } from './compiler.ts';
import type { ReportInput } from './report-input.ts';

/**
 * Compiles what the groups wrote into one report: what stands before the sections, a part per day or theme with a
 * section per group, the synthesis across groups, and where it all comes from. A pure function: the same input gives the
 * same report. Nothing a document holds makes it throw; what is wrong with a document stands in `diagnostics`, and its
 * words are in the report.
 */
export function compileReport(input: ReportInput): Report {
  return createCompiler().compile(input);
}
