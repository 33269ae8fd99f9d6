import { editorBlocks } from '@plenary/blocks/react';
import { documentExtensions } from '@plenary/document';
import type { Editor, Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { PresentUser } from './caret.ts';
import { carets } from './carets.ts';
import { markdownShortcuts } from './markdown-shortcuts.ts';
import { painting } from './find/painting.ts';
import { keptNodes } from './kept-nodes.ts';
import { noteKeys } from './notes/note-keys.ts';
import { type NoteWords, noteViews } from './notes/note-view.ts';
import { outcomeIds } from './outcome-ids.ts';
import { outcomeNews } from './outcome-news.ts';
import { outcomePrefixes } from './outcome-prefixes.ts';
import { outcomeShortcuts } from './outcome-shortcuts.ts';
import { ownUndo } from './own-undo.ts';
import { partPrompts } from './part-prompts.ts';
import { pasting } from './paste/pasting.ts';
import { pictureKeys } from './pictures/picture-keys.ts';
import { type PictureWords, pictureViews } from './pictures/picture-view.ts';
import { slashKeys } from './slash-keys.ts';
import { smallChanges } from './small-changes.ts';
import { steadyCaret } from './steady-caret.ts';
import { steadyScroll } from './steady-scroll.ts';
import { stepwiseMoves } from './stepwise-moves.ts';
import type { Pull } from './tables/column-width.ts';
import { tableFrames } from './tables/table-frame.ts';
import { tableKeys } from './tables/table-keys.ts';
import { taskBoxes } from './task-box.ts';
import { typography, typographyUndo } from './typography/typography.ts';
import { undoInRange } from './undo-in-range.ts';
import { unheardWords } from './unheard-words.ts';
import { writingKeys } from './writing-keys.ts';

/** What one person's editor works on. */
export interface EditorParts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly user: PresentUser;
  /** What each part of the template asks for, by its id. */
  readonly prompts: ReadonlyMap<string, string>;
  /** What the box of a thing to do is called. */
  readonly taskLabel: () => string;
  /** What stands at a note. */
  readonly noteWords: NoteWords;
  /** What stands at a picture. */
  readonly pictureWords: PictureWords;
  /** Where new pictures go. */
  readonly picturesPath: string;
  /** Told of each new width that a key gives a column. */
  readonly onColumnWidth: (editor: Editor, pull: Pull) => void;
}

/**
 * What the editor of a group document is made of: the document's own schema with the blocks' views, and around it
 * what belongs to one person: others' carets, ids for new outcomes, prompts in empty parts.
 */
export function editorExtensions({
  doc,
  awareness,
  user,
  prompts,
  taskLabel,
  noteWords,
  pictureWords,
  picturesPath,
  onColumnWidth,
}: EditorParts): Extensions {
  return [
    ...documentExtensions(editorBlocks),
    Dropcursor.configure({ class: 'plenary-dropcursor', color: false }),
    Gapcursor,
    Collaboration.configure({ document: doc }),
    keptNodes,
    smallChanges,
    steadyCaret,
    steadyScroll,
    undoInRange,
    ownUndo,
    unheardWords,
    carets.configure({ awareness, user }),
    outcomeIds,
    stepwiseMoves,
    partPrompts(prompts),
    taskBoxes(taskLabel),
    noteViews(noteWords),
    noteKeys,
    pictureViews(pictureWords),
    pictureKeys({ path: picturesPath }),
    tableFrames,
    tableKeys(onColumnWidth),
    markdownShortcuts,
    writingKeys,
    painting,
    pasting,
    typography,
    typographyUndo,
    outcomeShortcuts,
    outcomePrefixes,
    outcomeNews,
    slashKeys,
  ];
}
