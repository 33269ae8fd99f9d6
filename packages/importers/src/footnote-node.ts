import type { DocNode } from '@plenary/document';
import { bindPictures, type BoundPicture } from './figures.ts';
import type { Remarks } from './remarks.ts';

/** A footnote with these blocks in it. It holds lines only: each block is one, and of lists and tables the words are. */
export function footnoteNode(blocks: readonly DocNode[], remarks: Remarks): DocNode {
  if (blocks.some(({ type }) => type !== 'paragraph' && type !== 'figure')) remarks.add('footnote-as-lines');
  const pictures = blocks.filter(({ type }) => type === 'figure').length;
  remarks.add('image-as-text', '', pictures);
  const content = inOneLine(bindPictures(blocks, NO_PICTURES));
  return { type: 'footnote', ...(content.length > 0 && { content }) };
}

/** What these blocks say, in one line with breaks in it. */
export function inOneLine(blocks: readonly DocNode[]): readonly DocNode[] {
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0);
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}

/** A line has no place for them. */
const NO_PICTURES: ReadonlyMap<string, BoundPicture> = new Map();

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
