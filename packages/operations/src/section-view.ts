import { compileReport, type ReportInput } from '@plenary/aggregation';
import { textOf } from '@plenary/document';
import { writeExcerpt } from '@plenary/exporters/excerpt';
import type { Group, Lang, Summit } from '@plenary/programme';
import type { SectionView } from '@plenary/protocol';
import { requireAccess, type Asker } from './asker.ts';
import { peopleOf } from './authors.ts';
import type { Context } from './context.ts';
import { findGroup, findSummit } from './lookup.ts';
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
  };
  return {
    seq: document.seq,
    hash: document.hash,
    // The day's part alone: what the report gathers across groups is not what is signed.
    html: writeExcerpt(compileReport(input)),
    contributors: [...document.contributors],
    words: textOf(document.content).match(WORD)?.length ?? 0,
  };
}

/** The summit as if it had held one group. */
function onlyGroup(summit: Summit, group: Group): Summit {
  return {
    ...summit,
    days: summit.days.map((day) => ({ ...day, sessions: day.sessions.filter((id) => id === group.session) })),
    sessions: summit.sessions.filter(({ id }) => id === group.session),
    groups: [group],
  };
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
