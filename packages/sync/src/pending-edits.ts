import type { RejectReason } from '@plenary/protocol';
import type { AppendRequest, Author, DocumentHead } from './ports.ts';
import type { RoomSession } from './session.ts';

/** An update that is applied and not yet committed. */
export interface PendingEdit extends Edit {
  readonly request: AppendRequest;
}

/** A checked change, and who must hear how it ended. */
export interface Edit {
  readonly update: Uint8Array;
  readonly author: Author;
  /** Client ids it is the first to use. */
  readonly claims: readonly number[];
  /** The clients it adds structs of, with their clocks before it. */
  readonly before: ReadonlyMap<number, number>;
  /** Absent for an edit by the server. */
  readonly session?: RoomSession;
  /** Tells an edit by the server how it ended: as which number it is on disk, or why it is not. */
  readonly done?: (ended: number | RejectReason) => void;
}

/** An edit that was applied at `at` on top of `head`, as the store is asked for it. */
export function pendingEdit(edit: Edit, { document, epoch }: DocumentHead, at: number): PendingEdit {
  const { update, author, claims } = edit;
  return { ...edit, request: { document, epoch, update, author, claims, at } };
}

/**
 * The edits of a room on their way to the log, in order: first those that wait, then those the store has.
 *
 *   add ──▶ waiting ──take──▶ in flight ──landed──▶
 */
export class PendingEdits {
  #waiting: PendingEdit[] = [];
  #inFlight: PendingEdit[] = [];
  #whenEmpty: (() => void)[] = [];

  get waiting(): boolean {
    return this.#waiting.length > 0;
  }

  get empty(): boolean {
    return this.#waiting.length === 0 && this.#inFlight.length === 0;
  }

  /** Whether the store has some. */
  get inFlight(): boolean {
    return this.#inFlight.length > 0;
  }

  /** The clients they add structs of, with their clocks in the log. */
  clocks(): ReadonlyMap<number, number> {
    const clocks = new Map<number, number>();
    for (const { before } of [...this.#inFlight, ...this.#waiting]) {
      for (const [client, clock] of before) if (!clocks.has(client)) clocks.set(client, clock);
    }
    return clocks;
  }

  add(edit: PendingEdit): void {
    this.#waiting.push(edit);
  }

  /** The oldest, at least one; they are in flight from now on. */
  take(requests: number, bytes: number): readonly AppendRequest[] {
    let count = 0;
    let left = bytes;
    for (const { request } of this.#waiting) {
      if (count >= requests || left <= 0) break;
      count += 1;
      left -= request.update.length;
    }
    this.#inFlight = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    return this.#inFlight.map(({ request }) => request);
  }

  /** The store has answered: what was in flight. */
  landed(): readonly PendingEdit[] {
    const landed = this.#inFlight;
    this.#inFlight = [];
    return landed;
  }

  /** Gives up what waits, since what it was built on is not there. */
  discard(): readonly PendingEdit[] {
    const discarded = this.#waiting;
    this.#waiting = [];
    return discarded;
  }

  /** Resolves when nothing waits and nothing is in flight; `settle` must be called after every change. */
  async untilEmpty(): Promise<void> {
    if (this.empty) return;
    await new Promise<void>((resolve) => {
      this.#whenEmpty.push(resolve);
    });
  }

  settle(): void {
    if (!this.empty) return;
    const waiting = this.#whenEmpty;
    this.#whenEmpty = [];
    for (const resolve of waiting) resolve();
  }
}
