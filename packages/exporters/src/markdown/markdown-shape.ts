import type { Nodes } from 'mdast';
import type { Shape } from '../shape.ts';

/**
 * What a parser of Markdown can count. Boxes are quotations there and facts are lists, cells hold no blocks, contents are a
 * list of links: of the rest a count would say nothing.
 */
export function markdownShape(root: Nodes): Partial<Shape> {
  const shape = { notes: 0, pictures: 0 };
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'footnoteReference') shape.notes += 1;
    // A picture whose words Markdown would misread is the tag it stands for.
    if (node.type === 'image' || (node.type === 'html' && node.value.startsWith('<img ')))
      shape.pictures += 1;
    if ('children' in node) waiting.push(...node.children);
  }
  return shape;
}
