import { collectOutcomes, textOf, type DocNode, type Outcome } from '@plenary/document';
import type { Anchor, Diagnostic } from '@plenary/report-ast';
import { fingerprintOf, outcomeAnchor } from './anchors.ts';
import { remarks } from './diagnostics.ts';
import type { PlacedGroup } from './programme-order.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';
import { settled } from './settle-document.ts';

/** A group document ready to be lowered: without suggestions, not too deep, every outcome found and named. */
export interface ReadDocument {
  readonly source: GroupDocument;
  readonly content: DocNode;
  /** In reading order. */
  readonly outcomes: readonly NamedOutcome[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An outcome under an id that is unique in the report. */
export interface NamedOutcome {
  readonly outcome: Outcome;
  readonly id: string;
  readonly anchor: Anchor;
}

/**
 * Reads the documents of all groups, in the given order, by group id. An outcome without an id, or with the id of an
 * earlier one, gets an id made from its group and its words: the same words get the same id at the next compile.
 */
export function readDocuments(input: ReportInput, placed: readonly PlacedGroup[]): Map<string, ReadDocument> {
  const read = new Map<string, ReadDocument>();
  const ids = new Set<string>();
  for (const { group } of placed) {
    const source = input.documents.get(group.id);
    if (source) read.set(group.id, readDocument(source, group.id, input, ids));
  }
  return read;
}

function readDocument(
  source: GroupDocument,
  group: string,
  input: ReportInput,
  ids: Set<string>,
): ReadDocument {
  const { remark, made } = remarks(input.lang, group);
  const { content, tooDeep, hasSuggestions } = settled(source.content, input.blocks);
  if (tooDeep) remark('too-deep', '');
  if (hasSuggestions) remark('suggestions-open', '');
  const outcomes = collectOutcomes(content, input.blocks).map((outcome): NamedOutcome => {
    const id = uniqueId(outcome, group, ids);
    ids.add(id);
    const label = input.blocks[outcome.kind]?.words[input.lang].label ?? outcome.kind;
    if (outcome.id === '') remark('outcome-without-id', label, id);
    else if (id !== outcome.id) remark('outcome-id-repeated', outcome.id, id);
    if (outcome.invalid !== undefined) remark('outcome-invalid', outcome.invalid, id);
    return { outcome, id, anchor: outcomeAnchor(id) };
  });
  return { source, content, outcomes, diagnostics: made };
}

function uniqueId(outcome: Outcome, group: string, ids: ReadonlySet<string>): string {
  if (outcome.id !== '' && !ids.has(outcome.id)) return outcome.id;
  const words = fingerprintOf(`${group}\n${outcome.kind}\n${textOf(outcome.node)}`);
  const stem = outcome.id === '' ? words : `${outcome.id}-${words}`;
  let id = stem;
  for (let count = 2; ids.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}
