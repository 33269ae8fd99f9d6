import { DEFAULT_PLAN, documentsOf, type Group } from '@plenary/programme';
import { documentLeaves, type DocumentLeaf, type OutcomeLeaves } from './document-leaves.ts';
import { fold } from './fold.ts';
import { frontOrder } from './front-parts.ts';
import type { Leaf } from './leaf.ts';
import { Memo } from './memo.ts';
import { mergesOf } from './merging.ts';
import { type PlacedGroup, programmeOrder } from './programme-order.ts';
import { readDocuments } from './read-documents.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';
import { type GroupLeaves, synthesisLeaves } from './synthesis-leaves.ts';

/**
 * Everything a report of this input has to say, in the order in which it has to say it: what stands before the sections,
 * then group by group in the order of the report, then the outcomes that come together, then the names of the groups
 * once more. It is read from the sources, by code that shares nothing with the compile but the order of the programme
 * and what the plan decides about it. What the plan leaves out is not asked for.
 */
export function sourceLeaves(input: ReportInput): Leaf[] {
  const { summit, plan = DEFAULT_PLAN } = input;
  const front = frontOrder(summit, plan).printed;
  const { placed } = programmeOrder(summit, plan);
  const groups = readGroups(placed, input);
  const told = [...front, ...placed.map(({ group }) => group)];
  const { under } = mergesOf([...readDocuments(input, told, new Memo()).values()], plan);
  return [
    ...front.flatMap((document) => ownLeaves(document.title, document.id, readOne(document.id, input).own)),
    ...groups.flatMap((group) => [
      ...group.frame.flatMap((text) => frameLeaf(group, 'section', text)),
      ...ownLeaves(group.title, group.id, group.own),
    ]),
    ...strayLeaves(input),
    ...synthesisLeaves(groups, under, input),
    ...(plan.annexes.provenance
      ? groups.flatMap((group) => frameLeaf(group, 'provenance', group.title))
      : []),
  ];
}

interface ReadGroup extends GroupLeaves {
  /** What stands around the words of the group. */
  readonly frame: readonly string[];
  readonly own: readonly DocumentLeaf[];
}

function readGroups(placed: readonly PlacedGroup[], input: ReportInput): ReadGroup[] {
  const told = new Set<string>();
  const quiet = new Set(
    (input.kinds ?? []).filter((kind) => kind.leavesNothingWhenEmpty).map(({ id }) => id),
  );
  return placed.map((place) => {
    const { group, session } = place;
    const read = readOne(group.id, input);
    const title = named(place.title, group.id);
    const isSilent = read.own.length === 0 && input.documents.has(group.id) && quiet.has(session?.kind ?? '');
    const frame = isSilent ? [] : frameOf(place, title, told, input.documents.get(group.id));
    return { id: group.id, title, placed: place, frame, ...read };
  });
}

/** Words of a document that belongs to nothing in the summit: no report can say them, and the audit says so. */
function strayLeaves(input: ReportInput): Leaf[] {
  const known = new Set(documentsOf(input.summit).map(({ id }: Group) => id));
  const strays = [...input.documents.keys()].filter((id) => !known.has(id));
  return strays.flatMap((id) => ownLeaves(id, id, readOne(id, input).own));
}

/** The title of a session with several groups stands before its first. */
function frameOf(
  { session, sessionTitle, alone }: PlacedGroup,
  title: string,
  told: Set<string>,
  document: GroupDocument | undefined,
): string[] {
  const isFirst = session && !alone && !told.has(session.id);
  if (isFirst) told.add(session.id);
  const { signOff, contributors = [] } = document ?? {};
  const above = isFirst ? named(sessionTitle, session.id) : '';
  return [above, title, session?.question ?? '', signOff?.by ?? '', ...contributors];
}

/** A title without words is replaced by the id. */
function named(title: string, id: string): string {
  return fold(title) === '' ? id : title;
}

function readOne(
  id: string,
  { documents, blocks, lang }: ReportInput,
): { readonly own: readonly DocumentLeaf[]; readonly outcomes: readonly OutcomeLeaves[] } {
  const document = documents.get(id);
  if (!document) return { own: [], outcomes: [] };
  const { leaves, outcomes } = documentLeaves(document.content, document.template, blocks, lang);
  return { own: leaves, outcomes };
}

function ownLeaves(title: string, id: string, leaves: readonly DocumentLeaf[]): Leaf[] {
  return leaves.map((leaf) => ({ group: id, title, place: 'section', ...leaf }));
}

function frameLeaf(
  { id, title }: Pick<ReadGroup, 'id' | 'title'>,
  place: Leaf['place'],
  words: string,
): Leaf[] {
  const text = fold(words);
  return text === '' ? [] : [{ group: id, title, kind: 'frame', place, text }];
}
