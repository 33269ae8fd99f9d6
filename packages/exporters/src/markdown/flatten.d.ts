import type { Block, Inline } from '@plenary/report-ast';
/**
 * Blocks as one run of words with breaks, for a cell: Markdown's cells hold a line. No word is lost; a list keeps its
 * bullets, a title and a label are strong.
 */
export declare function flatten(blocks: readonly Block[], colon: string): readonly Inline[];
