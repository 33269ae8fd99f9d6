import { type Table as ReportTable } from '@plenary/report-ast';
import type { Table } from 'mdast';
import type { FormatWords } from '../words.ts';
/**
 * A table, spans written as empty cells. Markdown's first row is always the head: a table whose first row is not one
 * gets an empty head, so that no cell of content is taken for a title.
 */
export declare function markdownTable(node: ReportTable, words: FormatWords): Table;
