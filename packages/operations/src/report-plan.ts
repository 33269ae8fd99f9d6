import { DEFAULT_PLAN, type Lang, type ReportPlan, type Summit } from '@plenary/programme';
import { sessionKind } from '@plenary/programme/templates';
import { ProblemError, type PlanChange, type PlanView } from '@plenary/protocol';
import type { OutcomeBlock } from '@plenary/document';
import { authorOf, requireOrganiser, requireReporter, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { withFront } from './front-matter.ts';
import { groupViews } from './group-view.ts';
import { findSummit } from './lookup.ts';

/** A plan with its version; the default one, of version 0, where nobody has decided anything. */
export interface VersionedPlan {
  readonly plan: ReportPlan;
  readonly version: number;
}

/** How the report of a summit is put together, and all that a plan can name. Organisers and rapporteurs. */
export async function readPlan(
  context: Context,
  summitIdOrSlug: string,
  asker: Asker,
  lang: Lang,
): Promise<PlanView> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireReporter(summit, asker);
  return viewOf(context, await withFront(context, summit), asker, lang);
}

/**
 * Puts a whole plan in place of the version that was read. Organisers only. Throws `plan-moved-on` when another one is
 * the newest by now: two organisers cannot undo each other unnoticed.
 */
export async function changePlan(
  context: Context,
  summitIdOrSlug: string,
  { version, plan }: PlanChange,
  asker: Asker,
  lang: Lang,
): Promise<PlanView> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  if ((await savePlan(context, summit, { plan, version }, asker)) === 'stale')
    throw new ProblemError('plan-moved-on');
  return viewOf(context, await withFront(context, summit), asker, lang);
}

/** The newest plan of a summit. */
export async function newestPlan(context: Pick<Context, 'summits'>, summit: Summit): Promise<VersionedPlan> {
  return (await context.summits.reportPlan(summit.id)) ?? { plan: DEFAULT_PLAN, version: 0 };
}

/** Keeps a plan that was made from this version. */
export async function savePlan(
  context: Context,
  summit: Summit,
  { plan, version }: VersionedPlan,
  asker: Asker,
): Promise<'saved' | 'stale'> {
  const stored = { plan, version: version + 1, by: authorOf(asker), at: context.now() };
  return context.summits.saveReportPlan(summit.id, stored);
}

async function viewOf(context: Context, summit: Summit, asker: Asker, lang: Lang): Promise<PlanView> {
  const { plan, version } = await newestPlan(context, summit);
  const groups = Map.groupBy(summit.groups, ({ session }) => session);
  return {
    version,
    // A plan is plain JSON; the schema's arrays are merely not read-only.
    plan: structuredClone(plan) as PlanView['plan'],
    sessions: summit.sessions.map(({ id, title, date, kind }) => ({
      id,
      title,
      date,
      kindLabel: sessionKind(kind, summit.kinds)?.label[lang] ?? kind,
      groups: (groups.get(id) ?? []).map((group) => ({ id: group.id, title: group.title })),
    })),
    chapters: chaptersOf(context, lang),
    front: await groupViews(context, summit, summit.front ?? [], asker, lang),
  };
}

function chaptersOf({ blocks }: Pick<Context, 'blocks'>, lang: Lang): PlanView['chapters'] {
  const gathered = Object.values(blocks).flatMap((block: OutcomeBlock) =>
    block.synthesis.form === 'none' ? [] : [{ block, order: block.synthesis.order }],
  );
  return gathered
    .toSorted((one, other) => one.order - other.order)
    .map(({ block: { kind, words, gatheredBy = [] } }) => ({
      kind,
      title: words[lang].plural,
      fields: gatheredBy.map((field) => ({ field, label: words[lang].fields[field] ?? field })),
    }));
}
