import type { Editor } from '@tiptap/core';
import {
  Bold,
  Camera,
  Code,
  CodeXml,
  FileUp,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Languages,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  MessageSquareText,
  Redo2,
  Search,
  SeparatorHorizontal,
  Strikethrough,
  Subscript,
  Superscript,
  Table,
  TextQuote,
  Undo2,
} from 'lucide-react';
import { ADD_NOTE, addNote } from './notes/note-keys.ts';
import { openPanel, type Panel } from './panels.ts';
import { choosePictures } from './pictures/bring-pictures.ts';

/** Something that gives the text a form; its name is the text `tool.<id>`. */
export interface Tool {
  readonly id:
    | 'heading2'
    | 'heading3'
    | 'bold'
    | 'italic'
    | 'strike'
    | 'bulletList'
    | 'orderedList'
    | 'taskList'
    | 'blockquote'
    | 'inlineCode'
    | 'code'
    | 'superscript'
    | 'subscript'
    | 'rule'
    | 'note'
    | 'language'
    | 'find'
    | 'bring'
    | 'link'
    | 'table'
    | 'picture'
    | 'camera'
    | 'undo'
    | 'redo';
  readonly icon: LucideIcon;
  readonly keys?: string;
  /** What begins it when it is typed, as Markdown has it. */
  readonly typed?: string;
  /** Absent where something is asked first. */
  readonly run?: (editor: Editor) => unknown;
  /** What is asked. */
  readonly panel?: Panel;
  readonly isActive?: (editor: Editor) => boolean;
  /** Whether this device can do it; absent where all can. */
  readonly isOffered?: () => boolean;
}

/** Does what a tool does, or asks what it has to ask. */
export function applyTool(editor: Editor, tool: Tool): void {
  if (tool.panel === undefined) tool.run?.(editor);
  else openPanel(editor, tool.panel);
}

/** What is always offered, in groups. */
export const FORMATTING: readonly { readonly id: string; readonly tools: readonly Tool[] }[] = [
  {
    id: 'blocks',
    tools: [
      {
        id: 'heading2',
        icon: Heading2,
        typed: '##',
        run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
        isActive: (editor) => editor.isActive('heading', { level: 2 }),
      },
      {
        id: 'heading3',
        icon: Heading3,
        typed: '###',
        run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
        isActive: (editor) => editor.isActive('heading', { level: 3 }),
      },
      {
        id: 'bulletList',
        icon: List,
        keys: 'Mod-Shift-8',
        typed: '-',
        run: (editor) => editor.chain().focus().toggleBulletList().run(),
        isActive: (editor) => editor.isActive('bulletList'),
      },
      {
        id: 'orderedList',
        icon: ListOrdered,
        keys: 'Mod-Shift-7',
        typed: '1.',
        run: (editor) => editor.chain().focus().toggleOrderedList().run(),
        isActive: (editor) => editor.isActive('orderedList'),
      },
      {
        id: 'taskList',
        icon: ListTodo,
        keys: 'Mod-Shift-9',
        typed: '[ ]',
        run: (editor) => editor.chain().focus().toggleTaskList().run(),
        isActive: (editor) => editor.isActive('taskList'),
      },
      {
        id: 'blockquote',
        icon: TextQuote,
        keys: 'Mod-Shift-b',
        typed: '>',
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
        typed: '**…**',
        run: (editor) => editor.chain().focus().toggleBold().run(),
        isActive: (editor) => editor.isActive('bold'),
      },
      {
        id: 'italic',
        icon: Italic,
        keys: 'Mod-i',
        typed: '*…*',
        run: (editor) => editor.chain().focus().toggleItalic().run(),
        isActive: (editor) => editor.isActive('italic'),
      },
      {
        id: 'link',
        icon: Link2,
        typed: '[…](…)',
        panel: 'link',
        isActive: (editor) => editor.isActive('link'),
      },
      {
        id: 'table',
        icon: Table,
        run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      },
      { id: 'picture', icon: ImagePlus, run: (editor) => choosePictures(editor) },
      {
        id: 'camera',
        icon: Camera,
        run: (editor) => choosePictures(editor, 'camera'),
        // A desktop would open its files once more.
        isOffered: () => matchMedia('(pointer: coarse)').matches,
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

/** Opens the panel that finds and replaces. */
export const FIND = 'Mod-f';

/** What the menu behind the three dots offers: what few need, and those not every minute. */
export const MORE: readonly Tool[] = [
  { id: 'find', icon: Search, keys: FIND, panel: 'find' },
  { id: 'note', icon: MessageSquareText, keys: ADD_NOTE, run: addNote },
  { id: 'language', icon: Languages, panel: 'language' },
  { id: 'bring', icon: FileUp, panel: 'bring' },
  {
    id: 'superscript',
    icon: Superscript,
    keys: 'Mod-.',
    run: (editor) => editor.chain().focus().toggleMark('superscript').run(),
    isActive: (editor) => editor.isActive('superscript'),
  },
  {
    id: 'subscript',
    icon: Subscript,
    keys: 'Mod-,',
    run: (editor) => editor.chain().focus().toggleMark('subscript').run(),
    isActive: (editor) => editor.isActive('subscript'),
  },
  {
    id: 'strike',
    icon: Strikethrough,
    keys: 'Mod-Shift-s',
    typed: '~~…~~',
    run: (editor) => editor.chain().focus().toggleStrike().run(),
    isActive: (editor) => editor.isActive('strike'),
  },
  {
    id: 'inlineCode',
    icon: Code,
    keys: 'Mod-e',
    typed: '`…`',
    run: (editor) => editor.chain().focus().toggleCode().run(),
    isActive: (editor) => editor.isActive('code'),
  },
  {
    id: 'code',
    icon: CodeXml,
    keys: 'Mod-Alt-c',
    typed: '```',
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    isActive: (editor) => editor.isActive('codeBlock'),
  },
  {
    id: 'rule',
    icon: SeparatorHorizontal,
    typed: '---',
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
];
