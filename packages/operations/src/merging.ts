import { createLikeFinder, type LikePair, type ReportInput, type Side } from '@plenary/aggregation';
import type { Lang, MergeDecision, ReportPlan, Summit } from '@plenary/programme';
import { ProblemError, type MergeAnswer, type MergeList } from '@plenary/protocol';
import { requireOrganiser, requireReporter, type Asker } from './asker.ts';
import type { Context } from './context.ts';
import { inSteps } from './in-steps.ts';
import { findSummit } from './lookup.ts';
import { newestPlan, savePlan } from './report-plan.ts';
import { reportInput } from './reporting.ts';

/** Outcomes of several groups that nearly say the same, and what was decided about them. Organisers and rapporteurs. */
export async function listMerges(
  context: Context,
  summitIdOrSlug: string,
  asker: Asker,
  lang: Lang,
): Promise<MergeList> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireReporter(summit, asker);
  return merges(context, summit, lang);
}

/**
 * Keeps what an organiser says about two outcomes. Throws `outcome-moved-on` when one of them does not say any more what
 * was read, or the two cannot be merged: then nothing was changed.
 */
export async function decideMerge(
  context: Context,
  summitIdOrSlug: string,
  answer: MergeAnswer,
  asker: Asker,
  lang: Lang,
): Promise<MergeList> {
  const summit = await findSummit(context, summitIdOrSlug);
  requireOrganiser(summit, asker);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { plan, version } = await newestPlan(context, summit);
    const decided = withAnswer(plan, answer);
    const trial = { ...(await reportInput(context, summit, lang)), plan: decided };
    const isAbout =
      answer.decision === 'open' ||
      (await likeOutcomes(context, trial)).some((pair) => isOf(pair.sides, answer));
    if (!isAbout) throw new ProblemError('outcome-moved-on');
    if ((await savePlan(context, summit, { plan: decided, version }, asker)) === 'saved')
      return merges(context, summit, lang);
  }
  throw new ProblemError('plan-moved-on');
}

/** Answers to different questions do not stand in each other's way: whoever comes second tries again at once. */
const MOST_ATTEMPTS = 5;

async function merges(context: Context, summit: Summit, lang: Lang): Promise<MergeList> {
  const { version } = await newestPlan(context, summit);
  const pairs = await likeOutcomes(context, await reportInput(context, summit, lang));
  return {
    version,
    proposals: pairs.map(({ kind, likeness, sides: [one, other], decision }) => ({
      kind,
      kindLabel: context.blocks[kind]?.words[lang].label ?? kind,
      likeness,
      sides: [sideView(one), sideView(other)],
      decision,
    })),
  };
}

async function likeOutcomes(context: Context, input: ReportInput): Promise<readonly LikePair[]> {
  const { likes } = context.reports ?? { likes: createLikeFinder() };
  return inSteps(context, likes.find(input));
}

function sideView({ outcome, group, title, text, hash }: Side): MergeList['proposals'][number]['sides'][0] {
  return { outcome, group, title, text, hash };
}

function withAnswer(plan: ReportPlan, { outcomes, hashes, decision }: MergeAnswer): ReportPlan {
  const others = plan.merges.filter((kept) => !isSame(kept.outcomes, outcomes));
  const decided: readonly MergeDecision[] = decision === 'open' ? [] : [{ outcomes, hashes, decision }];
  return { ...plan, merges: [...others, ...decided] };
}

/** Whether a pair with a decision is the one that was answered: only a decision about what is there shows on it. */
function isOf(sides: readonly [Side, Side], { outcomes, hashes }: MergeAnswer): boolean {
  return outcomes.every((id, index) =>
    sides.some(({ outcome, hash }) => outcome === id && hash === hashes[index]),
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join('\n') === other.toSorted().join('\n');
}
