import { toHtml } from 'hast-util-to-html';
import type { Exporter } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { htmlPage } from './html-page.ts';
import { wordsOfHtml } from './read-back.ts';

/** The report as one web page: to read on a phone or a wall, to print, to keep for years. */
export const html: Exporter = {
  id: 'html',
  mediaType: 'text/html;charset=utf-8',
  extension: 'html',
  write: (report, assets = new Map()) => `${toHtml(htmlPage(report, assets))}\n`,
  readBack: (file) => wordsOfHtml(fileText(file)),
};
