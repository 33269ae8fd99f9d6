import { taskSign } from '@plenary/report-ast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import type { FootnoteDefinition, ListItem, Nodes } from 'mdast';
import { withPicturesAsWords } from '../pictures-as-words.ts';

/**
 * The words of a Markdown document as a reader meets them who follows each number to its note: blocks on lines of their
 * own, cells parted by tabs. A note that no number leads to is read where it stands.
 */
export function wordsOfMarkdown(root: Nodes): string {
  const notes = new Map(definitionsIn(root).map((note) => [note.identifier, note]));
  const told = new Set<string>();
  const words = read(root);
  return words + [...notes].map(([id, note]) => (told.has(id) ? '' : inside(note))).join('');

  function inside(node: Nodes): string {
    return 'children' in node ? node.children.map(read).join('') : '';
  }

  function noteAt(identifier: string): string {
    const note = notes.get(identifier);
    told.add(identifier);
    return note === undefined ? '' : `\n${inside(note)}\n`;
  }

  function read(node: Nodes): string {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return node.value;
      case 'code':
        return `${node.value}\n`;
      case 'break':
        return '\n';
      case 'image':
        return `\n${node.alt ?? ''}\n`;
      case 'html':
        return wordsOfTag(node.value);
      case 'footnoteReference':
        return noteAt(node.identifier);
      case 'footnoteDefinition':
        return '';
      case 'listItem':
        return signOf(node) + inside(node);
      case 'paragraph':
      case 'heading':
      case 'tableRow':
        return `${inside(node)}\n`;
      case 'tableCell':
        return `${inside(node)}\t`;
      default:
        return inside(node);
    }
  }
}

function definitionsIn(node: Nodes): readonly FootnoteDefinition[] {
  if (node.type === 'footnoteDefinition') return [node];
  return 'children' in node ? node.children.flatMap((child: Nodes) => definitionsIn(child)) : [];
}

function signOf({ checked }: ListItem): string {
  return typeof checked === 'boolean' ? `${taskSign(checked)} ` : '';
}

function wordsOfTag(html: string): string {
  if (html === '<br>') return '\n';
  return toText(withPicturesAsWords(fromHtml(html, { fragment: true })), { whitespace: 'pre-wrap' });
}
