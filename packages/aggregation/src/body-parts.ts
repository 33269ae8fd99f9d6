import { dayTitle, type SessionKind } from '@plenary/programme';
import { type Anchor, type Block, inlines, type Part, section } from '@plenary/report-ast';
import { namePart, sessionAnchor, type Anchors } from './anchors.ts';
import type { ReportGroup } from './group-section.ts';
import { printable } from './printable.ts';
import type { PlacedPart } from './programme-order.ts';
import type { ReportInput } from './report-input.ts';
import { WORDS } from './words.ts';

/** The parts that hold the groups' sections, in the order of the groups; a part without anything to tell is none. */
export function bodyParts(groups: readonly ReportGroup[], input: ReportInput, anchors: Anchors): Part[] {
  const told = Map.groupBy(
    groups.filter(({ leftOut }) => !leftOut),
    ({ placed: { part } }) => `${part.of} ${part.id}`,
  );
  return [...told.values()].flatMap((members): Part[] => {
    const part = members[0]?.placed.part;
    if (!part) return [];
    return [
      {
        anchor: anchors.take(anchorOf(part)),
        title: inlines(titleOf(part, input)),
        children: sessions(members, anchors),
      },
    ];
  });
}

function anchorOf(part: PlacedPart): Anchor {
  switch (part.of) {
    case 'day':
      return `day-${part.id}`;
    case 'theme':
    case 'kind':
      return `${part.of}-${namePart(part.id)}`;
    case 'other':
      return 'day-other';
  }
}

function titleOf(part: PlacedPart, { lang, kinds = [] }: ReportInput): string {
  switch (part.of) {
    case 'day':
      return dayTitle(part.id, lang);
    case 'theme':
      return printable(part.title, part.id);
    case 'kind': {
      const kind: SessionKind | undefined = kinds.find(({ id }) => id === part.id);
      return printable(kind?.label[lang] ?? '', part.id);
    }
    case 'other':
      return WORDS[lang].otherSessions;
  }
}

/** The section of a session that one group wrote about is the group's; otherwise it holds a section per group. */
function sessions(groups: readonly ReportGroup[], anchors: Anchors): Block[] {
  const bySession = Map.groupBy(groups, ({ placed }) => placed.group.session);
  return [...bySession].flatMap(([id, members]): Block[] => {
    const sections = members.map((group) => group.section);
    const placed = members[0]?.placed;
    if (!placed?.session || placed.alone) return sections;
    const head = { anchor: anchors.take(sessionAnchor(id)), title: printable(placed.sessionTitle, id) };
    return [section(head, sections)];
  });
}
