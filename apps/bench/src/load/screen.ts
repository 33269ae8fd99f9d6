import { readLetters } from './letters.ts';
import { Samples } from './samples.ts';
import type { Typist } from './typist.ts';

/** One writer's keys: when each was pressed, and how far others have seen them. */
interface Pressed {
  readonly typist: Typist;
  readonly at: number[];
  seen: number;
}

/**
 * Counts what arrives on the screens of others. A delivery is one key of one writer on one other connection,
 * however the server packed it; what comes back to the writer's own connection is an echo and counts for nothing.
 */
export class Screens {
  /** Deliveries since the beginning, and presence states and messages. */
  deliveries = 0;
  presences = 0;
  presenceFrames = 0;
  updateFrames = 0;
  readonly #writers = new Map<number, Pressed>();
  #window: { readonly from: number; readonly to: number; readonly samples: Samples } | undefined;

  add(typist: Typist): void {
    this.#writers.set(typist.client, { typist, at: [], seen: typist.firstKey - 1 });
  }

  /** The typist's next key goes out now. */
  press(typist: Typist, now: number): void {
    this.#writers.get(typist.client)?.at.push(now);
  }

  /** From now on, keys pressed between `from` and `to` (ends excluded) are measured. */
  measure(from: number, to: number): void {
    this.#window = { from, to, samples: new Samples() };
  }

  /** Ends the window that is open at `to`; keys pressed later are not measured. */
  measureUntil(to: number): void {
    if (this.#window !== undefined) this.#window = { ...this.#window, to };
  }

  /** Milliseconds from key to other screen, of the keys in the window. */
  get latencies(): Samples {
    return this.#window?.samples ?? new Samples();
  }

  /** An update came on a connection; `own`: the client id of whoever holds it. */
  receive(update: Uint8Array, own: number | undefined, now: number): void {
    this.updateFrames += 1;
    readLetters(update, (client, clock, length) => {
      const writer = this.#writers.get(client);
      if (writer === undefined || client === own) return;
      for (let letter = clock; letter < clock + length; letter += 1) this.#deliver(writer, letter, now);
    });
  }

  /** For each writer, the clock of the newest letter that somebody else has on the screen. */
  seen(): ReadonlyMap<number, number> {
    return new Map([...this.#writers].map(([client, { seen }]) => [client, seen]));
  }

  #deliver(writer: Pressed, clock: number, now: number): void {
    const at = writer.at[clock - writer.typist.firstKey];
    // Letters of the paragraph's opening were not typed.
    if (at === undefined) return;
    this.deliveries += 1;
    if (clock > writer.seen) writer.seen = clock;
    const window = this.#window;
    if (window !== undefined && at >= window.from && at < window.to) window.samples.add(now - at);
  }
}
