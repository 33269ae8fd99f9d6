import * as Y from 'yjs';

/** Updates as others wrote them, on their way into a document. */
export interface Heard {
  readonly updates: readonly Uint8Array[];
  /** They are all that the server has: what is not in them, nobody but this device knows. */
  readonly isWhole: boolean;
}

const hearing = new WeakMap<Y.Doc, Heard>();

/**
 * Runs `apply`, which applies these updates to the document, so that whoever is told of its transaction can ask for them.
 * Yjs tells what has become of a document, and no longer what its author knew of it.
 */
export function hear(doc: Y.Doc, heard: Heard, apply: () => void): void {
  hearing.set(doc, heard);
  try {
    apply();
  } finally {
    hearing.delete(doc);
  }
}

/** The updates that are being applied to the document right now. */
export function heardNow(doc: Y.Doc): Heard | undefined {
  return hearing.get(doc);
}
