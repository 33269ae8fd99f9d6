import { Fragment, type Node } from '@tiptap/pm/model';
import { countOf } from '../../collab/count.ts';

/** A heading of a document, and whether there is anything under it. */
export interface OutlineEntry {
  readonly position: number;
  readonly level: number;
  readonly text: string;
  /** Nothing is written between this heading and the next one. */
  readonly empty: boolean;
  /** The part of the template whose heading this is. */
  readonly part?: string;
}

/** What a part of the template still wants. */
export type Want =
  | { readonly kind: 'empty' }
  | { readonly kind: 'long'; readonly words: number; readonly limit: number };

/** A part of the template, as far as it wants anything. */
export interface Demand {
  readonly id: string;
  readonly words?: number | undefined;
  readonly required?: boolean | undefined;
}

/** The headings of a document in order. An untitled heading is left out: it has nothing to show. */
export function readOutline(doc: Node): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  let last: { position: number; level: number; text: string; empty: boolean; part?: string } | undefined;
  doc.forEach((node, position) => {
    if (node.type.name !== 'heading') {
      if (last && !isBlank(node)) last.empty = false;
      return;
    }
    const part: unknown = node.attrs['part'];
    const entry = {
      position,
      level: levelOf(node),
      text: node.textContent.trim(),
      empty: true,
      ...(typeof part === 'string' && { part }),
    };
    // A part whose text begins with a smaller heading is not empty.
    if (last && entry.level > last.level) last.empty = false;
    if (entry.text === '') return;
    entries.push(entry);
    last = entry;
  });
  return entries;
}

/** What parts still want, by the position of their heading. Of two headings with one part the first is meant. */
export function readWants(
  doc: Node,
  entries: readonly OutlineEntry[],
  parts: readonly Demand[],
  lang: string,
): ReadonlyMap<number, Want> {
  const wants = new Map<number, Want>();
  for (const { id, required, words: limit } of parts) {
    const entry = entries.find(({ part }) => part === id);
    if (entry === undefined) continue;
    if (entry.empty && required === true) wants.set(entry.position, { kind: 'empty' });
    if (entry.empty || limit === undefined) continue;
    const { words } = countOf(below(doc, entry), lang);
    if (words > limit) wants.set(entry.position, { kind: 'long', words, limit });
  }
  return wants;
}

/** The blocks from a heading to the next one of its level or above. */
function below(doc: Node, { level, position }: OutlineEntry): Fragment {
  const blocks: Node[] = [];
  for (let index = doc.resolve(position).index() + 1; index < doc.childCount; index += 1) {
    const node = doc.child(index);
    if (node.type.name === 'heading' && levelOf(node) <= level) break;
    blocks.push(node);
  }
  return Fragment.from(blocks);
}

function levelOf(heading: Node): number {
  const level: unknown = heading.attrs['level'];
  return typeof level === 'number' ? level : 2;
}

function isBlank(node: Node): boolean {
  return node.isTextblock && node.textContent.trim() === '' && node.type.name === 'paragraph';
}
