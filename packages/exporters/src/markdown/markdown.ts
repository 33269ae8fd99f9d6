import { sideFiles } from '../assets.ts';
import { type Exporter, whole } from '../exporter.ts';
import { writeMarkdown } from './grammar.ts';
import { markdownTree } from './markdown-tree.ts';

/** The report as GitHub's Markdown: to go on writing in, to convert, to read anywhere. */
export const markdown = {
  id: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  extension: 'md',
  write: (report, assets = new Map()) => whole(writeMarkdown(markdownTree(report, assets))),
  besides: sideFiles,
  readBack: async (file) => (await import('./read-back.ts')).readMarkdown(file),
} as const satisfies Exporter;
