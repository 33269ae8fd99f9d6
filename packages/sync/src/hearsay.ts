import type { DocumentHead } from './ports.ts';

/**
 * What other servers say of a log, until somebody looks at it.
 *
 * Invariants
 * 1. Of all words only the furthest counts, whatever the order they come in.
 * 2. What was said while somebody looks is still there after it.
 */
export class Hearsay {
  #furthest: DocumentHead | undefined;
  /** Words may have been lost. */
  #isInDoubt = false;

  /** Undefined: there may be one that was not heard. */
  hear(word: DocumentHead | undefined): void {
    if (word === undefined) this.#isInDoubt = true;
    else if (this.#furthest === undefined || isFurther(word, this.#furthest)) this.#furthest = word;
  }

  /** Whether the log may have gone on behind `head`. */
  tellsMoreThan(head: DocumentHead): boolean {
    return this.#isInDoubt || (this.#furthest !== undefined && isFurther(this.#furthest, head));
  }

  /** Somebody begins to look. */
  look(): void {
    this.#isInDoubt = false;
    this.#furthest = undefined;
  }
}

/** In the life of a document: numbers grow, a seal comes after its number, another epoch after the seal. */
function isFurther(word: DocumentHead, than: DocumentHead): boolean {
  if (word.epoch !== than.epoch) return word.epoch > than.epoch;
  if (word.seq !== than.seq) return word.seq > than.seq;
  return word.seal !== undefined && than.seal === undefined;
}
