import type { Lang, Summit } from './model.ts';

/**
 * What a programme file says: everything of a summit that does not come about by creating it. Its `slug`
 * is a proposal, since only the server knows which are taken.
 */
export type Programme = Omit<Summit, 'id' | 'groups'>;

/** A sentence in every language of the program. */
export type Wording = Readonly<Record<Lang, string>>;

/** What can be wrong with a programme file; each one is a rule of SPEC.md. */
export type ProgrammeRule =
  | 'too-large'
  | 'too-deep'
  | 'not-json'
  | 'duplicate-key'
  | 'wrong-shape'
  | 'unknown-kind'
  | 'unknown-outcome'
  | 'unknown-reference'
  | 'duplicate-id'
  | 'date-out-of-range'
  | 'end-before-start'
  | 'wrong-day'
  | 'too-many';

/** One thing that is wrong with a programme file, where it is and what to do. */
export interface ProgrammeProblem {
  readonly rule: ProgrammeRule;
  /** Line in the file, from 1. Absent where the problem is the file as a whole. */
  readonly line?: number;
  /** Column in that line, from 1; given where the file is not JSON. */
  readonly column?: number;
  /** Place in the value, `sessions[3].speakers[0]`; empty for the file as a whole. */
  readonly path: string;
  /** One sentence or two: what is wrong, what to do. */
  readonly message: Wording;
}

/** The limits of a programme file. */
export const PROGRAMME_LIMITS = {
  /**
   * In UTF-16 units. The reference event fills 22 KB; an event a hundred times its size, which must work,
   * fills 2.2 MB. This is near twice that, and is still read in about a second.
   */
  length: 4 * 1024 * 1024,
  /**
   * Commas outside texts, which count its values before they are read. The reference file has under 1,000; a
   * hundred times its size is 100,000. More than this many wrong values would take seconds to look at.
   */
  values: 250_000,
  /** The format is 4 levels deep. 32 leaves room for anything a tool adds, and keeps the parser's recursion shallow. */
  depth: 32,
  /** Kinds a file may bring. The reference event has 7; a kind is stored with its summit. */
  kinds: 50,
  /** Parts of a template. The longest of the program's own has 6; an outline of more is no outline. */
  parts: 40,
  /** The reference event has 22; a hundred times its size is 2,200. */
  sessions: 3000,
  /**
   * Group documents that the sessions would give. The reference event has 27; a hundred times its size is
   * 2,700. Each is a document to seed, so a slip in a list of hosts must not make a million.
   */
  groups: 5000,
  /** What a person can mend before trying again; more would hide the first. */
  problems: 20,
} as const;

/** A problem as a line for a terminal or a page: its place, then what is wrong. */
export function describeProblem(problem: ProgrammeProblem, lang: Lang): string {
  const { line, column, path } = problem;
  const places: string[] = [];
  if (line !== undefined) places.push(lang === 'fr' ? `ligne ${line}` : `line ${line}`);
  if (column !== undefined) places.push(lang === 'fr' ? `colonne ${column}` : `column ${column}`);
  if (path !== '') places.push(path);
  const sentence = problem.message[lang];
  if (places.length === 0) return sentence;
  const place = places.join(', ');
  const colon = lang === 'fr' ? '\u00A0: ' : ': ';
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}${colon}${sentence}`;
}
