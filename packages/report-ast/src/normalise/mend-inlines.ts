import type { Block, Footnote, Inline, Link, Reference, Spoken, Text } from '../nodes.ts';
import { isSafeUrl } from '../safe-url.ts';
import { singleLine } from '../well-formed.ts';
import { isTooDeep, type Mending, type Place, wordsIn } from './mending.ts';

/** Mends the blocks in a footnote: handed down, because blocks hold inline nodes too. */
export type MendBlocks = (blocks: readonly Block[], place: Place, mending: Mending) => Block[];

/** Inline nodes that every format can write, with the same words. */
export function mendInlines(
  nodes: readonly Inline[],
  place: Place,
  mending: Mending,
  mendBlocks: MendBlocks,
): Inline[] {
  return nodes.flatMap((node) => mendInline(node, place, mending, mendBlocks));
}

function mendInline(node: Inline, place: Place, mending: Mending, mendBlocks: MendBlocks): readonly Inline[] {
  if (isTooDeep(node, place)) {
    mending.say('normalise-depth');
    return textOf(wordsIn([node]).join(' '), mending);
  }
  const below = { ...place, depth: place.depth + 1 };
  const inside = (children: readonly Inline[], where: Place = below): Inline[] =>
    mendInlines(children, where, mending, mendBlocks);
  switch (node.type) {
    case 'text':
      return textOf(node.value, mending);
    case 'inlineCode':
      return textOf(node.value, mending).map((words) => ({ ...node, value: words.value }));
    case 'break':
      return [node];
    case 'link':
    case 'reference':
      return mendLink(node, place, inside(node.children, { ...below, inLink: true }), mending);
    case 'span':
      return mendSpan(mending.spoken(node), inside(node.children), mending);
    case 'footnote':
      return mendNote(node, place, mending, mendBlocks);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
      return filled({ ...node, children: inside(node.children) }, mending);
  }
}

function mendLink(
  node: Link | Reference,
  place: Place,
  children: readonly Inline[],
  mending: Mending,
): readonly Inline[] {
  if (place.inLink) return children;
  if (node.type === 'reference' || isSafeUrl(node.url)) return filled({ ...node, children }, mending);
  mending.say('normalise-link', node.url);
  const address = singleLine(node.url).trim();
  return address === '' ? children : [...children, ...textOf(` (${address})`, mending)];
}

function mendSpan(spoken: Spoken, children: readonly Inline[], mending: Mending): readonly Inline[] {
  if (spoken.lang === undefined && spoken.dir === undefined) return children;
  return filled({ type: 'span', ...spoken, children }, mending);
}

/** A note in a note, or in a link, stands in brackets where its number would. */
function mendNote(node: Footnote, place: Place, mending: Mending, mendBlocks: MendBlocks): Inline[] {
  if (place.inLink || place.inNote) {
    mending.say('normalise-shape', node.type);
    return textOf(` [${wordsIn(node.children).join(' ')}]`, mending);
  }
  const below = { ...place, depth: place.depth + 1, inNote: true };
  const children = mendBlocks(node.children, below, mending);
  return [{ ...node, children: children.length > 0 ? children : [{ type: 'paragraph', children: [] }] }];
}

function textOf(words: string, mending: Mending): Text[] {
  const value = mending.line(words);
  if (value !== '') return [{ type: 'text', value }];
  mending.say('normalise-text');
  return [];
}

function filled(node: Inline & { readonly children: readonly Inline[] }, mending: Mending): Inline[] {
  if (node.children.length > 0) return [node];
  mending.say('normalise-shape', node.type);
  return [];
}
