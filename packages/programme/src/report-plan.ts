/**
 * How the report of a summit is put together, as far as its organisers decide it. Whatever a plan does not say, or says
 * about something that is no longer there, is as the programme has it: no plan can lose anybody's words by accident.
 */
export interface ReportPlan {
  /** `days`: a part for each day. `themes`: a part for each of `themes`, then one for each kind of session left. */
  readonly arrangement: 'days' | 'themes';
  readonly themes: readonly PlannedTheme[];
  readonly sessions: PlannedItems;
  readonly groups: PlannedItems;
  readonly front: PlannedFront;
  /** The chapters of the synthesis, in order; a kind of outcome that none names has its chapter at its own place. */
  readonly synthesis: readonly PlannedChapter[];
  readonly annexes: PlannedAnnexes;
  readonly look: PlannedLook;
  readonly merges: readonly MergeDecision[];
}

/** A part of the report that the organisers made: some sessions that belong together, whatever their day. */
export interface PlannedTheme {
  /** `[a-z0-9-]+`, unique in its plan: part of the address of the part. */
  readonly id: string;
  readonly title: string;
  /** Session ids. A session stands in the first theme that names it. */
  readonly sessions: readonly string[];
}

/** What a plan says about sessions, or about groups, each by its id. */
export interface PlannedItems {
  /** In the order wished for. What is not named stands behind what it follows in the programme. */
  readonly order: readonly string[];
  /** Not in the report at all. */
  readonly leftOut: readonly string[];
  /** Titles other than those of the programme. */
  readonly titles: Readonly<Record<string, string>>;
}

/** Which of the documents before the sections are printed, where something was written in them. */
export interface PlannedFront {
  readonly editorial: boolean;
  readonly summary: boolean;
}

/** The outcomes of one kind, brought together. */
export interface PlannedChapter {
  /** Of outcome. */
  readonly kind: string;
  readonly shown: boolean;
  readonly by: Gathering;
}

/**
 * What the entries of a chapter stand under: nothing, the theme they come from (the title of their section), or a picked
 * value such as whom they are addressed to, who owns them, or the month in which they are due.
 */
export type Gathering = 'none' | 'theme' | `field:${string}`;

/** What stands at the end of the report. */
export interface PlannedAnnexes {
  readonly participants: boolean;
  readonly speakers: boolean;
  readonly organisations: boolean;
  readonly provenance: boolean;
}

/** The house style. Whatever is absent is the reference look. */
export interface PlannedLook {
  readonly paper?: 'a4' | 'letter';
  /** `#rrggbb` */
  readonly accent?: string;
  /** `#rrggbb` */
  readonly second?: string;
  /** SHA-256 of an uploaded picture. */
  readonly logo?: string;
  /** SHA-256 of an uploaded picture. */
  readonly cover?: string;
}

/** What the organisers said about two outcomes that nearly say the same. */
export interface MergeDecision {
  /** Ids of the outcomes. */
  readonly outcomes: readonly [string, string];
  /** What each of them said then; a decision about other words is none. */
  readonly hashes: readonly [string, string];
  /** `merge`: one entry of the synthesis for both, which keeps the words of both. */
  readonly decision: 'merge' | 'separate';
}

/** A plan as it is kept. */
export interface StoredPlan {
  readonly plan: ReportPlan;
  /** 1 for the first; one more with each change. */
  readonly version: number;
  /** Who changed it last: a person's id. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const AS_IT_IS: PlannedItems = { order: [], leftOut: [], titles: {} };

/** The plan of a summit whose organisers decided nothing. */
export const DEFAULT_PLAN: ReportPlan = {
  arrangement: 'days',
  themes: [],
  sessions: AS_IT_IS,
  groups: AS_IT_IS,
  front: { editorial: true, summary: true },
  synthesis: [],
  annexes: { participants: true, speakers: true, organisations: true, provenance: true },
  look: {},
  merges: [],
};

/**
 * Items in the order that a plan wishes for. Those it names come as it names them; each other item stands directly
 * behind the one it follows in the given order, or first. Every item is there exactly once.
 */
export function inPlannedOrder<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  wished: readonly string[],
): Item[] {
  const rank = new Map<string, number>();
  for (const id of wished) if (!rank.has(id)) rank.set(id, rank.size);
  const unnamed = { first: [] as Item[], behind: new Map<Item, Item[]>() };
  let anchor: Item | undefined;
  for (const item of items) {
    if (rank.has(idOf(item))) anchor = item;
    else if (anchor === undefined) unnamed.first.push(item);
    else unnamed.behind.set(anchor, [...(unnamed.behind.get(anchor) ?? []), item]);
  }
  const rankOf = (item: Item): number => rank.get(idOf(item)) ?? 0;
  const named = items
    .filter((item) => rank.has(idOf(item)))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  return [...unnamed.first, ...named.flatMap((item) => [item, ...(unnamed.behind.get(item) ?? [])])];
}
