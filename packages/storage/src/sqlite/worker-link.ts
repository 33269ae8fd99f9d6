import { Worker } from 'node:worker_threads';
import { SlugTaken } from '@plenary/programme';
import type {
  Failure,
  OperationName,
  Operations,
  Request,
  Response,
  WorkerInput,
} from './worker-messages.ts';

/** The store is gone, full or broken; what was asked is not known to be stored. */
export class StorageError extends Error {
  override readonly name: string;
  constructor({ name, message }: Failure) {
    super(message);
    this.name = name;
  }
}

/**
 * The main thread's end of the line to the database.
 *
 * Invariants
 * 1. Every call is settled exactly once: by its answer, or by the end of the worker.
 * 2. Requests reach the worker in the order of the calls.
 * 3. After the end every call is rejected at once, with the reason of the end.
 */
export class WorkerLink {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  readonly #ended: Promise<void>;
  #next = 1;
  #endedBy: Error | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (response: Response) => this.#answered(response));
    worker.on('error', (error: Error) =>
      this.#end(new StorageError({ name: 'StorageBroken', message: `The store stopped: ${error.message}` })),
    );
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.#end(
          new StorageError({ name: 'StorageClosed', message: 'The store is closed. Start Plenary again.' }),
        );
        resolve();
      });
    });
  }

  /** Starts the worker; rejects with the reason when the database cannot be opened. */
  static async start(input: WorkerInput): Promise<WorkerLink> {
    const worker = new Worker(new URL('sqlite-worker.ts', import.meta.url), {
      workerData: input,
      execArgv: [],
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    worker.removeAllListeners('error');
    return new WorkerLink(worker);
  }

  async call<Name extends OperationName>(
    name: Name,
    ...args: Parameters<Operations[Name]>
  ): Promise<ReturnType<Operations[Name]>> {
    return this.callMoving([], name, ...args);
  }

  /** The same, and `moved` is gone from this thread instead of being copied. */
  async callMoving<Name extends OperationName>(
    moved: readonly ArrayBuffer[],
    name: Name,
    ...args: Parameters<Operations[Name]>
  ): Promise<ReturnType<Operations[Name]>> {
    if (this.#endedBy !== undefined) throw this.#endedBy;
    const id = this.#next;
    this.#next += 1;
    const result = await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, args } satisfies Request, moved);
    });
    // The worker calls the operation of that name and posts what it returns.
    return result as ReturnType<Operations[Name]>;
  }

  /** Finishes what was asked, then closes the database. */
  async close(): Promise<void> {
    if (this.#endedBy === undefined) this.#worker.postMessage({ id: -1, name: 'close', args: [] }, []);
    await this.#ended;
  }

  /** Kills the worker, as a crash of it would. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #answered(response: Response): void {
    if (response.kind === 'ready') return;
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if (response.kind === 'result') waiting?.resolve(response.result);
    else waiting?.reject(errorOf(response.error));
  }

  #end(reason: Error): void {
    this.#endedBy ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#endedBy);
    this.#waiting.clear();
  }
}

/** Errors lose their class between threads; the port promises this one. */
function errorOf(failure: Failure): Error {
  return failure.name === 'SlugTaken' ? new SlugTaken(failure.message) : new StorageError(failure);
}
