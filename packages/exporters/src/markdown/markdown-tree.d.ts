import type { Report } from '@plenary/report-ast';
import type { Root } from 'mdast';
/** The whole file: the title page, the contents, then the parts as second-level headings. */
export declare function markdownTree(report: Report): Root;
