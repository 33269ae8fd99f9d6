import { fold } from './fold.ts';
import type { ReportInput } from './report-input.ts';
import type { Leaf } from './leaf.ts';
import { sourceLeaves } from './source-leaves.ts';
import { findWords, locate } from './locate.ts';

/** Words that are not where the sources say they must be. */
export interface AuditFinding {
  /** `missing`: not found. `moved`: found, but not in their place. `repeated`: found once more than in the sources. */
  readonly problem: 'missing' | 'moved' | 'repeated';
  /** Group id. */
  readonly group: string;
  readonly title: string;
  readonly block?: string;
  /** The first 80 characters. */
  readonly text: string;
}

/**
 * Looks for every leaf of the sources in what a format's own parser reads back from a file: all of them, in order.
 * An empty list is the proof that no word was lost; it names no more than `MAX_FINDINGS`. White space is not compared.
 * A table of contents in the read-back does no harm: titles may occur again, words of the groups may not.
 *
 * `asRead`: what a text becomes in a format that cannot hold all of it, such as a character that no font can show.
 *
 * Time grows with the length of the sources and of the read-back, not with their product.
 */
export function auditText(
  input: ReportInput,
  readBack: string,
  asRead?: (text: string) => string,
): AuditFinding[] {
  const sources = sourceLeaves(input);
  const leaves = asRead === undefined ? sources : sources.flatMap((leaf) => changed(leaf, asRead));
  const text = fold(readBack);
  const { places, lost } = locate(leaves, text, MAX_FINDINGS);
  const gaps = unclaimed(leaves, places, text);
  const displaced = occurring(
    lost.map(({ text: words }) => words),
    gaps.map(({ text: words }) => words),
  );
  const ownWords = leaves.filter(({ kind }) => kind === 'text' || kind === 'picked');
  const again = occurring(
    ownWords.map(({ text: words }) => words),
    gaps.filter(({ inBody }) => inBody).map(({ text: words }) => words),
  );
  const lostWords = new Set(lost.map(({ text: words }) => words));
  const repeated = new Map(
    ownWords
      .filter(({ text: words }) => again.has(words) && !lostWords.has(words))
      .map((leaf) => [leaf.text, leaf]),
  );
  return [
    ...lost.map((leaf) => finding(displaced.has(leaf.text) ? 'moved' : 'missing', leaf)),
    ...[...repeated.values()].map((leaf) => finding('repeated', leaf)),
  ].slice(0, MAX_FINDINGS);
}

/** A leaf as a format reads it; one of which nothing is left asks for nothing. */
function changed(leaf: Leaf, asRead: (text: string) => string): readonly Leaf[] {
  const text = fold(asRead(leaf.text));
  return text === '' ? [] : [{ ...leaf, text }];
}

/** Enough to see what is wrong; after so many something is wrong with the format, not with one paragraph. */
export const MAX_FINDINGS = 50;

/** Enough to recognise a passage by. */
const LONGEST_EXCERPT = 80;

function finding(problem: AuditFinding['problem'], { group, title, block, text }: Leaf): AuditFinding {
  const excerpt = text.slice(0, LONGEST_EXCERPT).toWellFormed();
  return { problem, group, title, ...(block !== undefined && { block }), text: excerpt };
}

interface Gap {
  readonly text: string;
  /** Between the first words of the first section and the provenance: no programme data is listed there. */
  readonly inBody: boolean;
}

/** What no leaf claims: the report's own words, and whatever should not be there. */
function unclaimed(leaves: readonly Leaf[], places: readonly (number | undefined)[], text: string): Gap[] {
  const gaps: Gap[] = [];
  let end = 0;
  let inBody = false;
  for (const [index, leaf] of leaves.entries()) {
    const start = places[index];
    if (start === undefined) continue;
    gaps.push({ text: text.slice(end, start), inBody });
    end = start + leaf.text.length;
    inBody = leaf.place !== 'provenance';
  }
  gaps.push({ text: text.slice(end), inBody: false });
  return gaps;
}

/** Fewer words than these may occur anywhere by chance. */
const FIRST_WORDS = 4;

/** Those of the passages that occur in one of the texts; passages shorter than `FIRST_WORDS` words never do. */
function occurring(passages: readonly string[], texts: readonly string[]): Set<string> {
  const byStart = new Map<string, Set<string>>();
  for (const passage of passages) {
    const start = passage.split(' ', FIRST_WORDS);
    if (start.length < FIRST_WORDS) continue;
    const key = start.join(' ');
    const same = byStart.get(key) ?? new Set();
    byStart.set(key, same.add(passage));
  }
  const found = new Set<string>();
  if (byStart.size === 0) return found;
  for (const text of texts) {
    const words = text.split(' ');
    let at = 0;
    for (const [index, word] of words.entries()) {
      const candidates = byStart.get(words.slice(index, index + FIRST_WORDS).join(' ')) ?? [];
      for (const passage of candidates) if (findWords(text, passage, at, at) === at) found.add(passage);
      at += word.length + 1;
    }
  }
  return found;
}
