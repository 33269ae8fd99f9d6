import type { Inline } from '@plenary/report-ast';
import type { Html, PhrasingContent } from 'mdast';
/**
 * Three ways to write the same words, from the handsomest to the safest. `marks`: Markdown as a person would type it.
 * `tags`: marks as HTML tags, for what Markdown cannot say (a mark around a blank, two codes side by side).
 * `references`: tags, and every character that could mean something as a character reference; nothing can go wrong.
 */
export type Spelling = 'marks' | 'tags' | 'references';
/** Words in a spelling. Where a line feed would end the construct, in headings and cells, a break is a tag. */
export declare function phrasing(
  nodes: readonly Inline[],
  spelling: Spelling,
  singleLine: boolean,
): PhrasingContent[];
/** A place to link to. Slugs made from headings would change with every word, and boxes have none. */
export declare function anchorTag(anchor: string): Html;
