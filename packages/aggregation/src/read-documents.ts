import { collectOutcomes, textOf, type DocNode, type Outcome, type OutcomeBlocks } from '@plenary/document';
import type { Group } from '@plenary/programme';
import type { Anchor, Diagnostic } from '@plenary/report-ast';
import { fingerprintOf, outcomeAnchor } from './anchors.ts';
import { remarks } from './diagnostics.ts';
import type { Memo } from './memo.ts';
import type { GroupDocument, ReportInput } from './report-input.ts';
import { settled } from './settle-document.ts';
import type { Steps } from './steps.ts';

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

/** What a document says, whatever else is in the report. */
export interface ReadContent extends ReturnType<typeof settled> {
  readonly outcomes: readonly Outcome[];
}

/** Reads one document: depends on its content and the blocks alone. */
export function readContent(content: DocNode, blocks: OutcomeBlocks): ReadContent {
  const read = settled(content, blocks);
  return { ...read, outcomes: collectOutcomes(read.content, blocks) };
}

/**
 * Reads the documents of all groups, in the given order, by group id. An outcome without an id, or with the id of an
 * earlier one, gets an id made from its group and its words: the same words get the same id at the next compile.
 */
export function readDocuments(
  input: ReportInput,
  groups: readonly Group[],
  memo: Memo<DocNode, ReadContent>,
): Map<string, ReadDocument> {
  const read = new Map<string, ReadDocument>();
  const ids = new Set<string>();
  for (const { id } of groups) {
    const source = input.documents.get(id);
    if (!source) continue;
    const content = memo.get(source.content, '', [input.blocks], () =>
      readContent(source.content, input.blocks),
    );
    read.set(id, named(source, content, id, input, ids));
  }
  return read;
}

/** Reads what `memo` does not hold yet, a document a step; then `readDocuments` of the same is quick. */
export function* readOneByOne(
  { blocks, documents }: ReportInput,
  groups: readonly Group[],
  memo: Memo<DocNode, ReadContent>,
): Steps<void> {
  for (const { id } of groups) {
    const content = documents.get(id)?.content;
    if (content === undefined) continue;
    memo.get(content, '', [blocks], () => readContent(content, blocks));
    yield;
  }
}

function named(
  source: GroupDocument,
  { content, tooDeep, hasSuggestions, outcomes }: ReadContent,
  group: string,
  input: ReportInput,
  ids: Set<string>,
): ReadDocument {
  const { remark, made } = remarks(input.lang, group);
  if (tooDeep) remark('too-deep', '');
  if (hasSuggestions) remark('suggestions-open', '');
  const its = outcomes.map((outcome): NamedOutcome => {
    const id = uniqueId(outcome, group, ids);
    ids.add(id);
    const label = input.blocks[outcome.kind]?.words[input.lang].label ?? outcome.kind;
    if (outcome.id === '') remark('outcome-without-id', label, id);
    else if (id !== outcome.id) remark('outcome-id-repeated', outcome.id, id);
    if (outcome.invalid !== undefined) remark('outcome-invalid', outcome.invalid, id);
    return { outcome, id, anchor: outcomeAnchor(id) };
  });
  return { source, content, outcomes: its, diagnostics: made };
}

function uniqueId(outcome: Outcome, group: string, ids: ReadonlySet<string>): string {
  if (outcome.id !== '' && !ids.has(outcome.id)) return outcome.id;
  const words = fingerprintOf(`${group}\n${outcome.kind}\n${textOf(outcome.node)}`);
  const stem = outcome.id === '' ? words : `${outcome.id}-${words}`;
  let id = stem;
  for (let count = 2; ids.has(id); count += 1) id = `${stem}-${count}`;
  return id;
}
