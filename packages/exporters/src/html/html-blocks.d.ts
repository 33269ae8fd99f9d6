import type { Block } from '@plenary/report-ast';
import type { Element, ElementContent } from 'hast';
import type { FormatWords } from '../words.ts';
/** What a block has to know of its surroundings. */
export interface HtmlPlace {
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly words: FormatWords;
}
/** Blocks as HTML. */
export declare function htmlBlocks(nodes: readonly Block[], place: HtmlPlace): ElementContent[];
/** A heading: h1 to h6, and the last one again below that, so that no level is skipped and none invented. */
export declare function heading(
  level: number,
  properties: Readonly<Record<string, string>>,
  title: ElementContent[],
): Element;
