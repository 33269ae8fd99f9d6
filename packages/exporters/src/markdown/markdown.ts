import { sideFiles } from '../assets.ts';
import { type Exporter, whole } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { writeMarkdown } from './grammar.ts';
import { markdownShape } from './markdown-shape.ts';
import { markdownTree } from './markdown-tree.ts';
import { wordsOfMarkdown } from './markdown-words.ts';
import { parseLong } from './parse-long.ts';

/** The report as GitHub's Markdown: to go on writing in, to convert, to read anywhere. */
export const markdown = {
  id: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  extension: 'md',
  write: (report, assets = new Map()) => whole(writeMarkdown(markdownTree(report, assets))),
  besides: sideFiles,
  readBack: (file) => {
    const root = parseLong(fileText(file));
    return { words: wordsOfMarkdown(root), shape: markdownShape(root) };
  },
} as const satisfies Exporter;
