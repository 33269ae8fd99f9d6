import type { Nodes } from 'mdast';
/** The words of a Markdown document as a reader meets them: blocks on lines of their own, cells parted by tabs. */
export declare function wordsOfMarkdown(node: Nodes): string;
