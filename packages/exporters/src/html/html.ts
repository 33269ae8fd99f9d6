import { type Exporter, whole } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { htmlPage } from './html-page.ts';

/** The report as one web page: to read on a phone or a wall, to print, to keep for years. */
export const html = {
  id: 'html',
  mediaType: 'text/html;charset=utf-8',
  extension: 'html',
  write: (report, assets = new Map()) => whole(htmlPage(report, assets)),
  readBack: async (file) => (await import('./read-back.ts')).readHtml(fileText(file)),
} as const satisfies Exporter;
