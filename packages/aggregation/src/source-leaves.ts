import type { OutcomeBlock } from '@plenary/document';
import { documentLeaves, type DocumentLeaf, type OutcomeLeaves } from './document-leaves.ts';
import { fold } from './fold.ts';
import { type PlacedGroup, programmeOrder } from './programme-order.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';

/** Words of the sources that a reader of the report must find, in one piece and in their place. */
export interface Leaf {
  /** Group id. */
  readonly group: string;
  /** Title of the group's section: the name people know it by. */
  readonly title: string;
  /** Id of the outcome block the words stand in, when there is one. */
  readonly block?: string;
  /** `frame`: a title, question or name around the group's words; the others are its own words. */
  readonly kind: DocumentLeaf['kind'] | 'frame';
  /** Where in the report: each outcome is found in its section, and again in the synthesis. */
  readonly place: 'section' | 'synthesis' | 'provenance';
  /** With every white space folded to one blank; never empty. */
  readonly text: string;
}

/**
 * Everything a report of this input has to say, in the order in which it has to say it: group by group in programme
 * order, then the outcomes that come together, then the names of the groups once more. It is read from the sources,
 * by code that shares nothing with the compile but the order of the programme.
 */
export function sourceLeaves(input: ReportInput): Leaf[] {
  const groups = readGroups(input);
  return [...groups.flatMap(sectionLeaves), ...synthesisLeaves(groups, input), ...provenanceLeaves(groups)];
}

interface GroupLeaves {
  readonly id: string;
  readonly title: string;
  /** Undefined for a document that belongs to no group of the programme. */
  readonly placed: PlacedGroup | undefined;
  readonly frame: readonly string[];
  readonly own: readonly DocumentLeaf[];
  readonly outcomes: readonly OutcomeLeaves[];
}

function readGroups(input: ReportInput): GroupLeaves[] {
  const told = new Set<string>();
  const quiet = new Set(
    (input.kinds ?? []).filter((kind) => kind.leavesNothingWhenEmpty).map(({ id }) => id),
  );
  const placed = programmeOrder(input.summit).map((place): GroupLeaves => {
    const { group, session } = place;
    const read = readOne(group.id, input);
    const title = named(place.title, group.id);
    const isSilent = read.own.length === 0 && input.documents.has(group.id) && quiet.has(session?.kind ?? '');
    const frame = isSilent ? [] : frameOf(place, title, told, input.documents.get(group.id));
    return { id: group.id, title, placed: place, frame, ...read };
  });
  const known = new Set(placed.map(({ id }) => id));
  const strays = [...input.documents.keys()].filter((id) => !known.has(id));
  return [
    ...placed,
    ...strays.map((id) => ({ id, title: id, placed: undefined, frame: [], ...readOne(id, input) })),
  ];
}

/** What stands around the words of a group; the title of a session with several groups stands before its first. */
function frameOf(
  { session, alone }: PlacedGroup,
  title: string,
  told: Set<string>,
  document: GroupDocument | undefined,
): string[] {
  const isFirst = session && !alone && !told.has(session.id);
  if (isFirst) told.add(session.id);
  const { signOff, contributors = [] } = document ?? {};
  const above = isFirst ? named(session.title, session.id) : '';
  return [above, title, session?.question ?? '', signOff?.by ?? '', ...contributors];
}

/** A title without words is replaced by the id. */
function named(title: string, id: string): string {
  return fold(title) === '' ? id : title;
}

function readOne(
  id: string,
  { documents, blocks, lang }: ReportInput,
): Pick<GroupLeaves, 'own' | 'outcomes'> {
  const document = documents.get(id);
  if (!document) return { own: [], outcomes: [] };
  const { leaves, outcomes } = documentLeaves(document.content, document.template, blocks, lang);
  return { own: leaves, outcomes };
}

function sectionLeaves(group: GroupLeaves): Leaf[] {
  const frame = group.frame.flatMap((text) => frameLeaf(group, 'section', text));
  return [...frame, ...group.own.map((leaf) => leafOf(group, 'section', leaf))];
}

function synthesisLeaves(groups: readonly GroupLeaves[], { blocks, lang }: ReportInput): Leaf[] {
  const gathered = Object.values(blocks).flatMap((block: OutcomeBlock) => {
    const { synthesis, kind, words } = block;
    if (synthesis.form === 'none') return [];
    const columns =
      synthesis.form === 'table' ? synthesis.columns.map((key) => words[lang].fields[key]) : undefined;
    return [{ order: synthesis.order, kind, columns }];
  });
  return gathered
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ kind, columns }) =>
      groups.flatMap((group) =>
        group.outcomes
          .filter((outcome) => outcome.kind === kind && outcome.written.length + outcome.picked.length > 0)
          .flatMap(({ written, picked }) => {
            const shown = columns
              ? columns.flatMap((column) => picked.filter(({ label }) => label === column))
              : picked;
            const leaves = [...written, ...shown.map(({ leaf }) => leaf)];
            return [
              ...leaves.map((leaf) => leafOf(group, 'synthesis', leaf)),
              ...frameLeaf(group, 'synthesis', group.title),
            ];
          }),
      ),
    );
}

function provenanceLeaves(groups: readonly GroupLeaves[]): Leaf[] {
  return groups.flatMap((group) => (group.placed ? frameLeaf(group, 'provenance', group.title) : []));
}

function leafOf({ id, title }: GroupLeaves, place: Leaf['place'], { kind, block, text }: DocumentLeaf): Leaf {
  return { group: id, title, kind, place, ...(block !== undefined && { block }), text };
}

function frameLeaf({ id, title }: GroupLeaves, place: Leaf['place'], words: string): Leaf[] {
  const text = fold(words);
  return text === '' ? [] : [{ group: id, title, kind: 'frame', place, text }];
}
