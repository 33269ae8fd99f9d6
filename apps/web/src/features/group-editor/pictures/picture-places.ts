import type { Node, ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

/** Whether a node is a picture with its caption. */
export function isPicture(node: Node | null | undefined): node is Node {
  return node?.type.name === 'figure';
}

/** The next place at or after this one where a picture may stand: behind the paragraph, or behind the outcome it is in. */
export function placeBehind($pos: ResolvedPos): number {
  const type = $pos.doc.type.schema.nodes['figure'];
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const [parent, index] = [$pos.node(depth - 1), $pos.indexAfter(depth - 1)];
    if (type && parent.canReplaceWith(index, index, type)) return $pos.after(depth);
  }
  return $pos.depth === 0 ? $pos.pos : $pos.doc.content.size;
}

/** The place for one more picture after what is selected: behind those that stand there already. */
export function placeForNext({ doc, selection }: EditorState): number {
  let place = placeBehind(selection.$to);
  for (let next = doc.nodeAt(place); isPicture(next); next = doc.nodeAt(place)) place += next.nodeSize;
  return place;
}

/** The picture that is selected, or whose caption the caret is in, and where it stands. */
export function pictureAt({
  selection,
}: EditorState): { readonly node: Node; readonly position: number } | undefined {
  const { $from } = selection;
  if (isPicture($from.nodeAfter) && selection.to === $from.pos + $from.nodeAfter.nodeSize)
    return { node: $from.nodeAfter, position: $from.pos };
  return isPicture($from.parent) ? { node: $from.parent, position: $from.before() } : undefined;
}
