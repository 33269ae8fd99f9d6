import type { Diagnostic } from './diagnostic.ts';
import type { Anchor, AssetId, Block, Inline, LanguageTag, Spoken } from './nodes.ts';

/** The version of the JSON form; it grows by one when a reader of the old form would misread the new. */
export const REPORT_VERSION = 1;

/**
 * The machine-readable report, and the only input of every format.
 * Contract: `{ "plenary": 1, "summit", "generatedFrom", "parts", "outcomes", "diagnostics" }`.
 */
export interface Report {
  readonly plenary: typeof REPORT_VERSION;
  /** Language of the report's own words; passages in another language say so themselves. */
  readonly lang: LanguageTag;
  readonly summit: ReportSummit;
  /** How the summit wants its report to look; each format has a look of its own where nothing is said. */
  readonly look?: Look;
  /** By group id: the exact state each section was compiled from. */
  readonly generatedFrom: Readonly<Record<string, ReportSource>>;
  readonly parts: readonly Part[];
  readonly outcomes: readonly ReportOutcome[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the title page says. Texts are ready to print in the report's language. */
export interface ReportSummit {
  readonly id: string;
  readonly title: string;
  readonly theme?: string;
  /** "Paris, 12–14 October 2016" */
  readonly whenAndWhere: string;
  readonly hosts: readonly string[];
}

/** A house style. Formats without pages or colours take no notice of it. */
export interface Look {
  readonly paper?: Paper;
  /** Of titles, rules and links; dark enough to be read on white paper. */
  readonly accent?: Colour;
  /** Of large surfaces, such as the cover; white and black are both tried on it. */
  readonly second?: Colour;
  /** Shown on the title page. It decorates: the hosts stand beside it in words. */
  readonly logo?: AssetId;
  /** A picture for the title page. It decorates. */
  readonly cover?: AssetId;
}

export type Paper = 'a4' | 'letter';

/** `#rrggbb`, in lower case. */
export type Colour = `#${string}`;

export interface ReportSource {
  /** Sequence number of the newest update in the section. */
  readonly seq: number;
  /** SHA-256 of the canonical content, hexadecimal. */
  readonly hash: string;
  readonly signedOff?: { readonly by: string; /** ISO 8601, UTC. */ readonly at: string };
}

/** What a part is for: before the groups' work, that work, what comes of it across groups, and where it is from. */
export type PartKind = 'front' | 'body' | 'synthesis' | 'annex';

/** A first-level division of the report; its sections are numbered inside it. */
export interface Part extends Spoken {
  readonly anchor: Anchor;
  /** `body` where nothing is said. */
  readonly kind?: PartKind;
  readonly title: readonly Inline[];
  readonly children: readonly Block[];
}

export interface ReportOutcome {
  /** Stable id of the block in its group document. */
  readonly id: string;
  /** Where its box stands in the report. */
  readonly anchor?: Anchor;
  readonly kind: string;
  /** Group id. */
  readonly group: string;
  /** Session id. */
  readonly session: string;
  /** Plain text of what was written together. */
  readonly text: string;
  /** What was picked: owner, due date, addressee. */
  readonly data: Readonly<Record<string, unknown>>;
}
