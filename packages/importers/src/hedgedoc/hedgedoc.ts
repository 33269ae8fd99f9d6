import type { DocNode } from '@plenary/document';
import type { Imported, Importer } from '../importer.ts';
import { addMarks, text } from '../inline-nodes.ts';
import { type MarkdownText, readMarkdown } from '../markdown/markdown.ts';
import { Remarks } from '../remarks.ts';
import { decodeUtf8, MAX_ILLUSTRATED_BYTES } from '../text-bytes.ts';
import { rewritten } from './rewrite.ts';

/** Notes of HedgeDoc and its relatives: Markdown with boxes, players, highlighting and names in quotations. */
export const hedgedoc: Importer = {
  read: async (bytes, kinds = {}) => readNote({ ...decodeUtf8(bytes, MAX_ILLUSTRATED_BYTES), kinds }),
};

/** The same for a note that is in memory already. */
export function readNote({ text: note, ...about }: Omit<MarkdownText, 'singleTilde'>): Imported {
  const remarks = new Remarks();
  const {
    blocks,
    pictures,
    remarks: found,
  } = readMarkdown({
    text: rewritten(note, remarks),
    ...about,
    singleTilde: false,
  });
  remarks.addAll(found);
  return {
    blocks: blocks.flatMap((block) => inPlainWords(block, remarks, false)),
    pictures,
    remarks: remarks.list(),
  };
}

/** The signs inside lines that Markdown does not know. */
function inPlainWords(node: DocNode, remarks: Remarks, around: boolean): readonly DocNode[] {
  if (node.type === 'codeBlock') return [node];
  // Names, times and colours mean something in quotations only.
  const quoted = around || node.type === 'blockquote';
  if (node.text === undefined) {
    const content = node.content?.flatMap((child) => inPlainWords(child, remarks, quoted));
    return [{ ...node, ...(content && { content }) }];
  }
  const { marks = [] } = node;
  if (marks.some(({ type }) => type === 'code')) return [node];
  const named = quoted ? withoutTags(node.text, remarks) : node.text;
  const plain = named
    .replace(/==([^\s=](?:[^=]{0,1000}[^\s=])?)==/g, (_, words) => leftOut(remarks, String(words)))
    .replace(/\+\+([^\s+](?:[^+]{0,1000}[^\s+])?)\+\+/g, (_, words) => leftOut(remarks, String(words)));
  // Every second part stands between two signs.
  return plain.split(RAISED).flatMap((part, index) => {
    if (index % 2 === 0) return text(part, marks);
    const type = part.startsWith('^') ? 'superscript' : 'subscript';
    return text(part.slice(1, -1), addMarks(marks, [{ type }]));
  });
}

/** `1^er^` and `H~2~O`: what stands between two of the signs has no blanks. */
const RAISED = /((?<!~)~[^\s~]{1,100}~(?!~)|\^[^\s^]{1,100}\^)/;

function withoutTags(line: string, remarks: Remarks): string {
  return line
    .replace(/\[(name|time)=([^\]]{1,200})\]/g, (_, kind, value) =>
      kind === 'name' ? `— ${value}` : `(${value})`,
    )
    .replace(/[ ]?\[color=([^\]]{1,50})\]/g, () => leftOut(remarks, ''));
}

function leftOut(remarks: Remarks, words: string): string {
  remarks.add('formatting-left-out');
  return words;
}
