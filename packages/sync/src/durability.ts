import type { AppendOutcome, AppendRequest, Clock, DocumentStore, Meter } from './ports.ts';

/** A room, as the commit queue sees it. Its methods do not throw. */
export interface Log {
  /** Hands over requests that wait, oldest first, until one of the two is used up; they are then in flight. */
  take(requests: number, bytes: number): readonly AppendRequest[];
  /** Whether requests still wait. */
  readonly waiting: boolean;
  /** The store's word on the requests taken, in their order. */
  settled(outcomes: readonly AppendOutcome[]): void;
  /** The requests taken are not stored. */
  failed(): void;
}

/**
 * Group commit for all rooms. One batch is with the store at a time; before each lies a pause, in which others may
 * join it. A server for a few so commits a keystroke at once, and one for hundreds shares each fsync, and all the
 * writing that follows it, among all who wait.
 *
 * Invariants
 * 1. At most one `append` runs.
 * 2. The requests of a room reach the store in the order it took them.
 * 3. Every request taken is settled or failed exactly once, after the store has answered.
 */
export class CommitQueue {
  readonly #store: DocumentStore;
  readonly #clock: Clock;
  readonly #meter: Meter;
  readonly #requests: number;
  readonly #bytes: number;
  readonly #pauseMs: () => number;
  readonly #logs = new Set<Log>();
  #running = false;

  constructor(options: {
    readonly store: DocumentStore;
    readonly clock: Clock;
    readonly meter: Meter;
    readonly batchRequests: number;
    readonly batchBytes: number;
    /** How long a batch may wait for company. Below one it does not. */
    readonly pauseMs: () => number;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#meter = options.meter;
    this.#requests = options.batchRequests;
    this.#bytes = options.batchBytes;
    this.#pauseMs = options.pauseMs;
  }

  /** The room has something to store. */
  add(log: Log): void {
    this.#logs.add(log);
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    // Lets the frames that are handled in the same turn share the batch.
    await Promise.resolve();
    while (this.#logs.size > 0) {
      await this.#pause();
      await this.#commit();
    }
    this.#running = false;
  }

  /** By a timer and not by the time of day, which may be set back. */
  async #pause(): Promise<void> {
    const ms = Math.floor(this.#pauseMs());
    if (ms < 1) return;
    await new Promise<void>((resolve) => {
      this.#clock.after(ms, resolve);
    });
  }

  async #commit(): Promise<void> {
    const parts = this.#collect();
    const batch = parts.flatMap((part) => part.requests);
    if (batch.length === 0) return;
    const begin = this.#clock.now();
    const outcomes = await this.#append(batch);
    this.#meter.observe('commit_ms', this.#clock.now() - begin);
    this.#meter.observe('commit_updates', batch.length);
    let from = 0;
    for (const { log, requests } of parts) {
      this.#tell(log, outcomes?.slice(from, from + requests.length));
      from += requests.length;
    }
  }

  /** One room's mistake must not stop the commits of all others. */
  #tell(log: Log, outcomes: readonly AppendOutcome[] | undefined): void {
    try {
      if (outcomes !== undefined) return log.settled(outcomes);
    } catch {
      this.#meter.count('fault');
    }
    log.failed();
  }

  /** Rooms that did not fit, or not wholly, stay in line, behind those that have not had their turn. */
  #collect(): { readonly log: Log; readonly requests: readonly AppendRequest[] }[] {
    const parts: { log: Log; requests: readonly AppendRequest[] }[] = [];
    let requestsLeft = this.#requests;
    let bytesLeft = this.#bytes;
    const inLine = [...this.#logs];
    for (const log of inLine) {
      if (requestsLeft <= 0 || bytesLeft <= 0) break;
      this.#logs.delete(log);
      const requests = log.take(requestsLeft, bytesLeft);
      if (log.waiting) this.#logs.add(log);
      if (requests.length === 0) continue;
      parts.push({ log, requests });
      requestsLeft -= requests.length;
      for (const { update } of requests) bytesLeft -= update.length;
    }
    return parts;
  }

  async #append(batch: readonly AppendRequest[]): Promise<readonly AppendOutcome[] | undefined> {
    try {
      const outcomes = await this.#store.append(batch);
      if (outcomes.length === batch.length) return outcomes;
    } catch {
      // The store says what happened in its own log; here it is enough that nothing is stored.
    }
    this.#meter.count('commit_failed');
    return undefined;
  }
}
