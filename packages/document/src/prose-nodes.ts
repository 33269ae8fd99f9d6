import { type Extensions, getSchema } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { figure } from './figure.ts';
import { footnote } from './footnote.ts';
import { isAllowedLink } from './links.ts';
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
    prose,
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

const prose = StarterKit.configure({
  heading: { levels: [...HEADING_LEVELS] },
  link: {
    openOnClick: false,
    autolink: false,
    defaultProtocol: 'https',
    isAllowedUri: (url) => isAllowedLink(url),
    // Where and how a link opens is the reader's business, not part of the text.
    HTMLAttributes: { target: null, rel: null },
  },
  // Ours take suggestions and comments.
  code: false,
  codeBlock: false,
  // Ours knows its bounds.
  orderedList: false,
  // Readers take underlined words for links.
  underline: false,
  // Undo is the editor's, over Yjs: the history of StarterKit would undo what others wrote.
  undoRedo: false,
  dropcursor: false,
  gapcursor: false,
  // It appends a paragraph as soon as an editor opens, so that readers would write and two openers write two.
  trailingNode: false,
});

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
