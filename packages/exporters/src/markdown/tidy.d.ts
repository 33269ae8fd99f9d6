import type { Inline } from '@plenary/report-ast';
/**
 * The same words without what shows nothing and Markdown cannot say: blanks move out of the ends of marks, and blanks
 * and breaks go from the ends of the whole; blanks beside a break go too.
 */
export declare function tidy(words: readonly Inline[]): readonly Inline[];
