import type { Limits } from './limits.ts';

type Rates = Pick<
  Limits,
  'framesPerSecond' | 'frameBurst' | 'bytesPerSecond' | 'byteBurst' | 'answersPerSecond' | 'answerBurst'
>;

/**
 * What a connection may still send: its bursts at once, and so much a second in the long run; what is not used is not
 * owed. One object for all three rates, since a thousand connections each have it.
 */
export class Allowance {
  readonly #rates: Rates;
  #frames: number;
  #bytes: number;
  #answers: number;
  #at: number;

  constructor(rates: Rates, now: number) {
    this.#rates = rates;
    this.#frames = rates.frameBurst;
    this.#bytes = rates.byteBurst;
    this.#answers = rates.answerBurst;
    this.#at = now;
  }

  /** Lets time pass, then takes a frame; false when there was none left. */
  takeFrame(now: number): boolean {
    // A clock that was set back must not freeze a rate, one set forward only fills it.
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#at = now;
    if (seconds > 0) this.#refill(seconds);
    if (this.#frames < 1) return false;
    this.#frames -= 1;
    return true;
  }

  /** Takes the bytes of a sync message; false when they were not there. */
  takeBytes(bytes: number): boolean {
    if (this.#bytes < bytes) return false;
    this.#bytes -= bytes;
    return true;
  }

  /** Takes the answer to a SyncStep1; false when there was none left. */
  takeAnswer(): boolean {
    if (this.#answers < 1) return false;
    this.#answers -= 1;
    return true;
  }

  #refill(seconds: number): void {
    const { frameBurst, framesPerSecond, byteBurst, bytesPerSecond, answerBurst, answersPerSecond } =
      this.#rates;
    this.#frames = Math.min(frameBurst, this.#frames + seconds * framesPerSecond);
    this.#bytes = Math.min(byteBurst, this.#bytes + seconds * bytesPerSecond);
    this.#answers = Math.min(answerBurst, this.#answers + seconds * answersPerSecond);
  }
}
