/**
 * What happens when the log has reached a sequence number, in order. `run(true)`: it has, durably;
 * `run(false)`: it never will, because what it was waiting for was refused or the room ended.
 */
export class CommitWaiters {
  #waiting: { readonly seq: number; readonly run: (reached: boolean) => void }[] = [];

  /** Numbers are added in ascending order, since each is the room's newest at that time. */
  add(seq: number, run: (reached: boolean) => void): void {
    this.#waiting.push({ seq, run });
  }

  /** The log is at `committed`. */
  release(committed: number): void {
    const open = this.#waiting.findIndex(({ seq }) => seq > committed);
    const due = open === -1 ? this.#waiting : this.#waiting.slice(0, open);
    this.#waiting = open === -1 ? [] : this.#waiting.slice(open);
    for (const { run } of due) run(true);
  }

  abandon(): void {
    this.detach()();
  }

  /** Forgets all that wait, whose numbers mean something else from now on; the result tells them so. */
  detach(): () => void {
    const waiting = this.#waiting;
    this.#waiting = [];
    return () => {
      for (const { run } of waiting) run(false);
    };
  }
}
