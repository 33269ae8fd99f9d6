import type { Node } from '@tiptap/pm/model';
import { folded, type Folded } from './fold.ts';

/** What is looked for. */
export interface Query {
  readonly text: string;
  /** Capital letters, accents and the signs of typography count. */
  readonly exact: boolean;
}

/** A place in the document where it stands. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/**
 * Every place where the words stand, in the order of the text; what overlaps counts once. Words are found within a
 * line: in a paragraph, a heading, a cell, a note, whatever their formatting.
 */
export function matchesIn(doc: Node, { text, exact }: Query): readonly Match[] {
  const wanted = exact ? text : folded(text).text;
  if (wanted === '') return [];
  return runsIn(doc).flatMap(({ position, run }) =>
    placesOf(wanted, exact ? run.plain : run.folded).map(({ from, to }) => ({
      from: position + from,
      to: position + to,
    })),
  );
}

/** Text without anything but text in between, as it is and folded. */
interface Run {
  readonly plain: Folded;
  readonly folded: Folded;
}

function runsIn(doc: Node): readonly { readonly position: number; readonly run: Run }[] {
  const all: { position: number; run: Run }[] = [];
  doc.descendants((node, position) => {
    if (!node.inlineContent) return;
    for (const { offset, run } of runsOf(node)) all.push({ position: position + 1 + offset, run });
  });
  return all.toSorted((a, b) => a.position - b.position);
}

/** The runs of a line, which are folded once for as long as nobody writes in it. */
function runsOf(line: Node): readonly { readonly offset: number; readonly run: Run }[] {
  const known = runs.get(line);
  if (known) return known;
  const found: { offset: number; text: string }[] = [];
  let isOpen = false;
  line.forEach((child, offset) => {
    const last = found.at(-1);
    if (child.text === undefined) isOpen = false;
    else if (isOpen && last) last.text += child.text;
    else {
      found.push({ offset, text: child.text });
      isOpen = true;
    }
  });
  const made = found.map(({ offset, text }) => ({
    offset,
    run: { plain: { text, at: (index: number) => index }, folded: folded(text) },
  }));
  runs.set(line, made);
  return made;
}

const runs = new WeakMap<Node, readonly { readonly offset: number; readonly run: Run }[]>();

function placesOf(wanted: string, { text, at }: Folded): readonly Match[] {
  const places: Match[] = [];
  for (let index = text.indexOf(wanted); index !== -1; index = text.indexOf(wanted, index + wanted.length)) {
    const [from, to] = [at(index), at(index + wanted.length)];
    // Half of a letter that folds to two, such as œ, is not the letter.
    if (to > from && at(index - 1) !== from) places.push({ from, to });
  }
  return places;
}
