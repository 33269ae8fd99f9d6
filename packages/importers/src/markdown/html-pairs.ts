import type { PhrasingContent } from 'mdast';

/** A piece of a line: a node, or nodes between the two halves of an HTML element that says how they look. */
export type Piece =
  | { readonly kind: 'node'; readonly node: PhrasingContent }
  | { readonly kind: 'marked'; readonly mark: string; readonly children: readonly PhrasingContent[] };

/**
 * Finds HTML elements in a line that only say how the words between them look, such as `CO<sub>2</sub>`. Markdown has
 * no signs of its own for some of them; half an element, or one with attributes, is left as it is written.
 */
export function piecesOf(children: readonly PhrasingContent[]): readonly Piece[] {
  const closings = closingsAfter(children);
  const pieces: Piece[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at];
    if (node === undefined) break;
    const name = node.type === 'html' ? /^<([a-z]{1,6})>$/i.exec(node.value)?.[1]?.toLowerCase() : undefined;
    const mark = name === undefined ? undefined : MARKS.get(name);
    const end = name === undefined ? undefined : closings[at]?.get(name);
    if (mark === undefined || end === undefined) {
      pieces.push({ kind: 'node', node });
      continue;
    }
    pieces.push({ kind: 'marked', mark, children: children.slice(at + 1, end) });
    at = end;
  }
  return pieces;
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ['sub', 'subscript'],
  ['sup', 'superscript'],
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['s', 'strike'],
  ['del', 'strike'],
]);

/** For each place, where the next closing half of each element is; found from the end, so that it takes one pass. */
function closingsAfter(children: readonly PhrasingContent[]): readonly ReadonlyMap<string, number>[] {
  let next: ReadonlyMap<string, number> = new Map();
  const places: ReadonlyMap<string, number>[] = [];
  for (let at = children.length - 1; at >= 0; at -= 1) {
    places.push(next);
    const node = children[at];
    const name =
      node?.type === 'html' ? /^<\/([a-z]{1,6})>$/i.exec(node.value)?.[1]?.toLowerCase() : undefined;
    if (name !== undefined && MARKS.has(name)) next = new Map([...next, [name, at]]);
  }
  return places.toReversed();
}
