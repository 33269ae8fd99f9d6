import { BLOCK_ID, isBlockId } from '@plenary/document';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { findOutcomes, type FoundOutcome, idOf } from './find-outcomes.ts';
import { newId } from './new-id.ts';

/**
 * Gives every outcome an id, and no two the same one.
 *
 * 1. What this person makes has its id in the same step; of an outcome pasted beside itself the copy gets a new one,
 *    so that links and the outcome panel go on meaning the one they meant. What is cut and pasted, or dragged, keeps it.
 * 2. What comes from others is left as it is: opening a document must not write to it.
 * 3. But two people who move one outcome at once have made two of it, as Yjs merges. Then the later one in the text
 *    is given an id that follows from the old one, the same on every screen, so that nobody overwrites anybody. That
 *    waits until it has been so for a while: over a bad network what was put in may be heard of before what was taken
 *    out, and the only one that is left must not be the one that was renamed.
 */
export const outcomeIds = Extension.create<OutcomeIdsOptions>({
  name: 'outcomeIds',
  addOptions: () => ({ afterAWhile: (run) => setTimeout(run, A_WHILE_MS) }),
  // After everything that makes or changes outcomes.
  priority: 50,
  addProseMirrorPlugins() {
    const { afterAWhile } = this.options;
    return [
      new Plugin({
        key: new PluginKey('outcomeIds'),
        appendTransaction(transactions, before, after) {
          if (!transactions.some(({ docChanged }) => docChanged) || transactions.some(isFromYjs)) return null;
          return withIds(after.tr, findOutcomes(before.doc), findOutcomes(after.doc));
        },
        view: () => new Repair(afterAWhile),
      }),
    ];
  },
});

interface OutcomeIdsOptions {
  /** Runs something later, once; the clock is a port. */
  readonly afterAWhile: (run: () => void) => void;
}

/** A reconnected client has told and heard everything by then, and nobody has yet linked to an outcome so new. */
const A_WHILE_MS = 4000;

function withIds(
  tr: Transaction,
  before: readonly FoundOutcome[],
  after: readonly FoundOutcome[],
): Transaction | null {
  const old = new Set(before.map(({ node }) => node));
  const had = Map.groupBy(before, ({ node }) => idOf(node));
  for (const [id, all] of Map.groupBy(after, ({ node }) => idOf(node))) {
    // One that was there before this step owns its id, wherever its copy was put; ids that stood twice before are
    // not this step's affair.
    const owners = id === '' ? 0 : Math.max(1, had.get(id)?.length ?? 0);
    const inOrder = all.toSorted((a, b) => Number(old.has(b.node)) - Number(old.has(a.node)));
    for (const { position } of inOrder.slice(owners)) tr.setNodeAttribute(position, BLOCK_ID, newId());
  }
  return tr.docChanged ? tr : null;
}

/** Notices ids that stand twice, and repairs those that still do after a while. Whoever may not write repairs nothing. */
class Repair {
  readonly #afterAWhile: OutcomeIdsOptions['afterAWhile'];
  #waiting = false;

  constructor(afterAWhile: OutcomeIdsOptions['afterAWhile']) {
    this.#afterAWhile = afterAWhile;
  }

  update(view: EditorView): void {
    if (this.#waiting || !view.editable || repeated(view.state.doc).length === 0) return;
    this.#waiting = true;
    this.#afterAWhile(() => {
      this.#waiting = false;
      if (view.isDestroyed || !view.editable) return;
      const found = repeated(view.state.doc);
      if (found.length === 0) return;
      // It is nobody's step that could be undone.
      const tr = view.state.tr.setMeta('addToHistory', false);
      for (const { position, id } of found) tr.setNodeAttribute(position, BLOCK_ID, id);
      view.dispatch(tr);
    });
  }
}

/** Every outcome whose id stands earlier in the text already, with the id it is to have. */
function repeated(doc: Node): readonly { readonly position: number; readonly id: string }[] {
  const all = findOutcomes(doc);
  const ids = new Set(all.map(({ node }) => idOf(node)));
  if (ids.size === all.length) return [];
  const seen = new Set<string>();
  return all.flatMap(({ node, position }) => {
    const own = idOf(node);
    if (own === '' || !seen.has(own)) {
      seen.add(own);
      return [];
    }
    const id = derivedId(own, ids);
    ids.add(id);
    return [{ position, id }];
  });
}

/** The same characters from another one on: as well formed and as unlikely to be in use, and the same for everybody. */
function derivedId(own: string, taken: ReadonlySet<string>): string {
  for (let from = 1; isBlockId(own) && from < own.length; from += 1) {
    const id = own.slice(from) + own.slice(0, from);
    if (!taken.has(id)) return id;
  }
  return newId();
}

/** What others did, and what undo and redo brought back: it comes out of the Y.Doc and has its ids. */
function isFromYjs(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  return (
    typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
  );
}
