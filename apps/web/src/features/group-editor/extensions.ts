import { editorBlocks } from '@plenary/blocks/react';
import { documentExtensions } from '@plenary/document';
import type { Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { caretOf, type PresentUser, selectionOf } from './caret.ts';
import { outcomeIds } from './outcome-ids.ts';
import { outcomeNews } from './outcome-news.ts';
import { outcomePrefixes } from './outcome-prefixes.ts';
import { outcomeShortcuts } from './outcome-shortcuts.ts';
import { partPrompts } from './part-prompts.ts';
import { slashKeys } from './slash-keys.ts';
import { steadyCaret } from './steady-caret.ts';
import { stepwiseMoves } from './stepwise-moves.ts';
import { taskBoxes } from './task-box.ts';
import { undoInRange } from './undo-in-range.ts';

/** What one person's editor works on. */
export interface EditorParts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly user: PresentUser;
  /** What each part of the template asks for, by its id. */
  readonly prompts: ReadonlyMap<string, string>;
  /** What the box of a thing to do is called. */
  readonly taskLabel: () => string;
}

/**
 * What the editor of a group document is made of: the document's own schema with the blocks' views, and around it
 * what belongs to one person: others' carets, ids for new outcomes, prompts in empty parts.
 */
export function editorExtensions({ doc, awareness, user, prompts, taskLabel }: EditorParts): Extensions {
  return [
    ...documentExtensions(editorBlocks),
    Dropcursor.configure({ class: 'plenary-dropcursor', color: false }),
    Gapcursor,
    Collaboration.configure({ document: doc }),
    steadyCaret,
    undoInRange,
    CollaborationCaret.configure({
      // The caret asks for awareness only.
      provider: { awareness, on: ignore, off: ignore },
      user,
      render: caretOf,
      selectionRender: selectionOf,
    }),
    outcomeIds,
    stepwiseMoves,
    partPrompts(prompts),
    taskBoxes(taskLabel),
    outcomeShortcuts,
    outcomePrefixes,
    outcomeNews,
    slashKeys,
  ];
}

function ignore(): void {
  // Events of a provider that nobody emits.
}
