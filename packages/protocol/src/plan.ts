import { z } from 'zod';
import { groupView } from './http.ts';

/** Requests and responses about how the report of a summit is put together. */

/** More than any programme may hold; a longer list is no plan. */
const MOST_ITEMS = 10_000;
/** Longer than any title that fits on a line of a table of contents. */
const LONGEST_TITLE = 300;

const id = z.string().min(1).max(200);
const ids = z.array(id).max(MOST_ITEMS);
const title = z.string().trim().min(1).max(LONGEST_TITLE);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const asset = z.string().regex(/^[0-9a-f]{64}$/);
const hash = asset;

const plannedItems = z.strictObject({ order: ids, leftOut: ids, titles: z.record(id, title) });

/** What the entries of a chapter stand under; `field:` is followed by the name of a picked value. */
const gathering = z.union([z.enum(['none', 'theme']), z.templateLiteral(['field:', z.string().max(100)])]);

const pair = <Item extends z.ZodType>(item: Item) => z.tuple([item, item]).readonly();

/** The plan itself, as it is kept. */
export const reportPlan = z.strictObject({
  arrangement: z.enum(['days', 'themes']),
  themes: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,100}$/), title, sessions: ids }))
    .max(1000),
  sessions: plannedItems,
  groups: plannedItems,
  front: z.strictObject({ editorial: z.boolean(), summary: z.boolean() }),
  synthesis: z.array(z.strictObject({ kind: id, shown: z.boolean(), by: gathering })).max(100),
  annexes: z.strictObject({
    participants: z.boolean(),
    speakers: z.boolean(),
    organisations: z.boolean(),
    provenance: z.boolean(),
  }),
  look: z.strictObject({
    paper: z.enum(['a4', 'letter']).exactOptional(),
    accent: colour.exactOptional(),
    second: colour.exactOptional(),
    logo: asset.exactOptional(),
    cover: asset.exactOptional(),
  }),
  merges: z
    .array(
      z.strictObject({ outcomes: pair(id), hashes: pair(hash), decision: z.enum(['merge', 'separate']) }),
    )
    .max(MOST_ITEMS),
});

/** `GET …/plan`: the plan, and all that a plan can name, in the order of the programme. */
export const planView = z.object({
  /** 0 while nobody has decided anything. */
  version: z.int(),
  plan: reportPlan,
  sessions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: z.string(),
      kindLabel: z.string(),
      groups: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** The chapters a synthesis can have, in the order they have by themselves. */
  chapters: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      /** The picked values its entries may be gathered by. */
      fields: z.array(z.object({ field: z.string(), label: z.string() })),
    }),
  ),
  /** What stands before the sections: documents to open like a group's. */
  front: z.array(groupView),
});

/** `PUT …/plan`: the whole plan in place of the version that was read. Refused with `plan-moved-on` when it is not the newest. */
export const planChange = z.object({ version: z.int().min(0), plan: reportPlan });

const mergeSide = z.object({
  /** Id of the outcome. */
  outcome: z.string(),
  group: z.string(),
  /** Title of the section it stands in. */
  title: z.string(),
  text: z.string(),
  /** Of its words and picked values. */
  hash,
});

/** `GET …/plan/merges`: outcomes of several groups that nearly say the same, the most alike first. */
export const mergeList = z.object({
  version: z.int(),
  proposals: z.array(
    z.object({
      kind: z.string(),
      kindLabel: z.string(),
      /** From 0 to 1, which is the same words. */
      likeness: z.number(),
      sides: pair(mergeSide),
      decision: z.enum(['open', 'merge', 'separate']),
    }),
  ),
});

/** `PUT …/plan/merges`: what an organiser says about one proposal; `open` takes back what was said. */
export const mergeAnswer = z.object({
  outcomes: pair(id),
  hashes: pair(hash),
  decision: z.enum(['open', 'merge', 'separate']),
});

export type PlanView = z.infer<typeof planView>;
export type PlanChange = z.infer<typeof planChange>;
export type MergeList = z.infer<typeof mergeList>;
export type MergeAnswer = z.infer<typeof mergeAnswer>;
