import type { Node } from '@tiptap/pm/model';

/** A heading of a document, and whether there is anything under it. */
export interface OutlineEntry {
  readonly position: number;
  readonly level: number;
  readonly text: string;
  /** Nothing is written between this heading and the next one. */
  readonly empty: boolean;
}

/** The headings of a document in order. An untitled heading is left out: it has nothing to show. */
export function readOutline(doc: Node): readonly OutlineEntry[] {
  const entries: { position: number; level: number; text: string; empty: boolean }[] = [];
  doc.forEach((node, position) => {
    const last = entries.at(-1);
    if (node.type.name !== 'heading') {
      if (last && !isBlank(node)) last.empty = false;
      return;
    }
    const level: unknown = node.attrs['level'];
    const entry = {
      position,
      level: typeof level === 'number' ? level : 2,
      text: node.textContent.trim(),
      empty: true,
    };
    // A part whose text begins with a smaller heading is not empty.
    if (last && entry.level > last.level) last.empty = false;
    if (entry.text !== '') entries.push(entry);
  });
  return entries;
}

function isBlank(node: Node): boolean {
  return node.isTextblock && node.textContent.trim() === '' && node.type.name === 'paragraph';
}
