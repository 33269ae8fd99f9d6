import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import type { Nodes } from 'mdast';

/** The words of a Markdown document as a reader meets them: blocks on lines of their own, cells parted by tabs. */
export function wordsOfMarkdown(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code':
      return `${node.value}\n`;
    case 'break':
      return '\n';
    case 'html':
      return node.value === '<br>'
        ? '\n'
        : toText(fromHtml(node.value, { fragment: true }), { whitespace: 'pre-wrap' });
    case 'paragraph':
    case 'heading':
    case 'tableRow':
      return `${node.children.map(wordsOfMarkdown).join('')}\n`;
    case 'tableCell':
      return `${node.children.map(wordsOfMarkdown).join('')}\t`;
    default:
      return 'children' in node ? node.children.map(wordsOfMarkdown).join('') : '';
  }
}
