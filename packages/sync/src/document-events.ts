import type { PendingEdit } from './pending-edits.ts';
import type { DocumentHead, Seal, StoredUpdate } from './ports.ts';

/** Why edits did not get into the log; `moved-on`: another server wrote what they were to be. */
export type RefusedBecause = 'sealed' | 'epoch' | 'missing' | 'conflict' | 'moved-on';

/** What a room hears of its document. */
export interface DocumentEvents {
  /** It is loaded, for the first time or again. */
  loaded(): void;
  /** One edit is on disk. Comes in the order of the log. */
  stored(edit: PendingEdit, seq: number): void;
  /** A batch is over; the head has moved. */
  advanced(head: DocumentHead): void;
  /**
   * Another server appended these behind number `committed`; what waits for a number behind that gets one that is as
   * many higher.
   */
  appendedElsewhere(updates: readonly StoredUpdate[], committed: number): void;
  /** All of that is taken in, and has moved the head. */
  advancedElsewhere(head: DocumentHead): void;
  /** Another server sealed the document. */
  sealedElsewhere(seal: Seal): void;
  /** Edits were refused by the store, with all that was built on them; the document loads again. */
  refused(edits: readonly PendingEdit[], because: RefusedBecause, committed: number): void;
  /** It cannot go on; another one may be loaded. */
  ended(reason: Error): void;
}
