import type { DocNode } from '@plenary/document';
import type { Remarks } from './remarks.ts';

/** A footnote with these blocks in it. It holds lines only: each block is one, and of lists and tables the words are. */
export function footnoteNode(blocks: readonly DocNode[], remarks: Remarks): DocNode {
  if (blocks.some(({ type }) => type !== 'paragraph')) remarks.add('footnote-as-lines');
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0);
  const content = lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
  return { type: 'footnote', ...(content.length > 0 && { content }) };
}

function linesOf(node: DocNode): readonly (readonly DocNode[])[] {
  if (node.type === 'codeBlock') return codeLines(node);
  const children = node.content ?? [];
  const isLine = children.some(({ type }) => INLINE.has(type));
  return isLine ? [children.flatMap(withoutNotes)] : children.flatMap(linesOf);
}

const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', 'footnote']);

/** A note in a note is said between brackets. */
function withoutNotes(node: DocNode): readonly DocNode[] {
  if (node.type !== 'footnote') return [node];
  return [{ type: 'text', text: ' (' }, ...(node.content ?? []), { type: 'text', text: ')' }];
}

function codeLines({ content = [] }: DocNode): readonly (readonly DocNode[])[] {
  const lines = content
    .map(({ text = '' }) => text)
    .join('')
    .split('\n');
  return lines.map((text) => (text === '' ? [] : [{ type: 'text', text, marks: [{ type: 'code' }] }]));
}
