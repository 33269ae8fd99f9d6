import type { Clock } from './ports.ts';

/** Runs a task once something has been idle for a while without a break. */
export class IdleTimer {
  readonly #clock: Clock;
  readonly #ms: number;
  readonly #isIdle: () => boolean;
  readonly #task: () => void;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, ms: number, isIdle: () => boolean, task: () => void) {
    this.#clock = clock;
    this.#ms = ms;
    this.#isIdle = isIdle;
    this.#task = task;
  }

  /** To be called whenever idleness may have begun or ended. */
  consider(): void {
    if (!this.#isIdle()) return this.stop();
    this.#cancel ??= this.#clock.after(this.#ms, () => {
      this.#cancel = undefined;
      if (this.#isIdle()) this.#task();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
