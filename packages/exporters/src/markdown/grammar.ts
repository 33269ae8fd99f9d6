import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { quickText } from './quick-text.ts';

/** Reads GitHub's Markdown, the dialect most readers share: CommonMark with tables and struck-through text. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions, mdastExtensions });
}

/** Writes the same dialect. Columns of tables are not padded: one long cell would widen every row of the file. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, { extensions: [gfmWriter], handlers: { text: quickText }, bullet: '-', rule: '-' });
}

const extensions = [gfm()];
const mdastExtensions = gfmFromMarkdown();
const gfmWriter = gfmToMarkdown({ tablePipeAlign: false });
