import type { Node } from '@tiptap/pm/model';

/** Whether a block holds one empty paragraph and nothing else. */
export function isBlank(node: Node): boolean {
  return node.childCount === 1 && node.firstChild?.isTextblock === true && node.firstChild.content.size === 0;
}
