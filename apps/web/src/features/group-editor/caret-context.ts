import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorStateSnapshot } from '@tiptap/react';

/**
 * A selector for what depends on where the caret stands and not on what is written there, such as whether it is in bold
 * or in a table. It is asked again only once the caret is somewhere else: with most letters it is not.
 */
export function atCaret<Value>(
  select: (editor: Editor) => Value,
): (snapshot: EditorStateSnapshot<Editor>) => Value {
  let known: { readonly context: readonly unknown[]; readonly value: Value } | undefined;
  return ({ editor }) => {
    const context = contextOf(editor.state);
    if (known && isSame(known.context, context)) return known.value;
    known = { context, value: select(editor) };
    return known.value;
  };
}

/** What surrounds the caret, each by identity: ProseMirror keeps what has not changed. A selection is never the same. */
function contextOf(state: EditorState): readonly unknown[] {
  const { selection, storedMarks } = state;
  if (!selection.empty) return [selection];
  const { $from } = selection;
  const around: unknown[] = [selection.constructor];
  for (let depth = 0; depth <= $from.depth; depth += 1)
    around.push($from.node(depth).type, $from.node(depth).attrs);
  return [...around, ...(storedMarks ?? $from.marks())];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
