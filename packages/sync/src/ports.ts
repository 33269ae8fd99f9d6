/**
 * What sync needs from the world. It owns these interfaces; `@plenary/storage` and the server implement
 * them, and `./contract/…` are the suites that a store and a bus must pass.
 */

/** Names a group document; the group's id. */
export type DocumentId = string;
/** A person's id, or `system:<what>` for the server itself. */
export type Author = string;

/** The newest committed state of a document, without its content. */
export interface DocumentHead {
  readonly document: DocumentId;
  /** Number of the newest update; the seed is 1. Gapless. */
  readonly seq: number;
  /** Grows by one at every reopening; replicas of an older epoch are never merged. */
  readonly epoch: number;
  readonly seal?: Seal;
}

/** The sign-off: from here on no update is appended. */
export interface Seal {
  /** The signed sequence number. */
  readonly seq: number;
  /** SHA-256 of the canonical content at `seq`, hexadecimal. */
  readonly hash: string;
  readonly by: Author;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface StoredUpdate {
  readonly seq: number;
  /** Yjs V1. */
  readonly update: Uint8Array;
  readonly author: Author;
  readonly at: number;
}

/** All that is needed to rebuild a document: `snapshot`, then `tail` in order. */
export interface StoredDocument {
  readonly head: DocumentHead;
  /** The folded state at `seq`: a cache beside the log, never instead of it. */
  readonly snapshot?: { readonly seq: number; readonly state: Uint8Array };
  readonly tail: readonly StoredUpdate[];
  /** Which author each Yjs client id belongs to. */
  readonly owners: ReadonlyMap<number, Author>;
}

export interface AppendRequest {
  readonly document: DocumentId;
  /** The epoch the writer is in. */
  readonly epoch: number;
  readonly update: Uint8Array;
  readonly author: Author;
  /** Client ids this update is the first to use; bound to `author` in the same transaction. */
  readonly claims: readonly number[];
  readonly at: number;
}

export type AppendOutcome =
  | { readonly ok: true; readonly seq: number }
  /** `conflict`: a claimed client id belongs to someone else. */
  | { readonly ok: false; readonly refused: 'sealed' | 'epoch' | 'missing' | 'conflict' };

export type SealOutcome = 'sealed' | 'moved-on' | 'already-sealed' | 'missing';

/**
 * The durable log. Contract, checked by `describeDocumentStore`:
 * DS1 when `append` resolves, every `ok` update survives a crash of the process and of the machine;
 * DS2 sequence numbers of a document are gapless and start at 1 with the seed;
 * DS3 seal and epoch are checked in the transaction that appends;
 * DS4 a rejected promise has stored nothing of the batch;
 * DS5 nothing is ever overwritten: snapshots lie beside the log.
 */
export interface DocumentStore {
  /** Undefined when there is no such document; throws when it cannot be read. */
  load(document: DocumentId): Promise<StoredDocument | undefined>;
  head(document: DocumentId): Promise<DocumentHead | undefined>;
  /**
   * Appends in order, in one transaction. A refusal does not stop the requests of other documents; later ones
   * of the same document are refused with it, since they were made on top of what is not there.
   */
  append(batch: readonly AppendRequest[]): Promise<readonly AppendOutcome[]>;
  /** Seals the document if its newest update is still `seal.seq`. */
  seal(document: DocumentId, seal: Seal): Promise<SealOutcome>;
  /** Lifts the seal and begins a new epoch; returns it, or undefined when the document was not sealed. */
  reopen(document: DocumentId): Promise<DocumentHead | undefined>;
  /** Keeps the newest; one ahead of the log is a mistake and rejected. */
  saveSnapshot(document: DocumentId, seq: number, state: Uint8Array): Promise<void>;
  /** Authors of the log in order of first appearance. */
  authors(document: DocumentId): Promise<readonly Author[]>;
  /** Who is bound to each client id of the log; ids of the seed belong to nobody. Empty for an absent document. */
  owners(document: DocumentId): Promise<ReadonlyMap<number, Author>>;
  /** The log from `after` (exclusive) on, in order. */
  history(document: DocumentId, after: number): Promise<readonly StoredUpdate[]>;
}

/** What a server hears of the others that write in its store. */
export interface UpdateBusListener {
  /** A commit, a seal or a reopening left this head. */
  moved(head: DocumentHead): void;
  /** Words may have been lost: any document may have moved. */
  missed(): void;
}

/**
 * Word between the servers of one store that a log has moved. It is a hint, never the delivery: what was written is read
 * from the store, which alone says what is committed. Contract, checked by `describeUpdateBus`:
 * UB1 what one server announces, all others hear; a server need not hear itself;
 * UB2 a word may come late, twice, behind a later one, or be left out for a later one of its document, and its listener
 *     bears that; where words may have been lost, `missed` is called after the link has come back;
 * UB3 `announce` neither throws nor waits, also without a link;
 * UB4 a listener that throws keeps no word from the others;
 * UB5 a listener that was taken away hears nothing more.
 */
export interface UpdateBus {
  announce(head: DocumentHead): void;
  /** Returns the way to stop. */
  listen(listener: UpdateBusListener): () => void;
}

/** One client's link, as the room sees it. Never throws. */
export interface Socket {
  /** Queues one binary frame. Does nothing once closed. */
  send(frame: Uint8Array): void;
  /** Queues several, in order. Many sockets are given the same array: what can be prepared for all, is worth it. */
  sendAll(frames: readonly Uint8Array[]): void;
  /** Bytes accepted by `send` and not yet handed to the network. */
  readonly bufferedAmount: number;
  close(code: number, reason: string): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once after `ms`; the result cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** Counts what happens, for operators. Never receives text, names or tokens. */
export interface Meter {
  count(event: string, labels?: Readonly<Record<string, string>>): void;
  observe(measure: string, value: number): void;
}
