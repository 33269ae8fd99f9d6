import type { CloseCode } from '@plenary/protocol';
import type * as Y from 'yjs';
import type { Limits } from './limits.ts';
import type {
  Author,
  Clock,
  DocumentHead,
  DocumentId,
  DocumentStore,
  Meter,
  Seal,
  SealOutcome,
  Socket,
  UpdateBus,
} from './ports.ts';
import type { Vitals } from './vitals.ts';

/** What the rooms of a server need. */
export interface RoomsOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly meter: Meter;
  /** Word to and from the other servers of the store; absent on one that has it to itself. */
  readonly bus?: UpdateBus;
  /** Schema version a plenary client must have. */
  readonly schemaVersion: number;
  /** Deviations from `DEFAULT_LIMITS`. */
  readonly limits?: Partial<Limits>;
}

/** Someone who connects, as the server knows them. */
export interface Client {
  readonly document: DocumentId;
  /** Set by the server from the session; shown in presence whatever the client claims. */
  readonly person: ConnectedPerson;
  readonly access: 'read' | 'write';
  readonly dialect:
    | { readonly kind: 'plain' }
    | { readonly kind: 'plenary'; readonly schema: number | undefined; readonly epoch: number | undefined };
}

/** As others see a person. */
export interface ConnectedPerson {
  readonly id: string;
  readonly name: string;
  /** Index into the palette of presence colours. */
  readonly colour: number;
}

/** One connection. Never throws; frames received while the room loads wait in order (bounded). */
export interface Session {
  receive(frame: Uint8Array): void;
  /** A text frame came: there are none in this protocol. */
  receiveText(): void;
  /** The socket is gone. */
  closed(): void;
}

/** The live documents of a server. */
export interface Rooms {
  /** A connection begins. Refusals, too, come through the socket, as notice and close code. */
  open(socket: Socket, client: Client): Session;
  /**
   * Runs `task`; frames that sessions receive in it are taken when it is over, together: in a full room many frames that
   * come in one turn of the event loop cost little more than one.
   */
  together(task: () => void): void;
  /** The committed state as a Yjs V1 update, with its head. Throws `NoSuchDocument`. */
  read(document: DocumentId): Promise<{ readonly head: DocumentHead; readonly state: Uint8Array }>;
  /** An edit by the server itself (import): same checks, commit, broadcast. Throws `EditRefused`, `NoSuchDocument`. */
  edit(document: DocumentId, author: Author, change: (doc: Y.Doc) => void): Promise<DocumentHead>;
  /** Flushes, then seals if the newest committed update is still `seal.seq`; writers get notice `locked` and 4423. */
  seal(document: DocumentId, seal: Seal): Promise<SealOutcome>;
  /** New epoch; every session gets notice `epoch` and 4409. Undefined when it was not sealed. */
  reopen(document: DocumentId): Promise<DocumentHead | undefined>;
  /** People connected now, without duplicates. */
  present(document: DocumentId): readonly ConnectedPerson[];
  /** How the rooms are doing now; walks over all connections. */
  vitals(): Vitals;
  /** Calls the listener after every commit, seal and reopening, by other servers too. Returns the way to stop. */
  onChange(listener: (head: DocumentHead) => void): () => void;
  /** Ends every session of a person (role changed, revoked). */
  disconnect(person: string, code: CloseCode): void;
  /** How often `disconnect` was called. Whoever was deciding about a connection meanwhile must decide anew. */
  readonly disconnections: number;
  /** Stops accepting, flushes what was received, closes with 1012. */
  drain(): Promise<void>;
}
