import { type DocMark, isAllowedLink } from '@plenary/document';
import type { PhrasingContent } from 'mdast';

/** A piece of a line: a node, or nodes between the two halves of an HTML element that says how they look. */
export type Piece =
  | { readonly kind: 'node'; readonly node: PhrasingContent }
  | { readonly kind: 'marked'; readonly mark: DocMark; readonly children: readonly PhrasingContent[] };

/**
 * Finds HTML elements in a line that only say how the words between them look, such as `CO<sub>2</sub>`, or where they
 * lead. Markdown has no signs of its own for some of them; half an element, or one with other attributes, is left as
 * it is written. A name to jump to is left out: it says nothing once the text stands elsewhere.
 */
export function piecesOf(children: readonly PhrasingContent[]): readonly Piece[] {
  const closings = closingsAfter(children);
  const pieces: Piece[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at];
    if (node === undefined) break;
    const opening = node.type === 'html' ? openingIn(node.value) : undefined;
    const end = opening === undefined ? undefined : closings[at]?.get(opening.name);
    if (opening === undefined || end === undefined) {
      pieces.push({ kind: 'node', node });
      continue;
    }
    const inside = children.slice(at + 1, end);
    if (opening.mark !== undefined) pieces.push({ kind: 'marked', mark: opening.mark, children: inside });
    else pieces.push(...piecesOf(inside));
    at = end;
  }
  return pieces;
}

interface Opening {
  readonly name: string;
  /** What the element says about the words in it, where it says anything. */
  readonly mark?: DocMark;
}

function openingIn(html: string): Opening | undefined {
  const name = /^<([a-z]{1,6})>$/i.exec(html)?.[1]?.toLowerCase() ?? '';
  const type = MARKS.get(name);
  if (type !== undefined) return { name, mark: { type } };
  if (/^<a (?:id|name)="[^"]*">$/i.test(html)) return { name: 'a' };
  const address = /^<a href="([^"]*)">$/i.exec(html)?.[1];
  if (address === undefined) return undefined;
  const href = withoutReferences(address);
  if (href.startsWith('#')) return { name: 'a' };
  return isAllowedLink(href) ? { name: 'a', mark: { type: 'link', attrs: { href } } } : undefined;
}

function withoutReferences(address: string): string {
  return address
    .replace(/&#(\d{1,7});/g, (whole, digits) => {
      const code = Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll('&amp;', '&');
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
  ['code', 'code'],
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
    if (name === 'a' || (name !== undefined && MARKS.has(name))) next = new Map([...next, [name, at]]);
  }
  return places.toReversed();
}
