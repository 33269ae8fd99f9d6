import { isKind, type Kind } from '@plenary/blocks';
import { pickedOn } from '@plenary/document';
import type { Node } from '@tiptap/pm/model';

/** An outcome as the panel lists it. */
export interface ListedOutcome {
  readonly kind: Kind;
  readonly position: number;
  readonly text: string;
}

/** The outcomes in a document, in order. A block is read again only when it has changed. */
export function readOutcomes(doc: Node): readonly ListedOutcome[] {
  const outcomes: ListedOutcome[] = [];
  doc.forEach((block, position) => {
    for (const outcome of outcomesIn(block))
      outcomes.push({ ...outcome, position: position + outcome.position });
  });
  return outcomes;
}

// ProseMirror's documents are persistent trees: a keystroke makes one new block and keeps the others.
const known = new WeakMap<Node, readonly ListedOutcome[]>();

/** Positions count from the start of the block. */
function outcomesIn(block: Node): readonly ListedOutcome[] {
  const before = known.get(block);
  if (before) return before;
  const found: ListedOutcome[] = [];
  const read = (node: Node, position: number) => {
    const { name } = node.type;
    if (isKind(name)) found.push({ kind: name, position, text: wordsOf(node) });
  };
  read(block, 0);
  if (!block.isTextblock) block.descendants((node, position) => read(node, position + 1));
  known.set(block, found);
  return found;
}

/** Its words on one line; of an outcome without words, the first value picked on it that reads as a name. */
function wordsOf(node: Node): string {
  const text = node.textBetween(0, node.content.size, ' ').replaceAll(/\s+/g, ' ').trim();
  if (text !== '') return text;
  const picked = Object.values(pickedOn({ type: node.type.name, attrs: node.attrs }));
  const [title = ''] = picked.flatMap((value) =>
    typeof value === 'string' && value.trim() !== '' ? [value] : [],
  );
  return title;
}
