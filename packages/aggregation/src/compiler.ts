import { type DocNode, pickedOn, textOf } from '@plenary/document';
import { DEFAULT_PLAN, type Group, whenAndWhere } from '@plenary/programme';
import {
  createValidator,
  type Diagnostic,
  REPORT_VERSION,
  type Report,
  type ReportOutcome,
  type ReportSource,
  type ReportSummit,
  type Section,
  singleLine,
  wellFormed,
} from '@plenary/report-ast';
import { aboutPart, type ProvenanceMemo } from './about-part.ts';
import { Anchors, groupAnchor } from './anchors.ts';
import { bodyParts } from './body-parts.ts';
import { remarks } from './diagnostics.ts';
import { type FrontInHand, frontOrder, frontParts, frontTitle } from './front-parts.ts';
import { type GroupInHand, groupSection, type ReportGroup, sectionDepends } from './group-section.ts';
import { lookOf } from './look.ts';
import { type LoweredDocument, lowerDocument } from './lower-document.ts';
import { Memo } from './memo.ts';
import { mergesOf } from './merging.ts';
import { remarkOnPlan } from './plan-remarks.ts';
import { printable } from './printable.ts';
import { type PlacedGroup, programmeOrder } from './programme-order.ts';
import { type ReadContent, type ReadDocument, readDocuments, readOneByOne } from './read-documents.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';
import { inOneGo, type Steps } from './steps.ts';
import { synthesisParts } from './synthesis.ts';
import type { EntryMemos } from './synthesis-entries.ts';

/** A compiler that remembers: a report of which most is as before is made in the time of what is new. */
export interface Compiler {
  /** The same as `compileReport` of this input, whatever was compiled before. What an input holds must not be changed. */
  compile(input: ReportInput): Report;
  /**
   * The same in steps, of one document where there is something new in it, so that whoever calls can let others have
   * their turn between two. Several reports may be under way at once.
   */
  steps(input: ReportInput): Steps<Report>;
}

/**
 * Makes a compiler. It keeps what it made of a document for as long as somebody else keeps the document's content; a
 * section is made again when its content is another object, or anything else in it has changed.
 */
export function createCompiler(): Compiler {
  const memory: Memory = {
    contents: new Memo(),
    documents: new Memo(),
    sections: new Memo(),
    outcomes: new Memo(),
    entries: { boxes: new Memo(), rows: new Memo() },
    provenance: new Memo(),
    validate: createValidator(),
  };
  return { compile: (input) => inOneGo(compile(input, memory)), steps: (input) => compile(input, memory) };
}

interface Memory {
  readonly contents: Memo<DocNode, ReadContent>;
  readonly documents: Memo<DocNode, LoweredDocument>;
  readonly sections: Memo<LoweredDocument, Section>;
  readonly outcomes: Memo<LoweredDocument, readonly ReportOutcome[]>;
  readonly entries: EntryMemos;
  readonly provenance: ProvenanceMemo;
  readonly validate: (report: Report) => readonly Diagnostic[];
}

function* compile(input: ReportInput, memory: Memory): Steps<Report> {
  const { summit, lang, blocks, plan = DEFAULT_PLAN } = input;
  const anchors = new Anchors();
  const { remark, made } = remarks(lang);
  const { placed, leftOut } = programmeOrder(summit, plan);
  const before = frontOrder(summit, plan);
  const told = [...before.printed, ...placed.map(({ group }) => group)];
  const known = new Set(
    [...told, ...before.leftOut, ...leftOut.map(({ group }) => group)].map(({ id }) => id),
  );
  for (const id of input.documents.keys()) if (!known.has(id)) remark('document-of-no-group', id);
  remarkOnPlan(plan, summit, blocks, remark);
  const look = lookOf(plan.look, remark);

  yield* readOneByOne(input, told, memory.contents);
  const read = readDocuments(input, told, memory.contents);
  const front = before.printed.map((document): FrontInHand => {
    const title = frontTitle(document, lang);
    return { front: document, title, ...inHand(document, read, anchors.take(document.front), input, memory) };
  });
  const groups: ReportGroup[] = [];
  for (const place of placed) {
    groups.push(reportGroup(place, read, anchors, input, memory));
    yield;
  }
  const { under, outdated } = mergesOf([...read.values()], plan);
  for (const { outcomes } of outdated) remark('merge-outdated', outcomes.join(', '));

  const body = [...frontParts(front, lang), ...bodyParts(groups, input, anchors)];
  yield;
  const synthesis = synthesisParts(groups, input, under, anchors, memory.entries);
  yield;
  const about = aboutPart(groups, front, input, anchors, memory.provenance);
  yield;
  const report: Report = {
    plenary: REPORT_VERSION,
    lang,
    summit: titlePage(input),
    ...(look !== undefined && { look }),
    generatedFrom: sources([...front, ...groups]),
    parts: [...body, ...synthesis, ...about],
    outcomes: groups.flatMap((group) => outcomesOf(group, memory)),
    diagnostics: [
      ...made,
      ...front.flatMap((one) => diagnosticsOfFront(one, input)),
      ...groups.flatMap((group) => diagnosticsOf(group, input)),
      ...diagnosticsOfLeftOut([...before.leftOut, ...leftOut.map(titled)], input, memory),
    ],
  };
  yield;
  return { ...report, diagnostics: [...report.diagnostics, ...memory.validate(report)] };
}

function reportGroup(
  place: PlacedGroup,
  read: ReadonlyMap<string, ReadDocument>,
  anchors: Anchors,
  input: ReportInput,
  memory: Memory,
): ReportGroup {
  const { id } = place.group;
  const { summit, lang, kinds = [] } = input;
  const title = printable(place.title, id);
  const hand = inHand(place.group, read, anchors.take(groupAnchor(id)), input, memory);
  const group: GroupInHand = { placed: place, title, ...hand };
  const { document } = hand;
  const make = (): Section => groupSection(group, summit.timezone, lang);
  const depends = sectionDepends(group, summit.timezone, lang);
  const isQuiet = kinds.some(
    (kind) => kind.leavesNothingWhenEmpty === true && kind.id === place.session?.kind,
  );
  return {
    ...group,
    section: document === undefined ? make() : memory.sections.get(document, '', depends, make),
    leftOut: document?.children.length === 0 && isQuiet,
  };
}

/** A document with what it becomes, kept for as long as nothing it depends on changes. */
function inHand(
  { id }: Pick<Group, 'id'>,
  read: ReadonlyMap<string, ReadDocument>,
  anchor: string,
  { lang, blocks }: ReportInput,
  { documents }: Memory,
): Pick<GroupInHand, 'anchor' | 'source' | 'document'> {
  const found = read.get(id);
  if (found === undefined) return { anchor, source: undefined, document: undefined };
  const { template, content } = found.source;
  const headings = template.parts
    .map((part) => `${part.id}\n${part.required === true}\n${part.heading}`)
    .join('\n');
  const names = found.outcomes.map((outcome) => outcome.id).join('\n');
  const document = documents.get(content, lang, [id, anchor, lang, blocks, headings, names], () =>
    lowerDocument(found, { group: id, anchor, lang, blocks }),
  );
  return { anchor, source: found.source, document };
}

function titlePage({ summit, lang }: ReportInput): ReportSummit {
  const organisations = new Map(summit.organisations.map(({ id, name }) => [id, name]));
  const theme = singleLine(summit.theme ?? '').trim();
  return {
    id: summit.id,
    title: printable(summit.title, summit.slug),
    ...(theme !== '' && { theme }),
    whenAndWhere: singleLine(whenAndWhere(summit, lang)),
    hosts: summit.hosts.map((id) => printable(organisations.get(id) ?? '', id)),
  };
}

function sources(documents: readonly Pick<GroupInHand, 'source'>[]): Record<string, ReportSource> {
  return Object.fromEntries(
    documents.flatMap(({ source }) => (source ? [[source.group, sourceOf(source)]] : [])),
  );
}

function sourceOf({ seq, hash, signOff }: GroupDocument): ReportSource {
  const signedOff = signOff && { by: singleLine(signOff.by), at: new Date(signOff.at).toISOString() };
  return { seq, hash, ...(signedOff && { signedOff }) };
}

function outcomesOf({ placed: { group }, document }: ReportGroup, memory: Memory): readonly ReportOutcome[] {
  if (document === undefined) return [];
  return memory.outcomes.get(document, '', [group.id, group.session], () =>
    document.outcomes.map(({ outcome, id, anchor }) => ({
      id,
      anchor,
      kind: outcome.kind,
      group: group.id,
      session: group.session,
      text: wellFormed(textOf(outcome.node)),
      data: { ...(outcome.data ?? pickedOn(outcome.node)) },
    })),
  );
}

function diagnosticsOf(
  { placed, title, document, leftOut }: ReportGroup,
  { lang }: ReportInput,
): Diagnostic[] {
  const { remark, made } = remarks(lang, placed.group.id);
  if (placed.part.of === 'other') remark('group-unplaced', title);
  if (!document) remark('document-missing', title);
  if (leftOut) remark('group-left-out', title);
  return [...made, ...(document?.diagnostics ?? [])];
}

function diagnosticsOfFront({ front, title, document }: FrontInHand, { lang }: ReportInput): Diagnostic[] {
  const { remark, made } = remarks(lang, front.id);
  if (!document) remark('document-missing', title);
  return [...made, ...(document?.diagnostics ?? [])];
}

/** What the plan leaves out is said wherever somebody has written something there. */
function diagnosticsOfLeftOut(documents: readonly Group[], input: ReportInput, memory: Memory): Diagnostic[] {
  return documents.flatMap((group) => {
    const read = readDocuments(input, [group], memory.contents);
    const { document } = inHand(group, read, groupAnchor(group.id), input, memory);
    if (document === undefined || document.children.length === 0) return [];
    const { remark, made } = remarks(input.lang, group.id);
    remark('left-out-by-plan', group.title);
    return made;
  });
}

function titled({ group, title }: PlacedGroup): Group {
  return { ...group, title };
}
