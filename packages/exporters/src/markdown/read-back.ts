import type { ReadBack, ReportFile } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { markdownShape } from './markdown-shape.ts';
import { wordsOfMarkdown } from './markdown-words.ts';
import { parseLong } from './parse-long.ts';

/** A file as a parser of Markdown sees it. */
export function readMarkdown(file: ReportFile): ReadBack {
  const root = parseLong(fileText(file));
  return { words: wordsOfMarkdown(root), shape: markdownShape(root) };
}
