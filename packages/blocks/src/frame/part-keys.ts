import type { Command } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { OUTCOME_PART } from './outcome-part.ts';
import { unwrapAt } from './unwrap.ts';

/**
 * Enter in a part of an outcome: an empty last paragraph leads on to the next part, and from the last part out of the
 * outcome. An empty paragraph elsewhere makes another one, where the editor's own rule would cut the part in two.
 */
export function enterInPart(kind: string): Command {
  return ({ tr, dispatch, commands }) => {
    const place = placeIn(tr.selection.$from, kind);
    if (!place || !tr.selection.empty || place.$from.parent.content.size > 0) return false;
    const { $from, depth, outcomeDepth } = place;
    const part = $from.node(depth);
    // In a list of the part the list's own rule leads out of it.
    if ($from.depth !== depth + 1) return false;
    if ($from.index(depth) !== part.childCount - 1) return commands.splitBlock();
    if (!dispatch) return true;
    const isLast = $from.index(outcomeDepth) === $from.node(outcomeDepth).childCount - 1;
    const after = isLast ? $from.after(outcomeDepth) : $from.after(depth);
    if (part.childCount > 1) tr.delete($from.before(), $from.after());
    const next = tr.mapping.map(after);
    const paragraph = tr.doc.type.schema.nodes['paragraph'];
    if (isLast && paragraph) tr.insert(next, paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(next + 1))).scrollIntoView();
    return true;
  };
}

/**
 * Backspace at the very start of a part: from the first one the outcome turns back into paragraphs, from the others
 * the caret goes to the end of the part before. Parts never merge.
 */
export function eraseInPart(kind: string): Command {
  return ({ tr, dispatch }) => {
    const place = placeIn(tr.selection.$from, kind);
    if (!place || !tr.selection.empty) return false;
    const { $from, depth, outcomeDepth } = place;
    if ($from.pos !== Selection.atStart($from.node(depth)).from + $from.start(depth)) return false;
    // At the start of a list the list's own rule is right.
    if ($from.depth !== depth + 1) return false;
    if ($from.index(outcomeDepth) === 0) return unwrapAt(tr, $from.before(outcomeDepth), Boolean(dispatch));
    if (dispatch) tr.setSelection(Selection.near(tr.doc.resolve($from.before(depth)), -1)).scrollIntoView();
    return true;
  };
}

/** Delete at the very end of a part does nothing: parts never merge, nor does what follows the outcome come in. */
export function deleteInPart(kind: string): Command {
  return ({ tr }) => {
    const place = placeIn(tr.selection.$from, kind);
    if (!place || !tr.selection.empty) return false;
    const { $from, depth } = place;
    return $from.pos === $from.start(depth) + Selection.atEnd($from.node(depth)).from;
  };
}

interface Place {
  readonly $from: ResolvedPos;
  /** Of the part, and of its outcome. */
  readonly depth: number;
  readonly outcomeDepth: number;
}

/** Where a caret is, when it is in a part of an outcome of this kind. */
function placeIn($from: ResolvedPos, kind: string): Place | undefined {
  for (let depth = $from.depth - 1; depth > 1; depth -= 1) {
    if ($from.node(depth).type.name !== OUTCOME_PART) continue;
    return $from.node(depth - 1).type.name === kind ? { $from, depth, outcomeDepth: depth - 1 } : undefined;
  }
  return undefined;
}
