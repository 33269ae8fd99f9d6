import type { DocNode, OutcomeBlocks } from '@plenary/document';
import type { Lang } from '@plenary/programme';
import type { Anchor, Block, Diagnostic } from '@plenary/report-ast';
import { remarks } from './diagnostics.ts';
import { lowerBlocks } from './lower.ts';
import { lowerSections } from './lower-sections.ts';
import type { LoweredOutcome, LoweringContext } from './lowering-context.ts';
import type { ReadDocument } from './read-documents.ts';
import { emptyRequiredParts } from './required-parts.ts';
import { saysNothing } from './says-nothing.ts';

/** What a group document becomes in the report, before it gets its place. */
export interface LoweredDocument {
  /** Empty when nothing was written. */
  readonly children: readonly Block[];
  /** Those that left a box, in reading order. */
  readonly outcomes: readonly LoweredOutcome[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a document stands, and in whose words its boxes are labelled. */
export interface Standing {
  readonly group: string;
  /** The anchor of the group's section; those of its headings begin with it. */
  readonly anchor: Anchor;
  readonly lang: Lang;
  readonly blocks: OutcomeBlocks;
}

/** A pure function of one document and its standing, so that its result may be kept for as long as both stay. */
export function lowerDocument(document: ReadDocument, standing: Standing): LoweredDocument {
  const { remark, made } = remarks(standing.lang, standing.group);
  const lowered = new Map<DocNode, LoweredOutcome>();
  const context: LoweringContext = {
    lang: standing.lang,
    blocks: standing.blocks,
    remark,
    outcomes: new Map(document.outcomes.map((named) => [named.outcome.node, named])),
    lowered,
    lowerBlocks,
  };
  const nodes = document.content.content ?? [];
  const blocks = lowerSections(nodes, document.source.template, standing.anchor, context);
  // Rules and empty cells alone say nothing: the group wrote nothing.
  const children = saysNothing(blocks) ? [] : blocks;
  // A document that says nothing says so in its place; a note for each of its parts would only repeat it.
  if (children.length > 0) {
    for (const { heading } of emptyRequiredParts(nodes, document.source.template, standing.blocks))
      remark('required-part-empty', heading);
  }
  const outcomes = document.outcomes.flatMap(({ outcome }) => lowered.get(outcome.node) ?? []);
  return { children, outcomes, diagnostics: [...document.diagnostics, ...made] };
}
