import { hear } from '@plenary/document';
import * as Y from 'yjs';

/** Updates are shown together at most so often: two frames of a screen, below what an eye takes for a wait. */
const SHORTEST_PAUSE_MS = 33;
/** However slow the device: a reader must not take a lively room for a silent one. */
const LONGEST_PAUSE_MS = 400;
/**
 * The pause after showing, as a multiple of what showing and drawing it took: a fifth of the time at most goes into
 * others' text.
 */
const PAUSE_PER_WORK = 4;

/**
 * Gathers what others write, so that it is shown together: thirty people who type make a hundred updates a second, and each
 * by itself would make the page compare and lay out the whole text. The first update after a pause is shown at once; a
 * device that takes long gets its updates in larger helpings, and one's own typing has the rest of the time.
 *
 * Invariants:
 * 1. Updates are applied in the order in which they came, all that wait in one transaction.
 * 2. What was to follow an update follows it, in the order in which it came.
 * 3. Nothing waits once `flush` has returned.
 */
export class IncomingUpdates {
  readonly #doc: Y.Doc;
  readonly #origin: unknown;
  readonly #now: () => number;
  #waiting: Uint8Array[] = [];
  #behind: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;
  readonly #whenDrawn: typeof whenDrawn;

  /**
   * `origin`: what the changes are told to come from. `now`: milliseconds from anywhere, going on evenly. `drawn`: tells
   * how long what was shown took to be drawn.
   */
  constructor(doc: Y.Doc, origin: unknown, now: () => number, drawn = whenDrawn) {
    this.#whenDrawn = drawn;
    this.#doc = doc;
    this.#origin = origin;
    this.#now = now;
  }

  take(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#flushSoon();
  }

  /** Shows what waits, then all that the server has and this document had not, which `apply` puts in. */
  takeAll(update: Uint8Array, apply: () => void): void {
    this.flush();
    hear(this.#doc, { updates: [update], isWhole: true }, apply);
  }

  /** Does something once all updates that have come so far are shown, with them: a caret stands in text. */
  follow(action: () => void): void {
    this.#behind.push(action);
    this.#flushSoon();
  }

  #flushSoon(): void {
    if (this.#timer !== undefined) return;
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(0, this.#notBefore - this.#now()));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // Drawing what came before may have taken longer than it seemed when this began to wait.
      if (this.#now() < this.#notBefore && pause < LONGEST_PAUSE_MS) this.#flushSoon();
      else this.flush();
    }, pause);
  }

  /** Shows what waits now. Whatever has to see the newest text calls this first. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const updates = this.#waiting;
    const behind = this.#behind;
    if (updates.length === 0 && behind.length === 0) return;
    this.#waiting = [];
    this.#behind = [];
    const began = this.#now();
    const apply = (): void => {
      for (const update of updates) Y.applyUpdate(this.#doc, update, this.#origin);
    };
    if (updates.length > 0)
      hear(this.#doc, { updates, isWhole: false }, () => Y.transact(this.#doc, apply, this.#origin, false));
    for (const action of behind) action();
    const took = this.#now() - began;
    this.#pauseAfter(took);
    if (updates.length > 0) this.#whenDrawn((drawing) => this.#pauseAfter(took + drawing));
  }

  #pauseAfter(work: number): void {
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, work * PAUSE_PER_WORK));
    this.#notBefore = this.#now() + pause;
  }
}

/** Tells how long the page took to draw its next frame, once it has; a page that is not seen draws none. */
function whenDrawn(callback: (milliseconds: number) => void): void {
  if (typeof requestAnimationFrame === 'undefined') return;
  requestAnimationFrame(() => {
    const began = performance.now();
    // What is put off until now runs once the frame is out.
    setTimeout(() => callback(performance.now() - began));
  });
}
