import { DEFAULT_PLAN, type Lang, type PlannedAnnexes, type Summit } from '@plenary/programme';
import {
  type Anchor,
  type Block,
  bulletList,
  headerCell,
  inlines,
  type Inline,
  listItem,
  paragraph,
  type Part,
  reference,
  section,
  singleLine,
  table,
  tableCell,
  type TableRow,
  tableRow,
  text,
} from '@plenary/report-ast';
import type { DocNode } from '@plenary/document';
import type { Anchors } from './anchors.ts';
import type { FrontInHand } from './front-parts.ts';
import { type ReportGroup, stateOf } from './group-section.ts';
import type { Memo } from './memo.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';
import { shortFingerprint, WORDS } from './words.ts';

/**
 * The last part: from which exact versions the report was made, and who took part as far as the program knows; as much
 * of it as the plan wants. None when it wants nothing of it.
 */
export function aboutPart(
  groups: readonly ReportGroup[],
  front: readonly FrontInHand[],
  { summit, lang, plan = DEFAULT_PLAN }: ReportInput,
  anchors: Anchors,
  memo: ProvenanceMemo,
): Part[] {
  const words = WORDS[lang];
  const anchor = anchors.take('about');
  const titled = (name: keyof PlannedAnnexes, blocks: () => Block[]): Block[] => {
    const its = plan.annexes[name] ? blocks() : [];
    return its.length > 0
      ? [section({ anchor: anchors.take(`about-${name}`), title: words[name] }, its)]
      : [];
  };
  const rows = [...front.flatMap(rowOfFront), ...groups.map(rowOfGroup)];
  const children = [
    ...titled('provenance', () =>
      rows.length > 0
        ? [paragraph(words.provenanceLead), provenanceTable(rows, summit.timezone, lang, memo)]
        : [],
    ),
    ...titled('participants', () => listOf(participants([...front, ...groups]))),
    ...titled('speakers', () => listOf(speakers(summit))),
    ...titled('organisations', () => listOf(organisations(summit, lang))),
  ];
  const isWanted = Object.values(plan.annexes).some(Boolean);
  return isWanted ? [{ anchor, kind: 'annex', title: inlines(words.about), children }] : [];
}

/** Where the lines of the provenance are kept while nothing in them changes. */
export type ProvenanceMemo = Memo<DocNode, TableRow>;

interface Row {
  readonly title: string;
  /** Undefined where there is no section to lead to. */
  readonly anchor: Anchor | undefined;
  readonly source: GroupDocument | undefined;
}

function rowOfGroup({ source, title, leftOut, anchor }: ReportGroup): Row {
  return { title, anchor: leftOut ? undefined : anchor, source };
}

/** What stands before the sections is told of where it is there. */
function rowOfFront({ source, title, document, anchor }: FrontInHand): Row[] {
  if (document === undefined || document.children.length === 0) return [];
  return [{ title, anchor, source }];
}

function provenanceTable(rows: readonly Row[], timezone: string, lang: Lang, memo: ProvenanceMemo): Block {
  const words = WORDS[lang];
  const head = [words.group, words.version, words.fingerprint, words.state, words.contributors];
  const lines = rows.map((row) => {
    const { title, anchor, source } = row;
    if (source === undefined) return lineOf(row, timezone, lang);
    const { group, content, seq, hash, signOff, contributors } = source;
    const state = [seq, hash, signOff?.by, signOff?.at, timezone, contributors.join('\n')];
    return memo.get(content, `${lang} ${group}`, [title, anchor, ...state], () =>
      lineOf(row, timezone, lang),
    );
  });
  return table([tableRow(head.map((name) => headerCell(name))), ...lines]);
}

function lineOf({ title, anchor, source }: Row, timezone: string, lang: Lang): TableRow {
  const words = WORDS[lang];
  const name: Inline = anchor === undefined ? text(title) : reference(anchor, title);
  const cells = source
    ? [
        String(source.seq),
        shortFingerprint(source.hash),
        stateOf(source, { timezone }, lang),
        source.contributors.join(', ') || words.none,
      ]
    : [words.none, words.none, words.missing, words.none];
  return tableRow([
    tableCell([paragraph(name)]),
    ...cells.map((cell) => tableCell([paragraph(singleLine(cell))])),
  ]);
}

/** Everyone who wrote, once, in the order in which the report meets them. */
function participants(documents: readonly Pick<ReportGroup, 'source'>[]): string[] {
  return [...new Set(documents.flatMap(({ source }) => source?.contributors ?? []))];
}

function speakers(summit: Summit): string[] {
  const names = new Map(summit.organisations.map(({ id, name }) => [id, name]));
  return summit.speakers.map(({ name, role, organisation }) => {
    const from = organisation === undefined ? undefined : (names.get(organisation) ?? organisation);
    return [name, role, from].filter((fact) => fact !== undefined && fact !== '').join(', ');
  });
}

function organisations(summit: Summit, lang: Lang): string[] {
  const { host, partner } = WORDS[lang];
  return summit.organisations.map(({ id, name }) => {
    const parts = [
      ...(summit.hosts.includes(id) ? [host] : []),
      ...(summit.partners.includes(id) ? [partner] : []),
    ];
    return parts.length > 0 ? `${name} (${parts.join(', ')})` : name;
  });
}

function listOf(lines: readonly string[]): Block[] {
  const items = lines.map((line) => singleLine(line).trim()).filter((line) => line !== '');
  return items.length > 0 ? [bulletList(items.map((line) => listItem(paragraph(line))))] : [];
}
