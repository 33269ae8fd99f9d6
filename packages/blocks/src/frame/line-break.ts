import type { Command } from '@tiptap/core';

/**
 * Enter on an empty paragraph of an outcome. The editor's own rule would cut the outcome in two around it, or make a
 * new outcome vanish at the first Enter; only an empty paragraph at the end of a longer outcome leaves it.
 * Returns false where the editor's own rule is right.
 */
export function lineBreakInOutcome(kind: string): Command {
  return ({ state, commands }) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.parent.content.size > 0 || $from.depth < 2) return false;
    const outcome = $from.node(-1);
    if (outcome.type.name !== kind) return false;
    const leaves = outcome.childCount > 1 && $from.index(-1) === outcome.childCount - 1;
    return leaves ? false : commands.splitBlock();
  };
}
