import type { Inline } from '@plenary/report-ast';
import type { ElementContent } from 'hast';
/** Inline nodes as HTML. */
export declare function htmlInlines(nodes: readonly Inline[]): ElementContent[];
