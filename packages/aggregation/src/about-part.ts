import type { Lang, Summit } from '@plenary/programme';
import {
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
  tableRow,
  text,
} from '@plenary/report-ast';
import type { Anchors } from './anchors.ts';
import { type ReportGroup, stateOf } from './group-section.ts';
import { shortFingerprint, WORDS } from './words.ts';

/** The last part: from which exact versions the report was made, and who took part as far as the program knows. */
export function aboutPart(
  groups: readonly ReportGroup[],
  summit: Summit,
  lang: Lang,
  anchors: Anchors,
): Part {
  const words = WORDS[lang];
  const anchor = anchors.take('about');
  const titled = (
    name: 'provenance' | 'participants' | 'speakers' | 'organisations',
    blocks: Block[],
  ): Block[] =>
    blocks.length > 0 ? [section({ anchor: anchors.take(`about-${name}`), title: words[name] }, blocks)] : [];
  const provenance =
    groups.length > 0 ? [paragraph(words.provenanceLead), provenanceTable(groups, summit, lang)] : [];
  return {
    anchor,
    title: inlines(words.about),
    children: [
      ...titled('provenance', provenance),
      ...titled('participants', listOf(participants(groups))),
      ...titled('speakers', listOf(speakers(summit))),
      ...titled('organisations', listOf(organisations(summit, lang))),
    ],
  };
}

function provenanceTable(groups: readonly ReportGroup[], summit: Summit, lang: Lang): Block {
  const words = WORDS[lang];
  const head = [words.group, words.version, words.fingerprint, words.state, words.contributors];
  const rows = groups.map((group) => {
    const { source, title, leftOut, anchor } = group;
    const name: Inline = leftOut ? text(title) : reference(anchor, title);
    const cells = source
      ? [
          String(source.seq),
          shortFingerprint(source.hash),
          stateOf(source, summit, lang),
          source.contributors.join(', ') || words.none,
        ]
      : [words.none, words.none, words.missing, words.none];
    return tableRow([
      tableCell([paragraph(name)]),
      ...cells.map((cell) => tableCell([paragraph(singleLine(cell))])),
    ]);
  });
  return table([tableRow(head.map((name) => headerCell(name))), ...rows]);
}

/** Everyone who wrote, once, in the order in which the report meets them. */
function participants(groups: readonly ReportGroup[]): string[] {
  return [...new Set(groups.flatMap(({ source }) => source?.contributors ?? []))];
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
