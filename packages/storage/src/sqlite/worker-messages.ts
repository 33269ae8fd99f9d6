import type { PictureStore, PublicationStore } from '@plenary/programme';
import type { AppendOutcome, DocumentStore } from '@plenary/sync';
import type { PackedBatch } from './append-batch.ts';
import type { SummitOperations } from './summit-tables.ts';
import type { SyncForm } from './sync-form.ts';

/** Everything the worker does for the main thread, by name. The four ports share no method name. */
export type Operations = Omit<SyncForm<DocumentStore>, 'append'> &
  SummitOperations &
  SyncForm<PictureStore> &
  SyncForm<PublicationStore> & { append(batch: PackedBatch): readonly AppendOutcome[] };
export type OperationName = keyof Operations;

export interface Request {
  readonly id: number;
  readonly name: OperationName;
  readonly args: readonly unknown[];
}

export type Response =
  /** The database is open. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: Failure };

/** An error on its way between threads. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What the worker is started with. */
export interface WorkerInput {
  readonly file: string;
  /** Pages the database may grow to: stands for a full disk in tests. */
  readonly maxPages?: number;
}
