import type { Root } from 'mdast';
/** Reads GitHub's Markdown, the dialect most readers share: CommonMark with tables and struck-through text. */
export declare function parseMarkdown(text: string): Root;
/** Writes the same dialect. Columns of tables are not padded: one long cell would widen every row of the file. */
export declare function writeMarkdown(root: Root): string;
