import { type Extensions, getSchema } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { BulletList, ListItem, ListKeymap } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import { figure } from './figure.ts';
import { footnote } from './footnote.ts';
import { link } from './link-mark.ts';
import type { OutcomeBlocks } from './outcome-block.ts';
import { comment, deletion, insertion } from './review-marks.ts';
import { spokenBlocks } from './spoken-blocks.ts';
import { tableCell, tableHeader } from './table-cells.ts';
import { orderedList, taskItem, taskList } from './lists.ts';
import { templateParts } from './template-parts.ts';
import { code, codeBlock, language, subscript, superscript } from './text-marks.ts';

/** Heading levels of a group document. */
export const HEADING_LEVELS = [1, 2, 3] as const;

/**
 * The Tiptap extensions a group document is made of: prose, tables, pictures, notes, marks of reviewing and the given outcome blocks. The editor in the
 * browser and the server build their schema from the same list; it holds no views, no undo and no cursors.
 * A block whose `node` carries a view brings that view along.
 */
export function documentExtensions(blocks: OutcomeBlocks): Extensions {
  return [
    ...PROSE,
    tables,
    templateParts,
    ...MORE_NODES,
    ...MARKS,
    spokenBlocks(blocks),
    ...Object.values(blocks).map((block) => block.node),
  ];
}

/** The ProseMirror schema of a group document with these blocks. Needs no DOM; the same blocks give the same schema. */
export function documentSchema(blocks: OutcomeBlocks): Schema {
  const known = schemas.get(blocks);
  if (known) return known;
  const schema = getSchema(documentExtensions(blocks));
  schemas.set(blocks, schema);
  return schema;
}

// A schema takes milliseconds to build and every import, seed and check wants one.
const schemas = new WeakMap<OutcomeBlocks, Schema>();

// In the order of Tiptap's starter kit, which decides the order of marks. What it has beyond these stays out: its history
// would undo what others wrote, its trailing node would write as soon as somebody opens, and readers take underlined
// words for links.
const PROSE: Extensions = [
  Bold,
  Blockquote,
  BulletList,
  Document,
  HardBreak,
  Heading.configure({ levels: [...HEADING_LEVELS] }),
  HorizontalRule,
  Italic,
  ListItem,
  ListKeymap,
  link,
  Paragraph,
  Strike,
  Text,
];

const tables = TableKit.configure({
  table: { resizable: false, View: null },
  tableCell: false,
  tableHeader: false,
});
const MORE_NODES: Extensions = [
  codeBlock,
  orderedList,
  taskList,
  taskItem,
  figure,
  footnote,
  tableCell,
  tableHeader,
];
const MARKS: Extensions = [code, subscript, superscript, language, insertion, deletion, comment];
