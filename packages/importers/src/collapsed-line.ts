import type { DocNode } from '@plenary/document';
import { joined } from './inline-nodes.ts';

/** One blank for many, none at the edges of a line, no line break at the end; blanks that do not break stay. */
export function collapsed(line: readonly DocNode[]): readonly DocNode[] {
  const result: DocNode[] = [];
  let atBlank = true;
  for (const node of line) {
    if (node.type === 'hardBreak') {
      trimEnd(result);
      result.push(node);
      atBlank = true;
      continue;
    }
    if (node.text === undefined) {
      result.push(node);
      atBlank = false;
      continue;
    }
    const spaced: string = node.text.replace(/[ \t\n\f\r]+/g, ' ');
    const text: string = atBlank && spaced.startsWith(' ') ? spaced.slice(1) : spaced;
    if (text === '') continue;
    result.push({ ...node, text });
    atBlank = text.endsWith(' ');
  }
  while (trimEnd(result) || result.at(-1)?.type === 'hardBreak') {
    if (result.at(-1)?.type === 'hardBreak') result.pop();
  }
  // A blank that does not break is how pages fill what should look empty.
  return result.every(({ text }) => text?.trim() === '') ? [] : joined(result);
}

/** Takes a blank off the end; true where that left nothing of a text, so that there may be another one before it. */
function trimEnd(nodes: DocNode[]): boolean {
  const last = nodes.at(-1);
  if (!last?.text?.endsWith(' ')) return false;
  const text = last.text.slice(0, -1);
  if (text === '') nodes.pop();
  else nodes[nodes.length - 1] = { ...last, text };
  return text === '';
}
