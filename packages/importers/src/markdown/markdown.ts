import type { Imported, Importer } from '../importer.ts';
import { decodeUtf8 } from '../text-bytes.ts';
import { blocksOf, footnotesOf } from './blocks.ts';
import { contextOf } from './context.ts';
import { parse } from './parse.ts';

/** Markdown as people keep notes in it: CommonMark with GitHub's additions, footnotes and front matter. */
export const markdown: Importer = {
  read: async (bytes) => readMarkdown(decodeUtf8(bytes)),
};

/** How a text in memory is to be read. */
export interface MarkdownText {
  readonly text: string;
  /** Whether control characters were taken out of it. */
  readonly cleaned?: boolean;
  /** Whether one `~` on each side strikes out, as on GitHub. */
  readonly singleTilde?: boolean;
}

/** The same for a text that is in memory already. */
export function readMarkdown({ text, cleaned = false, singleTilde = true }: MarkdownText): Imported {
  const { tree, simplified } = parse(text, singleTilde);
  const context = contextOf(tree, blocksOf);
  if (cleaned) context.remarks.add('control-characters');
  if (simplified) context.remarks.add('formatting-as-text');
  const blocks = [...blocksOf(tree.children, context), ...footnotesOf(context)];
  return { blocks, remarks: context.remarks.list() };
}
