import { Worker } from 'node:worker_threads';
import type {
  ExportedReport,
  ExportJob,
  ExportRunner,
  ExportWatch,
  PictureSource,
} from '@plenary/operations';
import { ProblemError } from '@plenary/protocol';
import type { Clock } from '@plenary/sync';
import { answerFor } from './asked-pictures.ts';
import type { FromThread, PictureQuestion, ToThread } from './messages.ts';

/** A thread that has made nothing for so long is let go, with the memory of its last report. */
const IDLE_MS = 60_000;
/** A thread that has not stopped by then is stopped from outside: writers of text do not look up from their work. */
const STOP_WITHIN_MS = 1_000;
/** The largest reports at hand take a fifth of it; beyond that it is better to fail than to starve the rooms. */
const MOST_MEMORY_MB = 2_048;

interface Waiting {
  readonly id: number;
  readonly job: ExportJob;
  readonly watch: ExportWatch;
  readonly resolve: (exported: ExportedReport) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes files in one thread, one after the other, so that a core stays free for those who write.
 *
 * Invariants:
 * 1. Every job is settled once: done, failed, given up by who wanted it, or because the server leaves.
 * 2. A thread works on one job at a time; one that was given up or has died is replaced.
 */
export class ExportThreads implements ExportRunner {
  readonly #clock: Clock;
  readonly #pictures: PictureSource;
  readonly #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #thread: Worker | undefined;
  #letGo: (() => void) | undefined;
  #count = 0;
  #closed = false;

  constructor(clock: Clock, pictures: PictureSource) {
    this.#clock = clock;
    this.#pictures = pictures;
  }

  /** Jobs that wait or are being made. */
  get size(): number {
    return this.#queue.length + (this.#current === undefined ? 0 : 1);
  }

  run(job: ExportJob, watch: ExportWatch): Promise<ExportedReport> {
    const { promise, resolve, reject } = Promise.withResolvers<ExportedReport>();
    this.#count += 1;
    const waiting: Waiting = { id: this.#count, job, watch, resolve, reject };
    watch.signal?.addEventListener('abort', () => this.#giveUp(waiting), { once: true });
    if (this.#closed || watch.signal?.aborted === true) reject(new ExportGivenUp());
    else {
      watch.onStage?.('waiting');
      this.#queue.push(waiting);
      this.#next();
    }
    return promise;
  }

  /** Gives up what waits and what is being made; nothing runs any more when it resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#queue.splice(0)) waiting.reject(new ExportGivenUp());
    this.#settle((current) => current.reject(new ExportGivenUp()));
    await this.#endThread();
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) {
      this.#letGo ??= this.#clock.after(IDLE_MS, () => void this.#endThread());
      return;
    }
    this.#letGo?.();
    this.#letGo = undefined;
    this.#current = waiting;
    this.#tell({ kind: 'run', id: waiting.id, job: waiting.job });
  }

  #tell(message: ToThread): void {
    this.#thread ??= this.#startThread();
    this.#thread.postMessage(message, []);
  }

  #startThread(): Worker {
    const thread = new Worker(new URL('export-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    // An export must not keep a server alive that has nothing else to do.
    thread.unref();
    thread.on('message', (message: FromThread) => {
      if (message.kind !== 'picture') this.#hear(message);
      else void answerFor(this.#pictures, message).then((answer) => thread.postMessage(answer, []));
    });
    thread.on('error', (error: Error) => this.#died(thread, error));
    thread.on('exit', () => this.#died(thread, new Error('The thread that makes files has ended.')));
    return thread;
  }

  #hear(message: Exclude<FromThread, PictureQuestion>): void {
    // What was given up may still be answered.
    if (message.id !== this.#current?.id) return;
    if (message.kind === 'stage') this.#current.watch.onStage?.(message.stage);
    else if (message.kind === 'done') this.#settle((current) => current.resolve(message.exported));
    else {
      const { failure } = message;
      const error =
        'code' in failure ? new ProblemError(failure.code, failure.params) : new Error(failure.message);
      this.#settle((current) => current.reject(error));
    }
  }

  #died(thread: Worker, error: Error): void {
    if (thread !== this.#thread) return;
    this.#thread = undefined;
    this.#settle((current) => current.reject(error));
  }

  #giveUp(waiting: Waiting): void {
    const place = this.#queue.indexOf(waiting);
    if (place !== -1) this.#queue.splice(place, 1);
    waiting.reject(new ExportGivenUp());
    if (waiting !== this.#current) return;
    this.#tell({ kind: 'cancel', id: waiting.id });
    const thread = this.#thread;
    this.#thread = undefined;
    // It gets the time to end a child of its own; the next job begins in a thread of its own at once.
    if (thread !== undefined) this.#clock.after(STOP_WITHIN_MS, () => void thread.terminate());
    this.#settle(() => undefined);
  }

  #settle(how: (current: Waiting) => void): void {
    const current = this.#current;
    this.#current = undefined;
    if (current !== undefined) how(current);
    if (!this.#closed) this.#next();
  }

  async #endThread(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#letGo?.();
    this.#letGo = undefined;
    if (thread === undefined) return;
    await thread.terminate();
  }
}

/** Nobody wants the file any more, or the server leaves. */
export class ExportGivenUp extends Error {
  override readonly name = 'ExportGivenUp';
  constructor() {
    super('The export was given up.');
  }
}
