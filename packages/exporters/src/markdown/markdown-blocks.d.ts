import type { Block } from '@plenary/report-ast';
import type { BlockContent, DefinitionContent } from 'mdast';
import type { FormatWords } from '../words.ts';
/** What may stand in a document, a quotation and a list item alike. */
export type Flow = BlockContent | DefinitionContent;
/** What a block has to know of its surroundings. */
export interface MarkdownPlace {
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly words: FormatWords;
}
/** Blocks as Markdown's tree. */
export declare function markdownBlocks(nodes: readonly Block[], place: MarkdownPlace): Flow[];
