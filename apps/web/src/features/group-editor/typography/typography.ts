import { type Editor, Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { mindsTypography } from './setting.ts';

/**
 * Minds the typography of the language while one types: the spaces of French before `; : ! ?` and inside guillemets,
 * quotation marks and apostrophes. Never in code or in a link, and only where this person has it on.
 *
 * Backspace or undo right after a change gives back what was typed. "Right after" lasts until this person does
 * something else, whatever others do meanwhile; as every change of somebody else replaces the document in the editor,
 * the change is known by the letters before the caret and not by its place.
 *
 * While an input method composes a word nothing is touched, or it would lose its place; the rules are applied to the
 * last letter once it is done.
 */
export const typography = Extension.create({
  name: 'typography',
  // After signs that begin a block and Markdown, which are typed with the same letters.
  priority: 40,
  // Without them the text is typed as it comes, and they are asked for again with the next page.
  onCreate: () => void loadTypography().catch(() => undefined),
  addProseMirrorPlugins: () => [
    new Plugin<Changed | null>({
      key: CHANGED,
      state: { init: () => null, apply: (transaction, changed) => stillChanged(transaction, changed) },
      props: {
        handleTextInput: (view, from, to, text) => !view.composing && correct(view, from, to, text),
        handleDOMEvents: {
          compositionstart: (view) => {
            beforeComposing.set(view, view.state);
          },
          // The editor hears what was composed right after this event.
          compositionend: (view) => void setTimeout(() => correctComposed(view)),
        },
      },
    }),
  ],
});

/** Loads the rules: the first letter does not wait for them, and what is typed before they are there is left as it is. */
export async function loadTypography(): Promise<void> {
  rules ??= await import('./rules.ts');
}

let rules: typeof import('./rules.ts') | undefined;

/** Gives back what was typed: before the other meanings of its keys. */
export const typographyUndo = Extension.create({
  name: 'typographyUndo',
  priority: 1050,
  addKeyboardShortcuts() {
    const giveBack = () => giveBackTyped(this.editor);
    return { Backspace: giveBack, 'Mod-z': giveBack };
  },
});

/** What has just been changed. */
interface Changed {
  readonly typed: string;
  readonly made: string;
}

const CHANGED = new PluginKey<Changed | null>('typography');
const beforeComposing = new WeakMap<EditorView, EditorState>();

function correct(view: EditorView, from: number, to: number, text: string): boolean {
  if (text.length !== 1 || !mindsTypography()) return false;
  const tr = correction(view, from, to, text);
  if (!tr) return false;
  view.dispatch(tr.scrollIntoView());
  return true;
}

function correctComposed(view: EditorView): void {
  const before = beforeComposing.get(view);
  if (view.isDestroyed || view.composing || !mindsTypography() || before?.doc.eq(view.state.doc) !== false)
    return;
  const { $from, empty, from } = view.state.selection;
  const last = $from.parent.isTextblock && empty ? lineBefore($from).at(-1) : undefined;
  const tr = last === undefined ? undefined : correction(view, from - last.length, from, last);
  if (tr) view.dispatch(tr);
}

function correction(view: EditorView, from: number, to: number, typed: string): Transaction | undefined {
  const { state } = view;
  const $from = state.doc.resolve(from);
  if (!$from.parent.inlineContent || isVerbatim(state, $from)) return undefined;
  const before = lineBefore($from);
  const found = rules?.correctionOf(before, typed, languageAt($from, view.dom.lang));
  if (!found) return undefined;
  const start = from - found.remove;
  const removed = before.slice(before.length - found.remove);
  const tr = state.tr.insertText(found.insert, start, to);
  tr.setSelection(TextSelection.create(tr.doc, start + found.insert.length));
  const changed: Changed = { typed: removed + typed, made: found.insert };
  return tr.setMeta(CHANGED, changed);
}

/** The words of the line up to here; what is no text counts as one sign. */
function lineBefore($from: ResolvedPos): string {
  return $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
}

/** Code, and what leads somewhere. */
function isVerbatim(state: EditorState, $from: ResolvedPos): boolean {
  if ($from.parent.type.spec.code === true) return true;
  return (state.storedMarks ?? $from.marks()).some(
    ({ type }) => type.name === 'code' || type.name === 'link',
  );
}

function languageAt($from: ResolvedPos, own: string): string {
  const words: unknown = $from.marks().find(({ type }) => type.name === 'language')?.attrs['lang'];
  if (typeof words === 'string') return words;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const lang: unknown = $from.node(depth).attrs['lang'];
    if (typeof lang === 'string') return lang;
  }
  return own;
}

function stillChanged(transaction: Transaction, changed: Changed | null): Changed | null {
  // Only this plugin sets it.
  const started = transaction.getMeta(CHANGED) as Changed | undefined;
  if (started) return started;
  const isMine = transaction.getMeta(ySyncPluginKey) === undefined;
  return isMine && (transaction.docChanged || transaction.selectionSet) ? null : changed;
}

function giveBackTyped({ state, view }: Editor): boolean {
  const changed = CHANGED.getState(state);
  const { $from, empty, from } = state.selection;
  if (!changed || !empty || !lineBefore($from).endsWith(changed.made)) return false;
  const start = from - changed.made.length;
  view.dispatch(state.tr.insertText(changed.typed, start, from).scrollIntoView());
  return true;
}
