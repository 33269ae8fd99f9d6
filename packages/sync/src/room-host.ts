import type { CommitQueue } from './durability.ts';
import type { Gathering } from './gathering.ts';
import type { Limits } from './limits.ts';
import type { Clock, DocumentHead, DocumentId, DocumentStore, Meter } from './ports.ts';

/** What all rooms of a server share. */
export interface RoomHost {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly limits: Limits;
  readonly queue: CommitQueue;
  readonly gathering: Gathering;
  /** The head changed here, durably. */
  changed(head: DocumentHead): void;
  /** Another server changed it. */
  changedElsewhere(head: DocumentHead): void;
  /** A connection is in a room from now on. */
  came(): void;
  /** It is in none any more. */
  left(): void;
  /** The room ended; the next one to open the document loads it anew. */
  ended(document: DocumentId, room: object): void;
}
