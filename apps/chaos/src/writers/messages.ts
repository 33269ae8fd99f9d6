/** What the driver tells a process of writers. */
export type Order =
  | { readonly kind: 'start'; readonly crew: Crew }
  /** No more new edits. */
  | { readonly kind: 'rest' }
  /** Answer with a `report`. */
  | { readonly kind: 'report' }
  /** A section was opened again: those who were turned away come back with a fresh document. */
  | { readonly kind: 'come-back' };

/** The writers of one process. */
export interface Crew {
  /** Where sync sockets are opened, `ws://127.0.0.1:1234/sync`. */
  readonly url: string;
  /** Where the logs are kept. */
  readonly folder: string;
  readonly seed: number;
  /** Mean pause between two edits of one writer. */
  readonly pauseMs: number;
  readonly writers: readonly WriterPlan[];
}

/** One writer: a person in a group document. */
export interface WriterPlan {
  /** Part of every token, so unique in a run. */
  readonly name: string;
  readonly group: string;
  /** The bearer token of the person's invitation. */
  readonly token: string;
  /** Notes down what it sees of others, too. */
  readonly witness?: boolean;
}

/** What a process of writers tells the driver. */
export type News =
  | { readonly kind: 'saved'; readonly count: number }
  /** A connection was closed for a reason that no honest client may meet. */
  | { readonly kind: 'mistreated'; readonly writer: string; readonly reason: string }
  /** The server said that it cannot store. */
  | { readonly kind: 'storage' }
  /** Every edit of every writer is saved or drafted; comes once after `rest`. */
  | { readonly kind: 'all-saved' }
  | { readonly kind: 'report'; readonly replicas: readonly ReplicaReport[] };

export interface ReplicaReport {
  readonly writer: string;
  readonly group: string;
  /** Of the text in the writer's replica; undefined while it is turned away. */
  readonly hash: string | undefined;
  readonly unsaved: number;
}
