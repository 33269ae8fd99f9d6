import type { Inline } from '@plenary/report-ast';
import type { Heading, Html, Paragraph, TableCell } from 'mdast';
/** A paragraph that says exactly these words to whoever reads the file. */
export declare function faithfulParagraph(words: readonly Inline[], lead?: readonly Html[]): Paragraph;
/** A heading that says exactly these words. */
export declare function faithfulHeading(
  level: number,
  words: readonly Inline[],
  lead: readonly Html[],
): Heading;
/** A cell that says exactly these words. */
export declare function faithfulCell(words: readonly Inline[]): TableCell;
