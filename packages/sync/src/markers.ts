/**
 * The durable acknowledgement of one connection.
 *
 * Invariants
 * 1. A marker is due only when the log has reached what the connection had received before it.
 * 2. No marker is due while a SyncStep1 of the server is unanswered, and then not before the log has reached the
 *    answer: it holds what was typed offline, before the marker and sent after it.
 * 3. Markers come due in the order they came.
 */
export class Markers {
  /** Newest sequence number this connection has a part in. */
  #position = 0;
  #unanswered = false;
  #waiting: Marker[] | undefined;

  get position(): number {
    return this.#position;
  }

  get size(): number {
    return this.#waiting?.length ?? 0;
  }

  /** When the oldest one that waits came. */
  get oldest(): number | undefined {
    return this.#waiting?.[0]?.at;
  }

  /** A SyncStep1 of the server waits for its answer. */
  get unanswered(): boolean {
    return this.#unanswered;
  }

  /** The server sent a SyncStep1. */
  asked(): void {
    this.#unanswered = true;
  }

  /** It was answered, and the answer taken: `reached` has been told of it. */
  answered(): void {
    this.#unanswered = false;
    const answer = this.#position;
    this.#waiting = this.#waiting?.map((marker) => ({ ...marker, after: Math.max(marker.after, answer) }));
  }

  /** What the connection sent is in the log once the log has reached `seq`. */
  reached(seq: number): void {
    this.#position = Math.max(this.#position, seq);
  }

  /** A marker came at `at`. */
  add(number: number, at: number): void {
    this.#waiting ??= [];
    this.#waiting.push({ number, at, after: this.#position });
  }

  /** Others took `by` numbers behind `committed`: what was to get those gets the next ones. */
  moveOn(committed: number, by: number): void {
    const moved = (seq: number): number => (seq > committed ? seq + by : seq);
    this.#position = moved(this.#position);
    this.#waiting = this.#waiting?.map((marker) => ({ ...marker, after: moved(marker.after) }));
  }

  /** Takes out the markers that are due when the log is at `committed`. */
  due(committed: number): readonly DueMarker[] {
    if (this.#unanswered) return [];
    const waiting = this.#waiting;
    if (waiting === undefined) return NONE;
    const open = waiting.findIndex(({ after }) => after > committed);
    const due = open === -1 ? waiting : waiting.slice(0, open);
    this.#waiting = open === -1 ? undefined : waiting.slice(open);
    return due;
  }
}

const NONE: readonly DueMarker[] = [];

/** A marker that may be echoed, and when it came. */
export interface DueMarker {
  readonly number: number;
  readonly at: number;
}

interface Marker extends DueMarker {
  /** The log has to reach this number first. */
  readonly after: number;
}
