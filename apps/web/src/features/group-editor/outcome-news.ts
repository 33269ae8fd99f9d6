import { isKind, type Kind } from '@plenary/blocks';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { findOutcomes, idOf } from './find-outcomes.ts';
import { isByOthers } from './sync-state.ts';

/** What somebody's own last step did to an outcome, for those who do not see it. */
export interface OutcomeNews {
  readonly change: 'added' | 'changed' | 'removed';
  readonly kind: Kind;
  /** Grows with each piece of news, so that the same one twice is read twice. */
  readonly number: number;
}

/**
 * Notices outcomes that a step of this person has added, turned into another kind, or taken away, on whichever way:
 * a key, the toolbar, a prefix, a menu, undo. What others do is not said aloud: forty people would never be quiet.
 */
export const outcomeNews = Extension.create({
  name: 'outcomeNews',
  addProseMirrorPlugins: () => [
    new Plugin<OutcomeNews | null>({
      key: NEWS,
      state: {
        init: () => null,
        apply(transaction, last, before, after) {
          if (!transaction.docChanged || before.doc.eq(after.doc) || isOthers(transaction)) return last;
          const news = newsBetween(kindsIn(before.doc), kindsIn(after.doc));
          return news ? { ...news, number: (last?.number ?? 0) + 1 } : last;
        },
      },
    }),
  ],
});

/** Holds the news of the last step that made any. */
export const NEWS = new PluginKey<OutcomeNews | null>('outcomeNews');

type Kinds = ReadonlyMap<string, Kind>;

function newsBetween(before: Kinds, after: Kinds): Omit<OutcomeNews, 'number'> | undefined {
  for (const [id, kind] of after) {
    const was = before.get(id);
    if (was === undefined) return { change: 'added', kind };
    if (was !== kind) return { change: 'changed', kind };
  }
  for (const [id, kind] of before) if (!after.has(id)) return { change: 'removed', kind };
  return undefined;
}

/** The kind of each outcome, by its id. */
function kindsIn(doc: Node): Kinds {
  const all = new Map<string, Kind>();
  for (const { node } of findOutcomes(doc)) {
    if (isKind(node.type.name)) all.set(idOf(node), node.type.name);
  }
  return all;
}

/** Undo is this person's own, though it comes through Yjs. */
function isOthers(transaction: Transaction): boolean {
  return isByOthers(transaction.getMeta(ySyncPluginKey));
}
