import type { DocNode, OutcomeBlocks } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import type { Block, Callout } from '@plenary/report-ast';
import type { Remark } from './diagnostics.ts';
import type { NamedOutcome } from './read-documents.ts';

/** What lowering a document needs to know, and where it puts what it finds. */
export interface LoweringContext {
  readonly lang: Lang;
  readonly blocks: OutcomeBlocks;
  readonly remark: Remark;
  /** By node, as they were collected. */
  readonly outcomes: ReadonlyMap<DocNode, NamedOutcome>;
  /** Filled as outcomes are met. */
  readonly lowered: Map<DocNode, LoweredOutcome>;
  /** Lowers what is inside a node: `lowerBlocks` itself, handed down so that lists and tables need not import it. */
  readonly lowerBlocks: (nodes: readonly DocNode[], context: LoweringContext) => Block[];
}

/** An outcome with the box it became. */
export interface LoweredOutcome extends NamedOutcome {
  readonly callout: Callout;
}
