import {
  type Anchor,
  type Block,
  type Callout,
  type Report,
  type ReportOutcome,
  singleLine,
  toText,
  walk,
  wellFormed,
} from '@plenary/report-ast';

/** An outcome as the report tells it: what kind it is in words, what was picked, and where it stands. */
export interface ToldOutcome {
  readonly outcome: ReportOutcome;
  /** "Recommendation"; the name of the kind where no box tells it. */
  readonly label: string;
  /** Fit to be written, line feeds kept. */
  readonly text: string;
  /** What was picked, as it is printed. */
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** Title of the part: a day, a theme. */
  readonly part: string;
  /** Titles of the sections it stands in, from the outside in. */
  readonly sections: readonly string[];
}

/** The outcomes of a report, in its order, with what its boxes say of them. */
export function toldOutcomes(report: Report): readonly ToldOutcome[] {
  const boxes = boxesOf(report);
  return report.outcomes.map((outcome) => {
    const box = outcome.anchor === undefined ? undefined : boxes.get(outcome.anchor);
    return {
      outcome,
      label: box?.callout.label ?? singleLine(outcome.kind),
      text: wellFormed(outcome.text),
      details: (box?.callout.details ?? []).map(({ label, value }) => ({
        label,
        value: lineOf(toText(value)),
      })),
      part: box?.part ?? '',
      sections: box?.sections ?? [],
    };
  });
}

/** A picked value as a line of text; nothing where it is none. */
export function pickedText({ data }: ReportOutcome, key: string): string {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? lineOf(String(value)) : '';
}

/** Outcomes that a format covers and whose text is not found, in order, in what was read back of a file. */
export function lostOutcomes(
  report: Report,
  covers: (outcome: ReportOutcome) => boolean,
  words: string,
): readonly ReportOutcome[] {
  const read = lineOf(words);
  let position = 0;
  return report.outcomes.filter((outcome) => {
    if (!covers(outcome)) return false;
    const text = lineOf(wellFormed(outcome.text));
    const found = read.indexOf(text, position);
    if (found !== -1) position = found + text.length;
    return found === -1;
  });
}

interface Box {
  readonly callout: Callout;
  readonly part: string;
  readonly sections: readonly string[];
}

function boxesOf(report: Report): ReadonlyMap<Anchor, Box> {
  const boxes = new Map<Anchor, Box>();
  const visit = (blocks: readonly Block[], part: string, sections: readonly string[]): void => {
    for (const block of blocks) {
      if (block.type === 'section') {
        visit(block.children, part, [...sections, lineOf(toText(block.title))]);
        continue;
      }
      for (const { node } of walk([block])) {
        if (node.type === 'callout' && node.anchor !== undefined && !boxes.has(node.anchor))
          boxes.set(node.anchor, { callout: node, part, sections });
      }
    }
  };
  for (const { title, children } of report.parts) visit(children, lineOf(toText(title)), []);
  return boxes;
}

function lineOf(text: string): string {
  return singleLine(text)
    .replaceAll(/[ \t\n]+/g, ' ')
    .trim();
}
