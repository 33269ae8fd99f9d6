import {
  copiesOfWithdrawn,
  type Displaced,
  displacedText,
  placeNear,
  placeOf,
  type Unheard,
} from '@plenary/document';
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Mapping, Transform } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/**
 * Looks, while the editor does not show it yet, whether a change by others took words of one's own that they had not heard
 * of. What it returns puts them back, and is called when the editor shows the change.
 */
export function findUnheard(
  view: EditorView,
  fragment: Y.XmlFragment,
  change: Y.Transaction,
): (() => void) | undefined {
  const before = view.state;
  let steps: ReturnType<typeof ownSteps> | undefined;
  const withdrew = (id: Y.ID): boolean =>
    // Asked for only where something was taken out; others' letters come many times a second.
    (steps ??= ownSteps(before)).some(({ deletions }) => Y.isDeleted(deletions, id));
  const displaced = displacedText(fragment, change, before.schema, withdrew);
  if (displaced?.sizeBefore !== before.doc.content.size) return undefined;
  return () => new PuttingBack(view, before, displaced).run();
}

/** What this person did and can undo, or redo. */
function ownSteps(state: EditorState): Y.UndoManager['undoStack'] {
  // y-tiptap declares its plugin's state as `any`; this is the part of it that is used here.
  const undo = yUndoPluginKey.getState(state) as { readonly undoManager: Y.UndoManager } | undefined;
  return undo ? [...undo.undoManager.undoStack, ...undo.undoManager.redoStack] : [];
}

/** A caret of before the change, and where it is to be; a place counts in the document of so many steps. */
interface Caret {
  readonly was: number;
  at: number | undefined;
  steps: number;
}

/**
 * Each piece is put back by itself: y-tiptap writes what changes at two places of a line as one change of all between
 * them, and that would be there twice where another person does the same.
 */
class PuttingBack {
  readonly #view: EditorView;
  readonly #old: Node;
  readonly #displaced: Displaced;
  readonly #carets: readonly Caret[];
  readonly #mapping = new Mapping();

  constructor(view: EditorView, { doc, selection }: EditorState, displaced: Displaced) {
    this.#view = view;
    this.#old = doc;
    this.#displaced = displaced;
    const { lost, taken } = displaced;
    this.#carets = [selection.anchor, selection.head].map((was) => {
      const block = lost.find(({ from, to }) => from < was && was < to);
      const behind = taken.filter(({ at }) => at < was).length;
      return { was, at: block && placeOf(displaced, block.home, behind)?.at, steps: 0 };
    });
  }

  run(): void {
    const { size, unheard } = this.#displaced;
    const { doc } = this.#view.state;
    if (doc.content.size !== size) return this.#keepAll();
    for (const own of unheard) this.#putBack(own);
    for (const { from, to } of copiesOfWithdrawn(this.#displaced))
      this.#change((tr) => tr.delete(this.#mapping.map(from, 1), this.#mapping.map(to, -1)));
    this.#change((tr) => {
      const [anchor, head] = this.#carets.map(
        ({ at, steps }) => at && resolveWithin(tr, this.#mapping.slice(steps).map(at)),
      );
      if (anchor && head) tr.setSelection(TextSelection.between(anchor, head));
    });
  }

  #change(make: (tr: Transaction) => void): void {
    const { tr } = this.#view.state;
    make(tr);
    this.#mapping.appendMapping(tr.mapping);
    if (tr.docChanged || tr.selectionSet) this.#view.dispatch(tr);
  }

  /** Where the editor shows less than there is, no place can be told; the words are kept about where they stood. */
  #keepAll(): void {
    for (const own of this.#displaced.unheard) {
      if (own.isThere) continue;
      this.#change((tr) => {
        putIn(tr, this.#old, own, own.now, false, false);
      });
    }
  }

  #putBack(own: Unheard): void {
    const place = placeOf(this.#displaced, own.home, own.behind)?.at;
    if (own.isThere && place === undefined) return;
    if (own.isThere) this.#change((tr) => takeAway(tr, this.#mapping.map(own.now), own.to - own.from));
    const near = place === undefined ? placeNear(this.#displaced, own.home, own.behind) : undefined;
    this.#change((tr) => {
      const at = putIn(
        tr,
        this.#old,
        own,
        this.#mapping.map(place ?? near ?? own.now),
        place !== undefined,
        near !== undefined,
      );
      if (at === undefined) return;
      for (const caret of this.#carets) {
        if (caret.was < own.from || caret.was > own.to) continue;
        caret.at = at + caret.was - own.from;
        caret.steps = this.#mapping.maps.length + tr.steps.length;
      }
    });
  }
}

/** Puts it in at `at`: what is known to belong there, near there at the end of the block, otherwise in a paragraph. */
function putIn(
  tr: Transaction,
  old: Node,
  own: Unheard,
  at: number,
  isPlace: boolean,
  isNear: boolean,
): number | undefined {
  const $place = resolveWithin(tr, at);
  const $at = isNear ? tr.doc.resolve($place.end()) : $place;
  const content = ownContent(old, own);
  if (content.firstChild?.isInline !== true) return putBlocks(tr, $at, content);
  if (!(isPlace || isNear) || !$at.parent.inlineContent) {
    const { start, words } = wholeWords(old, own, content);
    const paragraph = old.type.schema.nodes['paragraph']?.create(null, words);
    const put = words && paragraph && putBlocks(tr, $at, Fragment.from(paragraph));
    return put === undefined ? undefined : put + 1 - start;
  }
  const text = content.textBetween(0, content.size, ' ', ' ');
  const { parent, pos } = $at;
  const fits =
    parent.canReplace($at.index(), $at.index(), content) &&
    content.content.every(({ marks }) => parent.type.allowsMarks(marks));
  if (fits) tr.insert(pos, content);
  else tr.insertText(text, pos);
  if (!isNear || /^\s/.test(text)) return pos;
  tr.insertText(' ', pos);
  return pos + 1;
}

/** A place in the document, its end where it has become shorter. */
function resolveWithin({ doc }: Transaction, at: number): ResolvedPos {
  return doc.resolve(Math.min(at, doc.content.size));
}

/** Takes out what has been left alone, and what it was left alone in: an outcome whose making was undone. */
function takeAway(tr: Transaction, at: number, size: number): void {
  tr.delete(at, at + size);
  const $at = tr.doc.resolve(at);
  const outermost = $at.node(1);
  if ($at.depth > 1 && outermost.textBetween(0, outermost.content.size, '', ' ') === '')
    tr.delete($at.before(1), $at.after(1));
}

/** Without what others wrote in it. */
function ownContent(old: Node, { from, others, to }: Unheard): Fragment {
  const without = new Transform(old);
  for (const at of others.toReversed()) without.delete(at, at + 1);
  return without.doc.slice(from, to - others.length).content;
}

/** Of words in a paragraph that is gone, those nobody else has seen, and where they start: all but the last letters of a word. */
function wholeWords(
  old: Node,
  { from, to }: Unheard,
  content: Fragment,
): { start: number; words?: Fragment } {
  const text = content.textBetween(0, content.size, ' ', ' ');
  const isWord = (at: number): boolean => /\S/.test(old.textBetween(at, at + 1));
  const [rest = ''] = (isWord(from - 1) && /^\S{1,3}(?=\s|$)/.exec(text)) || [];
  const [begun = ''] = (isWord(to) && /(?:^|\s)\S{1,3}$/.exec(text)) || [];
  const words = text.slice(rest.length, Math.max(rest.length, text.length - begun.length)).trim();
  const start = text.indexOf(words, rest.length);
  return words === '' ? { start } : { start, words: content.cut(start, start + words.length) };
}

/** Puts blocks in at this place, or behind the first block around it where they may stand; or what is in them. */
function putBlocks(tr: Transaction, $at: ResolvedPos, blocks: Fragment): number | undefined {
  for (let { depth } = $at; depth >= 0; depth -= 1) {
    const index = $at.indexAfter(depth);
    if (!$at.node(depth).canReplace(index, index, blocks)) continue;
    const at = depth === $at.depth ? $at.pos : $at.after(depth + 1);
    tr.insert(at, blocks);
    return at;
  }
  const inside = Fragment.from(
    blocks.content.flatMap((node) => (node.isTextblock ? node : node.content.content)),
  );
  return inside.eq(blocks) ? undefined : putBlocks(tr, $at, inside);
}
