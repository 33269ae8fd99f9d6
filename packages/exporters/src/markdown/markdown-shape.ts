import type { Nodes } from 'mdast';
import type { Shape } from '../shape.ts';

/**
 * What a parser of Markdown can count. Boxes are quotations there and facts are lists, cells hold no blocks and show a
 * picture as its words, contents are a list of links: of the rest a count would say nothing.
 */
export function markdownShape(root: Nodes): Partial<Shape> {
  return { notes: notesIn(root) };
}

function notesIn(node: Nodes): number {
  if (node.type === 'footnoteReference') return 1;
  return 'children' in node ? node.children.reduce((sum: number, child) => sum + notesIn(child), 0) : 0;
}
