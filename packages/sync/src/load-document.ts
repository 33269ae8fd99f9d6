import type { DocumentHead, DocumentId, DocumentStore, StoredUpdate } from './ports.ts';
import { Replica } from './replica.ts';

/** A document as it is on disk. */
export interface LoadedDocument {
  readonly head: DocumentHead;
  readonly replica: Replica;
  /** Up to which number a snapshot holds it; 0 without one. */
  readonly snapshot: number;
  /** What lies between `shown` and the head. */
  readonly missed: readonly StoredUpdate[];
}

/**
 * Rebuilds a document from the store: from its log, and what of that was not shown yet when it was loaded before, at `shown`.
 * Undefined when there is none; throws what the store throws, and `LogDamaged`.
 */
export async function loadDocument(
  store: Pick<DocumentStore, 'load' | 'history'>,
  document: DocumentId,
  shown: DocumentHead | undefined,
): Promise<LoadedDocument | undefined> {
  const stored = await store.load(document);
  if (stored === undefined) return undefined;
  const { head, snapshot } = stored;
  // Whoever is of another epoch has to begin anew and is shown nothing.
  const behind = shown?.epoch === head.epoch ? head.seq - shown.seq : 0;
  const missed = shown !== undefined && behind > 0 ? await store.history(document, shown.seq) : [];
  return {
    head,
    replica: new Replica(stored),
    snapshot: snapshot?.seq ?? 0,
    missed: missed.slice(0, behind),
  };
}
