import type { ReportNode } from './nodes.ts';
import { taskSign } from './task-sign.ts';

/**
 * The words of some nodes as plain text. Inline nodes run on, a break is a line feed; every block, list item and
 * table row has lines of its own; cells, and a detail's label and value, are parted by a tab. A footnote stands in
 * brackets on the line it belongs to; a picture says what it shows, then its caption; a task begins with its sign.
 */
export function toText(nodes: readonly ReportNode[]): string {
  let text = '';
  let after: 'inline' | 'block' | undefined;
  for (const node of nodes) {
    const kind = isInline(node) ? 'inline' : 'block';
    const words = textOf(node);
    // A block without words has no line either.
    if (kind === 'block' && words === '') continue;
    if (after !== undefined && (kind === 'block' || after === 'block')) text += '\n';
    text += words;
    after = kind;
  }
  return text;
}

function textOf(node: ReportNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'thematicBreak':
      return '';
    case 'section':
      return lines([toText(node.title), toText(node.children)]);
    case 'callout':
      return lines([
        node.label,
        toText(node.children),
        ...node.details.map((detail) => `${detail.label}\t${toText(detail.value)}`),
      ]);
    case 'figure':
      return lines([node.alt, toText(node.caption)]);
    case 'listItem': {
      const words = toText(node.children);
      return node.checked === undefined ? words : `${taskSign(node.checked)} ${words}`;
    }
    case 'footnote': {
      const words = toText(node.children).replaceAll('\n', ' ');
      return words === '' ? '' : ` [${words}]`;
    }
    case 'tableRow':
      return node.children.map((cell) => toText(cell.children)).join('\t');
    default:
      return toText(node.children);
  }
}

function isInline(node: ReportNode): boolean {
  switch (node.type) {
    case 'text':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
    case 'span':
    case 'footnote':
    case 'inlineCode':
    case 'link':
    case 'reference':
    case 'break':
      return true;
    default:
      return false;
  }
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
