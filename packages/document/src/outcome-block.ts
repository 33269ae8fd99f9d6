import type { Node } from '@tiptap/core';
import type { Lang } from '@plenary/programme';
import type { Detail, Tone } from '@plenary/report-ast';
import type { z } from 'zod/mini';
import type { DocNode } from './doc-node.ts';

/** A block's own words, in one language. */
export interface BlockWords {
  /** "Recommendation" */
  readonly label: string;
  /** "Recommendations": the heading of the synthesis. */
  readonly plural: string;
  /** Shown in an empty block: "What should be done, and by whom?" */
  readonly placeholder: string;
  /** Names of the picked values, by key of `Data`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** How all outcomes of a kind, from every group, come together at the end of the report. */
export type Synthesis =
  | { readonly form: 'none' }
  /** One box after the other, each with its source. `order`: smaller comes earlier. */
  | { readonly form: 'list'; readonly order: number }
  /** One row each: the text, then the named fields, then the source. */
  | { readonly form: 'table'; readonly order: number; readonly columns: readonly string[] };

/**
 * What an outcome block is: its node in the editor, what may be picked on it, and how it reads.
 * Text people write together is node content; what is picked is an attribute (last write wins).
 * A block never names a format.
 */
export interface OutcomeBlock<Data extends object = object> {
  /** Also the name of the ProseMirror node. */
  readonly kind: string;
  readonly tone: Tone;
  /**
   * Tiptap node without a view: builds a schema in Node, with no DOM. Must have the attribute `id`; every
   * attribute's default is `null`, so that canonical JSON needs no list of them.
   */
  readonly node: Node;
  /** Checks and completes the attributes of a node, `id` left out. */
  readonly data: z.ZodMiniType<Data>;
  readonly words: Readonly<Record<Lang, BlockWords>>;
  readonly synthesis: Synthesis;
  /** The picked values by which its outcomes may be gathered in the synthesis: keys of `words.fields`. None when absent. */
  readonly gatheredBy?: readonly string[];
  /** Picked values ready to print, in order; empty ones left out. */
  details(data: Data, lang: Lang): readonly Detail[];
  /**
   * What was picked on a field where `details` prints these words: a file that was made from a report may be brought
   * back. The words themselves where it is absent, or where they are no such value.
   */
  picked?(field: string, words: string, lang: Lang): string;
}

/**
 * The node that divides the text of an outcome into parts, such as its context and its result, and its attribute: the
 * key of the block's `fields` that holds the part's label. Blocks that have parts bring the node along.
 */
export const OUTCOME_PART = { node: 'outcomePart', attribute: 'part' } as const;

/** An outcome found in a group document. */
export interface Outcome {
  readonly kind: string;
  /** Stable id of the block; empty when an editor left none, which is a diagnostic. */
  readonly id: string;
  readonly node: DocNode;
  /** Result of the block's `data` schema, or undefined with the reason in `invalid`. */
  readonly data: object | undefined;
  readonly invalid?: string;
}

/** Checks a block where it is defined, and keeps its exact type. */
export function defineOutcomeBlock<Data extends object>(block: OutcomeBlock<Data>): OutcomeBlock<Data> {
  return block;
}

/** A registry of blocks by kind. The data types differ from block to block; each checks its own. */
// oxlint-disable-next-line typescript/no-explicit-any -- the one place: a record of blocks of different data types
export type OutcomeBlocks = Readonly<Record<string, OutcomeBlock<any>>>;
