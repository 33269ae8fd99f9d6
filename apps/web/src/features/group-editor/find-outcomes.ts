import { isKind } from '@plenary/blocks';
import { BLOCK_ID } from '@plenary/document';
import type { Node } from '@tiptap/pm/model';

/** An outcome in a document, and where it stands. */
export interface FoundOutcome {
  readonly node: Node;
  readonly position: number;
}

/** Every outcome of a document, in the order of the text. A block is looked through again only when it has changed. */
export function findOutcomes(doc: Node): readonly FoundOutcome[] {
  const before = found.get(doc);
  if (before) return before;
  const all: FoundOutcome[] = [];
  doc.forEach((block, offset) => {
    for (const { node, position } of outcomesOf(block)) all.push({ node, position: offset + position });
  });
  found.set(doc, all);
  return all;
}

/** The id of an outcome; empty where it has none. */
export function idOf(node: Node): string {
  const id: unknown = node.attrs[BLOCK_ID];
  return typeof id === 'string' ? id : '';
}

// Several listeners ask for the same document after each key.
const found = new WeakMap<Node, readonly FoundOutcome[]>();

// ProseMirror's documents are persistent trees: a keystroke makes one new block and keeps the others.
const known = new WeakMap<Node, readonly FoundOutcome[]>();

/** The outcomes of a block at the top of a document, itself among them; positions count from its start. */
function outcomesOf(block: Node): readonly FoundOutcome[] {
  const before = known.get(block);
  if (before) return before;
  const inside: FoundOutcome[] = isKind(block.type.name) ? [{ node: block, position: 0 }] : [];
  if (!block.isTextblock) {
    block.descendants((node, position) => {
      if (isKind(node.type.name)) inside.push({ node, position: position + 1 });
      return !node.isTextblock;
    });
  }
  known.set(block, inside);
  return inside;
}
