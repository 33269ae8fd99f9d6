import type { DocNode, OutcomeBlocks } from '@plenary/document';
import type { Lang, ReportPlan, SessionKind, Summit, Template } from '@plenary/programme';

/** Everything a report is made from. The compile is a pure function of this value. */
export interface ReportInput {
  readonly summit: Summit;
  /** Language of the report's own words. */
  readonly lang: Lang;
  readonly blocks: OutcomeBlocks;
  /** How the organisers want the report; where absent it is as the programme has it. */
  readonly plan?: ReportPlan;
  /** By group id, those before the sections too. A group without an entry is an error diagnostic, not a silent gap. */
  readonly documents: ReadonlyMap<string, GroupDocument>;
  /** The session kinds in use. A kind that is not listed leaves a line where nothing was written. */
  readonly kinds?: readonly SessionKind[];
}

/** One group document at one exact version. */
export interface GroupDocument {
  readonly group: string;
  readonly seq: number;
  /** Canonical content hash (`contentHash` of `@plenary/document`). */
  readonly hash: string;
  /** The `doc` node. */
  readonly content: DocNode;
  /** Names of those who wrote, in order of first appearance. */
  readonly contributors: readonly string[];
  /** The template it was seeded from: its headings, where still unfilled, are nobody's words. */
  readonly template: Template;
  readonly signOff?: { readonly by: string; /** Milliseconds since the epoch. */ readonly at: number };
}
