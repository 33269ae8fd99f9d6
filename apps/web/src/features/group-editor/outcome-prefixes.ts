import { insertOutcome, type Kind } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import { BLOCK_ID } from '@plenary/document';
import { type Editor, Extension, InputRule } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import { newId } from './new-id.ts';
import { KINDS } from './outcome-shortcuts.ts';

/**
 * A prefix and a blank at the start of an empty paragraph begin an outcome: `! ` a recommendation, `? ` a question.
 * Backspace or undo right after that gives back what was typed, and the prefix stays a prefix of the sentence.
 *
 * "Right after" lasts until this person does something else, whatever others do meanwhile: every change of somebody
 * else replaces the whole document in the editor, so the outcome is known by its id and not by its place. (That is
 * why Tiptap's own undoing of input rules does not serve here.)
 */
export const outcomePrefixes = Extension.create({
  name: 'outcomePrefixes',
  priority: 1100,
  addInputRules: () => KINDS.map((kind) => prefixRule(kind)),
  addProseMirrorPlugins: () => [
    new Plugin<Begun | null>({
      key: BEGUN,
      state: { init: () => null, apply: (transaction, begun) => stillBegun(transaction, begun) },
    }),
  ],
  addKeyboardShortcuts() {
    const takeBack = () => takeBackPrefix(this.editor);
    return { Backspace: takeBack, 'Mod-z': takeBack };
  },
});

/** The outcome that a prefix has just begun. */
interface Begun {
  readonly id: string;
  /** The key that completed it, which never got into the text. */
  readonly blank: string;
}

const BEGUN = new PluginKey<Begun | null>('outcomePrefixes');

function prefixRule(kind: Kind): InputRule {
  const prefixes: readonly string[] = blockViews[kind].prefixes;
  return new InputRule({
    find: (text) => (/\s$/u.test(text) && prefixes.includes(text.slice(0, -1)) ? { index: 0, text } : null),
    handler({ state, range, match: [typed], commands }) {
      if (!isAlone(state.selection.$from, typed.length - 1) || !mayBegin(state, kind)) return null;
      undoManager(state)?.stopCapturing();
      const id = newId();
      state.tr.delete(range.from, range.to).setMeta(BEGUN, { id, blank: typed.slice(-1) });
      return commands.command(insertOutcome(kind, id)) ? undefined : null;
    },
    undoable: false,
  });
}

/** Nothing stands in the paragraph but the prefix. */
function isAlone($from: ResolvedPos, length: number): boolean {
  return $from.parent.type.name === 'paragraph' && $from.parent.content.size === length;
}

/** An outcome of this kind may take the paragraph's place: not in a list, nor in another outcome. */
function mayBegin({ schema, selection }: EditorState, kind: Kind): boolean {
  const type = schema.nodes[kind];
  const { $from } = selection;
  return type !== undefined && $from.depth > 0 && $from.node(-1).type.contentMatch.matchType(type) !== null;
}

function stillBegun(transaction: Transaction, begun: Begun | null): Begun | null {
  // Only this plugin sets it.
  const started = transaction.getMeta(BEGUN) as Begun | undefined;
  if (started) return started;
  const isMine = transaction.getMeta(ySyncPluginKey) === undefined;
  return isMine && (transaction.docChanged || transaction.selectionSet) ? null : begun;
}

function takeBackPrefix(editor: Editor): boolean {
  const begun = BEGUN.getState(editor.state);
  if (!begun || !isIn(editor.state.selection.$from, begun.id)) return false;
  if (!editor.commands.undo()) return false;
  const { selection, tr } = editor.state;
  // Undo puts the caret near where it was; the blank belongs behind the prefix, and the caret behind the blank.
  const end = selection.$from.end();
  tr.insertText(begun.blank, end).setSelection(TextSelection.create(tr.doc, end + begun.blank.length));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

function isIn($from: ResolvedPos, id: string): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).attrs[BLOCK_ID] === id) return true;
  return false;
}

/** Absent where a document is edited by nobody else. */
function undoManager(state: EditorState): { stopCapturing(): void } | undefined {
  // y-tiptap declares its plugin's state as `any`; this is the part of it that is used here.
  const undo = yUndoPluginKey.getState(state) as
    | { readonly undoManager: { stopCapturing(): void } }
    | undefined;
  return undo?.undoManager;
}
