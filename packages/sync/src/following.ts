import { Hearsay } from './hearsay.ts';
import type {
  AppendOutcome,
  Author,
  DocumentHead,
  DocumentId,
  DocumentStore,
  Meter,
  StoredUpdate,
} from './ports.ts';

/** A document whose log others write, too. */
export interface Followed {
  readonly id: DocumentId;
  /** What is known to be on disk; undefined unless live. */
  readonly now: { readonly head: DocumentHead } | undefined;
  /** Whether the store has edits of it, or has answered and was not listened to yet. */
  readonly isWithStore: boolean;
  /** Takes in the log behind what was known; not what the store has just answered of. */
  follow(log: LogBehind): void;
  /** Takes the store's word on what is in flight. */
  settle(outcomes: readonly AppendOutcome[]): void;
  /** The log cannot be read. */
  failed(): void;
  /** What waits may be handed to the store again. */
  goOn(): void;
}

/** What lies in a log behind a number. */
export interface LogBehind {
  readonly updates: readonly StoredUpdate[];
  /** Who is bound to each client id, of these updates and of all others. */
  readonly owners: ReadonlyMap<number, Author>;
  /** As it was after the updates were read; undefined when the document is gone. */
  readonly head: DocumentHead | undefined;
}

/**
 * Reads on in a log in which other servers write: when one of them says so, and when a commit comes behind what was
 * not known.
 *
 * Invariants
 * 1. It is read on only while nothing is with the store or with an answer of the store at hand; nothing is handed to the store
 *    meanwhile, so what is read lies between what was known and what waits.
 * 2. What is heard while it is read is looked at after it.
 * 3. An answer of the store is handed on exactly once, behind all that came before it in the log.
 */
export class Following {
  readonly #document: Followed;
  readonly #store: DocumentStore;
  readonly #meter: Meter;
  readonly #hearsay = new Hearsay();
  #isReading = false;

  constructor(document: Followed, store: DocumentStore, meter: Meter) {
    this.#document = document;
    this.#store = store;
    this.#meter = meter;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Another server says that the log has moved to `word`; undefined: it may have. */
  hear(word: DocumentHead | undefined): void {
    this.#hearsay.hear(word);
    this.consider();
  }

  /** Something has changed: reads on if there is more than is known, and it can be. */
  consider(): void {
    const { now, isWithStore } = this.#document;
    if (now === undefined || this.#isReading || isWithStore) return;
    if (this.#hearsay.tellsMoreThan(now.head)) void this.#read(now.head, undefined);
  }

  /** Keeps an answer of the store that lies behind something unknown until that is taken in; false when it does not. */
  defers(outcomes: readonly AppendOutcome[]): boolean {
    const first = firstNumber(outcomes);
    const { now } = this.#document;
    if (now === undefined || first === undefined || first <= now.head.seq + 1) return false;
    void this.#read(now.head, outcomes);
    return true;
  }

  async #read(known: DocumentHead, outcomes: readonly AppendOutcome[] | undefined): Promise<void> {
    this.#isReading = true;
    this.#hearsay.look();
    const log = await this.#logBehind(known.seq);
    this.#isReading = false;
    if (log === undefined) return this.#document.failed();
    const own = firstNumber(outcomes ?? []) ?? Infinity;
    this.#document.follow({ ...log, updates: log.updates.filter(({ seq }) => seq < own) });
    // What was in flight is not any more when it had to be given up.
    if (outcomes !== undefined && this.#document.isWithStore) this.#document.settle(outcomes);
    this.#document.goOn();
    if (log.head !== undefined) this.#hearsay.hear(log.head);
    this.consider();
  }

  async #logBehind(seq: number): Promise<LogBehind | undefined> {
    const { id } = this.#document;
    try {
      const updates = await this.#store.history(id, seq);
      const owners = await this.#store.owners(id);
      return { updates, owners, head: await this.#store.head(id) };
    } catch {
      this.#meter.count('read_on_failed');
      return undefined;
    }
  }
}

function firstNumber([first]: readonly AppendOutcome[]): number | undefined {
  return first?.ok === true ? first.seq : undefined;
}
