import type { Footnote } from '@plenary/report-ast';

/** A note that has its number. */
export interface NumberedNote {
  readonly number: number;
  readonly note: Footnote;
}

/** Counts the notes of a page as they are met, and keeps them until the end of their part. */
export class Notes {
  #count = 0;
  #waiting: NumberedNote[] = [];

  /** The number of a note, which waits from now on to be shown. */
  take(note: Footnote): number {
    this.#count += 1;
    this.#waiting.push({ number: this.#count, note });
    return this.#count;
  }

  /** The notes that waited, in the order of their numbers; none waits any more. */
  drain(): readonly NumberedNote[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }
}

/** Id of the note with this number; ids of the page itself begin with an underscore, which no anchor can hold. */
export function noteId(number: number): string {
  return `_note-${number}`;
}

/** Id of the place in the text that leads to the note. */
export function noteRefId(number: number): string {
  return `_note-ref-${number}`;
}
