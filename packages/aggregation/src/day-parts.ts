import { dayTitle, type Day, type Lang, type Summit } from '@plenary/programme';
import { type Block, inlines, type Part, section } from '@plenary/report-ast';
import { sessionAnchor, type Anchors } from './anchors.ts';
import { groupSection, type ReportGroup } from './group-section.ts';
import { printable } from './printable.ts';
import { WORDS } from './words.ts';

/** A part for each day with something to tell, in it the sessions; a last one for groups no day holds. */
export function dayParts(
  groups: readonly ReportGroup[],
  summit: Summit,
  lang: Lang,
  anchors: Anchors,
): Part[] {
  const told = Map.groupBy(
    groups.filter(({ leftOut }) => !leftOut),
    ({ placed }) => placed.day,
  );
  return [...told].map(([day, members]) => ({
    anchor: anchors.take(day ? `day-${day.date}` : 'day-other'),
    title: inlines(titleOf(day, lang)),
    children: sessions(members, summit, lang, anchors),
  }));
}

function titleOf(day: Day | undefined, lang: Lang): string {
  return day ? dayTitle(day.date, lang) : WORDS[lang].otherSessions;
}

/** The section of a session that one group wrote about is the group's; otherwise it holds a section per group. */
function sessions(groups: readonly ReportGroup[], summit: Summit, lang: Lang, anchors: Anchors): Block[] {
  const bySession = Map.groupBy(groups, ({ placed }) => placed.group.session);
  return [...bySession].flatMap(([id, members]): Block[] => {
    const sections = members.map((group) => groupSection(group, summit, lang));
    const placed = members[0]?.placed;
    if (!placed?.session || placed.alone) return sections;
    const head = { anchor: anchors.take(sessionAnchor(id)), title: printable(placed.session.title, id) };
    return [section(head, sections)];
  });
}
