import type { DocMark, DocNode, OutcomeBlocks } from '@plenary/document';
import { UnreadableFile } from '../importer.ts';
import type { Pictures } from '../pictures.ts';
import type { Remarks } from '../remarks.ts';
import type { Flow } from './flow.ts';
import type { PageElement, PageNode } from './page.ts';
import type { PageNotes } from './page-notes.ts';
import { type Spoken, spokenIn } from './spoken.ts';

/** What the conversion of a part of a page knows of its surroundings. */
export interface PageContext {
  readonly remarks: Remarks;
  readonly pictures: Pictures;
  /** The address the page was saved from; what relative links start at. */
  readonly address: string | undefined;
  /** Whether each line of the page is a paragraph, as where people write line by line. */
  readonly byLine: boolean;
  /** What boxes may be. */
  readonly kinds: OutcomeBlocks;
  readonly notes: PageNotes;
  readonly spoken: Spoken;
  /** How many nodes of the document are around this place. */
  readonly depth: number;
  /** The blocks that these nodes of the page become here; every one fits the schema where a block may stand. */
  readonly blocksOf: (
    nodes: readonly PageNode[],
    marks: readonly DocMark[],
    context: PageContext,
  ) => readonly DocNode[];
}

/** Where the walk over a page is. */
export interface Place {
  readonly flow: Flow;
  readonly marks: readonly DocMark[];
  readonly context: PageContext;
  /** Walks over what is in an element as if it stood here. */
  readonly inside: (element: PageElement, place: Place) => void;
}

/**
 * Nodes inside one another that are still read. The sync server takes 64 levels; a list is two of them, a table
 * three, the text one or two more.
 */
export const MAX_NODE_DEPTH = 60;

/** The surroundings of what is in an element: the same but for what it says about its language. */
export function within(element: PageElement, context: PageContext): PageContext {
  const spoken = spokenIn(element, context.spoken);
  return spoken === context.spoken ? context : { ...context, spoken };
}

/** The same surroundings, so many nodes further in. */
export function deeper(context: PageContext, by: number): PageContext {
  const depth = context.depth + by;
  if (depth > MAX_NODE_DEPTH) throw new UnreadableFile('too-deep');
  return { ...context, depth };
}
