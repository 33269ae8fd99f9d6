import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import { type Match, matchesIn, type Query } from './matches.ts';
import { PAINT } from './painting.ts';

/** More would slow the page and help nobody; the count goes on beyond it. */
const MOST_PAINTED = 1000;

/** The matches of a query in the document as it is now; the same list while neither changes. */
export function found(doc: Node, query: Query): readonly Match[] {
  const last = lists.get(doc);
  if (last && last.query.text === query.text && last.query.exact === query.exact) return last.matches;
  const matches = matchesIn(doc, query);
  lists.set(doc, { query, matches });
  return matches;
}

const lists = new WeakMap<Node, { readonly query: Query; readonly matches: readonly Match[] }>();

/** Which match is selected, counted from 0; -1 where none is. */
export function currentOf({ doc, selection }: EditorState, query: Query): number {
  return found(doc, query).findIndex(({ from, to }) => from === selection.from && to === selection.to);
}

/** Paints every match, and the selected one differently. */
export function paintMatches({ view }: Editor, query: Query): void {
  const paint = (state: EditorState): DecorationSet => {
    const matches = found(state.doc, query);
    const current = currentOf(state, query);
    const all = matches.slice(0, MOST_PAINTED).map(({ from, to }, index) =>
      Decoration.inline(from, to, {
        class: index === current ? 'plenary-found is-current' : 'plenary-found',
      }),
    );
    return DecorationSet.create(state.doc, all);
  };
  view.dispatch(view.state.tr.setMeta(PAINT, paint));
}

/** Paints nothing any more. */
export function paintNothing({ view }: Editor): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(PAINT, null));
}

/** Selects the next match behind the caret, or the one before it; from one end of the text on to the other. */
export function goToMatch({ state, view }: Editor, query: Query, direction: -1 | 1): void {
  const matches = found(state.doc, query);
  const { from, to } = state.selection;
  const beyond =
    direction === 1
      ? matches.find((match) => match.from >= to && !(match.from === from && match.to === to))
      : matches.findLast((match) => match.to <= from);
  select({ state, view }, beyond ?? matches.at(direction === 1 ? 0 : -1));
}

/** Selects the first match at the caret or behind it, where one begins to type what one looks for. */
export function goToFirst({ state, view }: Editor, query: Query): void {
  const matches = found(state.doc, query);
  select({ state, view }, matches.find(({ from }) => from >= state.selection.from) ?? matches[0]);
}

function select({ state, view }: Pick<Editor, 'state' | 'view'>, match: Match | undefined): void {
  if (!match) return;
  const selection = TextSelection.create(state.doc, match.from, match.to);
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
}

/** Replaces the selected match and goes on to the next one. Without one selected it only goes there. */
export function replaceMatch(editor: Editor, query: Query, replacement: string): void {
  const match = found(editor.state.doc, query)[currentOf(editor.state, query)];
  if (match) {
    undoOf(editor)?.stopCapturing();
    const tr = replaced(editor.state.tr, match, replacement);
    tr.setSelection(TextSelection.create(tr.doc, match.from + replacement.length));
    editor.view.dispatch(tr);
  }
  goToMatch(editor, query, 1);
}

/**
 * Replaces every match; how many there were. One undo brings all of them back. Of a line with several the last is
 * replaced first, in a step of its own: in one step y-tiptap would write the line anew from its first match to its
 * last, and what somebody else types in between at the same moment would end up beside it.
 */
export function replaceAll(editor: Editor, query: Query, replacement: string): number {
  const matches = found(editor.state.doc, query);
  const lines = new Map<number, Match[]>();
  for (const match of matches) {
    const start = editor.state.doc.resolve(match.from).start();
    lines.set(start, [...(lines.get(start) ?? []), match]);
  }
  asOneStep(editor, () => {
    let rest = [...lines.values()];
    while (rest.length > 0) {
      const { tr } = editor.state;
      // From the end of the text on, so that the places before it stay what they are.
      const round = rest.flatMap((line) => line.slice(-1)).toSorted((a, b) => b.from - a.from);
      for (const match of round) replaced(tr, match, replacement);
      const mapping = tr.mapping;
      editor.view.dispatch(tr);
      rest = rest
        .map((line) =>
          line.slice(0, -1).map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) })),
        )
        .filter((line) => line.length > 0);
    }
  });
  return matches.length;
}

function replaced(tr: Transaction, { from, to }: Match, replacement: string): Transaction {
  // Inserting nothing would take the line away too, where all of it matches.
  return replacement === '' ? tr.delete(from, to) : tr.insertText(replacement, from, to);
}

/** What is done is one step of undo, whatever came right before or comes right after, and however long it takes. */
function asOneStep(editor: Editor, action: () => void): void {
  const undo = undoOf(editor);
  const before = undo?.captureTimeout;
  undo?.stopCapturing();
  if (undo) undo.captureTimeout = Infinity;
  action();
  if (undo && before !== undefined) undo.captureTimeout = before;
  undo?.stopCapturing();
}

interface Undo {
  captureTimeout: number;
  stopCapturing(): void;
}

function undoOf({ state }: Editor): Undo | undefined {
  // y-tiptap declares its plugin's state as `any`; this is the part of it that is used here.
  const undo = yUndoPluginKey.getState(state) as { readonly undoManager: Undo } | undefined;
  return undo?.undoManager;
}
