import { type Block, type Table } from '@plenary/report-ast';
import type { Element, ElementContent } from 'hast';
import type { FormatWords } from '../words.ts';
/**
 * A table in a frame that scrolls sideways where the screen is narrower than its columns. The frame takes the
 * keyboard focus, because who has no mouse has to be able to scroll too.
 */
export declare function htmlTable(
  node: Table,
  words: FormatWords,
  blocks: (children: readonly Block[]) => ElementContent[],
): Element;
