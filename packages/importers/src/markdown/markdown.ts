import type { Imported, Importer } from '../importer.ts';
import { decodeUtf8 } from '../text-bytes.ts';
import { blocksOf, footnotesOf } from './blocks.ts';
import { contextOf } from './context.ts';
import { parse } from './parse.ts';

/** Markdown as people keep notes in it: CommonMark with GitHub's additions, footnotes and front matter. */
export const markdown: Importer = {
  read: async (bytes) => {
    const { text, cleaned } = decodeUtf8(bytes);
    return readMarkdown(text, cleaned);
  },
};

/** The same for a text that is in memory already; `cleaned` when control characters were taken out of it. */
export function readMarkdown(text: string, cleaned = false): Imported {
  const { tree, simplified } = parse(text);
  const context = contextOf(tree);
  if (cleaned) context.remarks.add('control-characters');
  if (simplified) context.remarks.add('formatting-as-text');
  const blocks = [...blocksOf(tree.children, context), ...footnotesOf(context)];
  return { blocks, remarks: context.remarks.list() };
}
