import type { DocNode } from '@plenary/document';
import type { Imported, Importer } from '../importer.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { Remarks } from '../remarks.ts';
import { decodeUtf8 } from '../text-bytes.ts';
import { rewritten } from './rewrite.ts';

/** Notes of HedgeDoc and its relatives: Markdown with boxes, players, highlighting and names in quotations. */
export const hedgedoc: Importer = {
  read: async (bytes) => {
    const { text, cleaned } = decodeUtf8(bytes);
    return readNote(text, cleaned);
  },
};

/** The same for a note that is in memory already. */
export function readNote(note: string, cleaned = false): Imported {
  const remarks = new Remarks();
  const { blocks, remarks: found } = readMarkdown(rewritten(note, remarks), cleaned);
  remarks.addAll(found);
  return { blocks: blocks.map((block) => inPlainWords(block, remarks, false)), remarks: remarks.list() };
}

/** The signs inside lines that Markdown does not know. */
function inPlainWords(node: DocNode, remarks: Remarks, around: boolean): DocNode {
  if (node.type === 'codeBlock') return node;
  // Names, times and colours mean something in quotations only.
  const quoted = around || node.type === 'blockquote';
  if (node.text === undefined || node.marks?.some(({ type }) => type === 'code')) {
    return node.content
      ? { ...node, content: node.content.map((child) => inPlainWords(child, remarks, quoted)) }
      : node;
  }
  const named = quoted ? withoutTags(node.text, remarks) : node.text;
  const text = named
    .replace(/==([^\s=](?:[^=]{0,1000}[^\s=])?)==/g, (_, words) => leftOut(remarks, String(words)))
    .replace(/\+\+([^\s+](?:[^+]{0,1000}[^\s+])?)\+\+/g, (_, words) => leftOut(remarks, String(words)));
  // ProseMirror knows no empty text.
  return text === '' ? { ...node, text: ' ' } : { ...node, text };
}

function withoutTags(text: string, remarks: Remarks): string {
  return text
    .replace(/\[(name|time)=([^\]]{1,200})\]/g, (_, kind, value) =>
      kind === 'name' ? `— ${value}` : `(${value})`,
    )
    .replace(/[ ]?\[color=([^\]]{1,50})\]/g, () => leftOut(remarks, ''));
}

function leftOut(remarks: Remarks, words: string): string {
  remarks.add('formatting-left-out');
  return words;
}
