import type { Node } from '@tiptap/pm/model';

/** A note in a document. */
export interface NotePlace {
  /** Counted from 1 in the order of the text. */
  readonly number: number;
  readonly position: number;
  readonly node: Node;
}

/** The notes of a document in their order. Numbers are counted each time, so that they are right whoever adds one. */
export function notesIn(doc: Node): readonly NotePlace[] {
  const known = counted.get(doc);
  if (known) return known;
  const notes: NotePlace[] = [];
  doc.descendants((node, position) => {
    if (isNote(node)) notes.push({ number: notes.length + 1, position, node });
    return !node.isTextblock || node.childCount > 1 || (node.firstChild !== null && isNote(node.firstChild));
  });
  counted.set(doc, notes);
  return notes;
}

const counted = new WeakMap<Node, readonly NotePlace[]>();

/** Whether a node is a note. */
export function isNote(node: Node | null | undefined): boolean {
  return node?.type.name === 'footnote';
}
