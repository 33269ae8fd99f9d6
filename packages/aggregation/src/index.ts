/** Compiles group documents and a summit into a report, and audits what a format made of it. */
export { auditText, MAX_FINDINGS } from './audit.ts';
export type { AuditFinding } from './audit.ts';
export { compileReport } from './compile-report.ts';
export { createCompiler } from './compiler.ts';
export type { Compiler } from './compiler.ts';
export { documentsTold } from './documents-told.ts';
export type { RuleId } from './diagnostics.ts';
export { createLikeFinder, likeOutcomes } from './like-outcomes.ts';
export type { LikeFinder, LikePair, Side } from './like-outcomes.ts';
export type { GroupDocument, ReportInput } from './report-input.ts';
export { sourceLeaves } from './source-leaves.ts';
export type { Steps } from './steps.ts';
export type { Leaf } from './leaf.ts';
