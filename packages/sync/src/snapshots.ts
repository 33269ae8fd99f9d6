import type { DocumentId, DocumentStore, Meter } from './ports.ts';

/**
 * When a room's state is worth writing beside the log. A snapshot only shortens the next load, so failing to
 * write one is counted and nothing else.
 */
export class Snapshots {
  readonly #store: DocumentStore;
  readonly #meter: Meter;
  readonly #document: DocumentId;
  #newest: number;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: DocumentStore, meter: Meter, document: DocumentId, newest: number) {
    this.#store = store;
    this.#meter = meter;
    this.#document = document;
    this.#newest = newest;
  }

  /** How many updates lie behind the newest snapshot. */
  tailAt(seq: number): number {
    return seq - this.#newest;
  }

  /** Whether the tail behind `seq` is at least `updates` long. */
  due(seq: number, updates: number): boolean {
    return this.tailAt(seq) >= updates;
  }

  /** From now on the tail is counted from `seq`; the state is written once it is committed. */
  plan(seq: number): void {
    this.#newest = seq;
  }

  /** Writes a committed state if the tail behind it is so long. */
  writeWhenDue(seq: number, updates: number, state: () => Uint8Array): void {
    if (this.due(seq, updates)) this.write(seq, state());
  }

  /** Writes a committed state. */
  write(seq: number, state: Uint8Array): void {
    const previous = this.#writing;
    this.#writing = (async () => {
      await previous;
      try {
        await this.#store.saveSnapshot(this.#document, seq, state);
      } catch {
        this.#meter.count('snapshot_failed');
      }
    })();
  }

  /** Resolves when nothing is being written. */
  async written(): Promise<void> {
    await this.#writing;
  }
}
