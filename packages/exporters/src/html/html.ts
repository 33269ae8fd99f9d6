import type { Report } from '@plenary/report-ast';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import type { Exporter } from '../exporter.ts';
import { fileText } from '../file-text.ts';
import { htmlPage } from './html-page.ts';

/** The report as one web page: to read on a phone or a wall, to print, to keep for years. */
export const html: Exporter = {
  id: 'html',
  mediaType: 'text/html;charset=utf-8',
  extension: 'html',
  write: (report: Report) => `${toHtml(htmlPage(report))}\n`,
  readBack: (file) => {
    const page = fromHtml(fileText(file));
    // `pre-wrap`, because the other way of reading drops the marks that order right-to-left text.
    // The contents repeat titles, and the footer the title page: what is read is what is seen once.
    return ['header', 'main']
      .flatMap((name) => find(page, name))
      .map((element) => toText(element, { whitespace: 'pre-wrap' }))
      .join('\n');
  },
};

/** The first element of that name, as a list of none or one. */
function find(node: Nodes, name: string): readonly Element[] {
  if (node.type === 'element' && node.tagName === name) return [node];
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => find(child, name)).slice(0, 1);
}
