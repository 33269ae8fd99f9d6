import { eachNode, type Footnote, type Inline } from '@plenary/report-ast';

/** A note and the label that leads to it. */
export interface LabelledNote {
  readonly label: string;
  readonly note: Footnote;
}

/** What leads to the notes of some words. */
export type NoteLabels = ReadonlyMap<Footnote, string>;

/** Counts the notes of a file as they are met; their words stand at its end. */
export class Notes {
  readonly #notes: LabelledNote[] = [];

  /** Labels for the notes in some words: new ones, because the same note may be shown in two places. */
  label(words: readonly Inline[]): NoteLabels {
    const labels = new Map<Footnote, string>();
    eachNode(words, (node) => {
      if (node.type !== 'footnote') return;
      const label = String(this.#notes.length + 1);
      this.#notes.push({ label, note: node });
      labels.set(node, label);
    });
    return labels;
  }

  /** All notes so far, in the order of their labels. */
  all(): readonly LabelledNote[] {
    return this.#notes;
  }
}
