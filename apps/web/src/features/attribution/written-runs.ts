import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';

/** A stretch of text that came in under one client id. */
export interface WrittenRun {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly client: number;
}

/** The runs of a document, and how long the document is, so that a reader can see whether it knows the same text. */
export interface WrittenRuns {
  readonly runs: readonly WrittenRun[];
  readonly size: number;
}

/**
 * Which client id each stretch of text came in under, read from the shared document itself, at the positions the editor
 * gives them. Text that was moved came in again with whoever moved it: Yjs has no moves.
 */
export function writtenRuns(fragment: Y.XmlFragment, schema: Schema): WrittenRuns {
  const runs: WrittenRun[] = [];
  let position = 0;
  inside(fragment);
  return { runs, size: position };

  function inside(parent: Y.XmlFragment): void {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) text(child);
      else if (child instanceof Y.XmlElement) element(child);
    }
  }

  function element(node: Y.XmlElement): void {
    // A node without an inside is one place long, every other one has a place before and behind its inside.
    if (schema.nodes[node.nodeName]?.isLeaf === true) position += 1;
    else {
      position += 1;
      inside(node);
      position += 1;
    }
  }

  function text(node: Y.XmlText): void {
    for (let item = node._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue;
      const from = position;
      position += item.length;
      const last = runs.at(-1);
      const { client } = item.id;
      if (last?.to === from && last.client === client) runs[runs.length - 1] = { ...last, to: position };
      else runs.push({ from, to: position, client });
    }
  }
}
