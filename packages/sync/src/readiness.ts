/** Whether something has come to life, for those who wait for it. */
export class Readiness {
  #waiting: Waiting[] = [];
  #endedBy: Error | undefined;

  /** Resolves when `isReady`, or at the next `begin`; rejects with the reason of `end`. */
  async until(isReady: boolean): Promise<void> {
    if (isReady) return;
    if (this.#endedBy !== undefined) throw this.#endedBy;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
  }

  begin(): void {
    for (const { resolve } of this.#take()) resolve();
  }

  /** It never will be again. */
  end(reason: Error): void {
    this.#endedBy = reason;
    for (const { reject } of this.#take()) reject(reason);
  }

  #take(): readonly Waiting[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}
