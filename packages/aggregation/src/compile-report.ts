import { pickedOn, textOf } from '@plenary/document';
import { whenAndWhere } from '@plenary/programme';
import {
  type Diagnostic,
  REPORT_VERSION,
  type Report,
  type ReportOutcome,
  type ReportSource,
  type ReportSummit,
  singleLine,
  validate,
  wellFormed,
} from '@plenary/report-ast';
import { aboutPart } from './about-part.ts';
import { Anchors, groupAnchor } from './anchors.ts';
import { dayParts } from './day-parts.ts';
import { type Remark, remarks } from './diagnostics.ts';
import type { ReportGroup } from './group-section.ts';
import { lowerDocument } from './lower-document.ts';
import { printable } from './printable.ts';
import { type PlacedGroup, programmeOrder } from './programme-order.ts';
import { readDocuments } from './read-documents.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';
import { synthesisParts } from './synthesis.ts';

/**
 * Compiles what the groups wrote into one report: a part per day with a section per group, the synthesis across
 * groups, and where it all comes from. A pure function: the same input gives the same report. Nothing a document
 * holds makes it throw; what is wrong with a document stands in `diagnostics`, and its words are in the report.
 */
export function compileReport(input: ReportInput): Report {
  const { summit, lang } = input;
  const anchors = new Anchors();
  const { remark, made } = remarks(lang);
  const placed = programmeOrder(summit);
  remarkOnPlaces(input, placed, remark);
  const groups = lowerGroups(input, placed, anchors);
  const report: Report = {
    plenary: REPORT_VERSION,
    lang,
    summit: titlePage(input),
    generatedFrom: sources(groups),
    parts: [
      ...dayParts(groups, summit, lang, anchors),
      ...synthesisParts(groups, input.blocks, lang, anchors),
      aboutPart(groups, summit, lang, anchors),
    ],
    outcomes: groups.flatMap(outcomesOf),
    diagnostics: [...made, ...groups.flatMap((group) => diagnosticsOf(group, input))],
  };
  return { ...report, diagnostics: [...report.diagnostics, ...validate(report)] };
}

function remarkOnPlaces(input: ReportInput, placed: readonly PlacedGroup[], remark: Remark): void {
  const known = new Set(placed.map(({ group }) => group.id));
  for (const id of input.documents.keys()) if (!known.has(id)) remark('document-of-no-group', id);
}

function lowerGroups(input: ReportInput, placed: readonly PlacedGroup[], anchors: Anchors): ReportGroup[] {
  const { lang, blocks } = input;
  const read = readDocuments(input, placed);
  const quiet = new Set(
    (input.kinds ?? []).filter((kind) => kind.leavesNothingWhenEmpty).map(({ id }) => id),
  );
  return placed.map((place) => {
    const { id } = place.group;
    const anchor = anchors.take(groupAnchor(id));
    const found = read.get(id);
    const document = found && lowerDocument(found, { group: id, anchor, lang, blocks });
    const isEmpty = document?.children.length === 0;
    return {
      placed: place,
      anchor,
      title: printable(place.title, id),
      source: found?.source,
      document,
      leftOut: isEmpty && place.session !== undefined && quiet.has(place.session.kind),
    };
  });
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

function sources(groups: readonly ReportGroup[]): Record<string, ReportSource> {
  return Object.fromEntries(
    groups.flatMap(({ placed, source }) => (source ? [[placed.group.id, sourceOf(source)]] : [])),
  );
}

function sourceOf({ seq, hash, signOff }: GroupDocument): ReportSource {
  const signedOff = signOff && { by: singleLine(signOff.by), at: new Date(signOff.at).toISOString() };
  return { seq, hash, ...(signedOff && { signedOff }) };
}

function outcomesOf({ placed, document }: ReportGroup): ReportOutcome[] {
  return (document?.outcomes ?? []).map(({ outcome, id }) => {
    return {
      id,
      kind: outcome.kind,
      group: placed.group.id,
      session: placed.group.session,
      text: wellFormed(textOf(outcome.node)),
      data: { ...(outcome.data ?? pickedOn(outcome.node)) },
    };
  });
}

function diagnosticsOf(
  { placed, title, document, leftOut }: ReportGroup,
  { lang }: ReportInput,
): Diagnostic[] {
  const { remark, made } = remarks(lang, placed.group.id);
  if (!placed.day) remark('group-unplaced', title);
  if (!document) remark('document-missing', title);
  if (leftOut) remark('group-left-out', title);
  return [...made, ...(document?.diagnostics ?? [])];
}
