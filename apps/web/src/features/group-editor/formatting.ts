import type { Editor } from '@tiptap/core';
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Bold,
  CodeXml,
  Heading2,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Strikethrough,
  Table,
  TableColumnsSplit,
  TableRowsSplit,
  TextQuote,
  Trash2,
  Undo2,
} from 'lucide-react';

/** A button of the toolbar; its name is the text `tool.<id>`. */
export interface Tool {
  readonly id:
    | 'heading2'
    | 'heading3'
    | 'bold'
    | 'italic'
    | 'strike'
    | 'bulletList'
    | 'orderedList'
    | 'blockquote'
    | 'code'
    | 'link'
    | 'table'
    | 'undo'
    | 'redo'
    | 'addRow'
    | 'addColumn'
    | 'deleteRow'
    | 'deleteColumn'
    | 'deleteTable';
  readonly icon: LucideIcon;
  readonly keys?: string;
  /** Absent where the toolbar asks something first. */
  readonly run?: (editor: Editor) => unknown;
  readonly isActive?: (editor: Editor) => boolean;
}

/** What is always offered, in groups. */
export const FORMATTING: readonly { readonly id: string; readonly tools: readonly Tool[] }[] = [
  {
    id: 'blocks',
    tools: [
      {
        id: 'heading2',
        icon: Heading2,
        run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
        isActive: (editor) => editor.isActive('heading', { level: 2 }),
      },
      {
        id: 'heading3',
        icon: Heading3,
        run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
        isActive: (editor) => editor.isActive('heading', { level: 3 }),
      },
      {
        id: 'bulletList',
        icon: List,
        keys: 'Mod-Shift-8',
        run: (editor) => editor.chain().focus().toggleBulletList().run(),
        isActive: (editor) => editor.isActive('bulletList'),
      },
      {
        id: 'orderedList',
        icon: ListOrdered,
        keys: 'Mod-Shift-7',
        run: (editor) => editor.chain().focus().toggleOrderedList().run(),
        isActive: (editor) => editor.isActive('orderedList'),
      },
      {
        id: 'blockquote',
        icon: TextQuote,
        keys: 'Mod-Shift-b',
        run: (editor) => editor.chain().focus().toggleBlockquote().run(),
        isActive: (editor) => editor.isActive('blockquote'),
      },
    ],
  },
  {
    id: 'marks',
    tools: [
      {
        id: 'bold',
        icon: Bold,
        keys: 'Mod-b',
        run: (editor) => editor.chain().focus().toggleBold().run(),
        isActive: (editor) => editor.isActive('bold'),
      },
      {
        id: 'italic',
        icon: Italic,
        keys: 'Mod-i',
        run: (editor) => editor.chain().focus().toggleItalic().run(),
        isActive: (editor) => editor.isActive('italic'),
      },
      {
        id: 'strike',
        icon: Strikethrough,
        keys: 'Mod-Shift-s',
        run: (editor) => editor.chain().focus().toggleStrike().run(),
        isActive: (editor) => editor.isActive('strike'),
      },
      { id: 'link', icon: Link2, isActive: (editor) => editor.isActive('link') },
      {
        id: 'code',
        icon: CodeXml,
        keys: 'Mod-Alt-c',
        run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
        isActive: (editor) => editor.isActive('codeBlock'),
      },
      {
        id: 'table',
        icon: Table,
        run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      },
    ],
  },
  {
    id: 'history',
    tools: [
      { id: 'undo', icon: Undo2, keys: 'Mod-z', run: (editor) => editor.chain().focus().undo().run() },
      { id: 'redo', icon: Redo2, keys: 'Mod-Shift-z', run: (editor) => editor.chain().focus().redo().run() },
    ],
  },
];

/** What is offered while the caret is in a table. */
export const TABLE_TOOLS: readonly Tool[] = [
  { id: 'addRow', icon: BetweenHorizontalEnd, run: (editor) => editor.chain().focus().addRowAfter().run() },
  {
    id: 'addColumn',
    icon: BetweenVerticalEnd,
    run: (editor) => editor.chain().focus().addColumnAfter().run(),
  },
  { id: 'deleteRow', icon: TableRowsSplit, run: (editor) => editor.chain().focus().deleteRow().run() },
  {
    id: 'deleteColumn',
    icon: TableColumnsSplit,
    run: (editor) => editor.chain().focus().deleteColumn().run(),
  },
  { id: 'deleteTable', icon: Trash2, run: (editor) => editor.chain().focus().deleteTable().run() },
];
