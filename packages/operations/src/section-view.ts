import { compileReport, type ReportInput } from '@plenary/aggregation';
import { textOf } from '@plenary/document';
import { writeExcerpt } from '@plenary/exporters/excerpt';
import { DEFAULT_PLAN, isFront, type Group, type Lang, type Summit } from '@plenary/programme';
import type { SectionView } from '@plenary/protocol';
import { requireAccess, type Asker } from './asker.ts';
import { peopleOf } from './authors.ts';
import type { Context } from './context.ts';
import { findGroup, findSummit } from './lookup.ts';
import { assetsFor } from './report-assets.ts';
import { groupDocument } from './reporting.ts';

/** The exact version a rapporteur is about to sign, as the report prints it. Members only. */
export async function viewSection(
  context: Context,
  summitIdOrSlug: string,
  groupId: string,
  asker: Asker,
  lang: Lang,
): Promise<SectionView> {
  const summit = await findSummit(context, summitIdOrSlug);
  const group = findGroup(summit, groupId);
  requireAccess(summit, group.id, asker, 'read');
  const document = await groupDocument(context, summit, group, await peopleOf(context, summit), lang);
  const input: ReportInput = {
    summit: onlyGroup(summit, group),
    lang,
    blocks: context.blocks,
    documents: new Map([[group.id, document]]),
    plan: SECTION_ALONE,
  };
  const report = compileReport(input);
  const { assets } = await assetsFor(context, summit, report, 'application');
  return {
    seq: document.seq,
    hash: document.hash,
    // The day's part alone: what the report gathers across groups is not what is signed.
    html: writeExcerpt(report, assets),
    contributors: [...document.contributors],
    words: textOf(document.content).match(WORD)?.length ?? 0,
  };
}

/** Where nothing was written before the sections, the page stays empty instead of telling about the report. */
const SECTION_ALONE = {
  ...DEFAULT_PLAN,
  annexes: { participants: false, speakers: false, organisations: false, provenance: false },
};

/** The summit as if it had held one group, or written nothing but one document before the sections. */
function onlyGroup(summit: Summit, group: Group): Summit {
  if (isFront(group)) return { ...summit, days: [], sessions: [], groups: [], front: [group] };
  return {
    ...summit,
    days: summit.days.map((day) => ({ ...day, sessions: day.sessions.filter((id) => id === group.session) })),
    sessions: summit.sessions.filter(({ id }) => id === group.session),
    groups: [group],
    front: [],
  };
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
