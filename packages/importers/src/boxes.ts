import {
  type DocNode,
  documentSchema,
  OUTCOME_PART,
  type OutcomeBlock,
  type OutcomeBlocks,
  textOf,
} from '@plenary/document';
import type { Remarks } from './remarks.ts';

/** A box set apart from the text, as a report shows an outcome: what kind it is, its words, and what was picked. */
export interface Box {
  readonly label: string;
  readonly content: readonly DocNode[];
  readonly facts: readonly Fact[];
}

/** One line of what was picked: by whom, until when. */
export interface Fact {
  readonly label: string;
  /** Text and what stands in a line with it. */
  readonly value: readonly DocNode[];
}

/** The outcome that a box shows, without an id; a quotation where it is none of these kinds, with a remark. */
export function boxNodes(box: Box, kinds: OutcomeBlocks, remarks: Remarks): readonly DocNode[] {
  const outcome = outcomeIn(box, kinds);
  if (outcome !== undefined) return [outcome];
  remarks.add('box-as-quote');
  const label = paragraph([{ type: 'text', text: box.label, marks: [{ type: 'bold' }] }]);
  return [{ type: 'blockquote', content: [label, ...box.content, ...factList(box.facts)] }];
}

/**
 * The outcome that a quotation of Markdown shows, where it begins with the label of a kind in strong type by itself;
 * undefined where it does not. Its facts are a list at its end.
 */
export function outcomeInQuote(blocks: readonly DocNode[], kinds: OutcomeBlocks): DocNode | undefined {
  const [first, ...content] = blocks;
  const label = first && strongLine(first);
  if (label === undefined) return undefined;
  const facts = factsIn(content.at(-1));
  // Facts of which one is none of the kind, such as the source of an entry of a synthesis, are no words of an outcome.
  if (facts !== undefined) return outcomeIn({ label, content: content.slice(0, -1), facts }, kinds);
  return outcomeIn({ label, content, facts: [] }, kinds);
}

/** A line of facts one after the other, such as `Owner: Ada · Due: 14 October 2016`, each with its label in strong type. */
export function factsInLine(line: readonly DocNode[]): readonly Fact[] {
  const facts: { readonly label: string; readonly value: DocNode[] }[] = [];
  for (const [index, node] of line.entries()) {
    const isNext = index === 0 || SEPARATOR.test(line[index - 1]?.text ?? '');
    if (node.text !== undefined && isNext && isStrong(node)) facts.push({ label: node.text, value: [] });
    else facts.at(-1)?.value.push(node);
  }
  return facts.map(({ label, value }) => ({ label, value: withoutColon(withoutSeparator(value)) }));
}

/** As a report puts it between two facts, with blanks that no keyboard has. */
const SEPARATOR = /\u2002·\u2002$/;

function outcomeIn(box: Box, kinds: OutcomeBlocks): DocNode | undefined {
  for (const block of Object.values<OutcomeBlock>(kinds)) {
    for (const lang of ['fr', 'en'] as const) {
      const node =
        folded(block.words[lang].label) === folded(box.label) ? readAs(box, block, lang, kinds) : undefined;
      if (node !== undefined) return node;
    }
  }
  return undefined;
}

/** Undefined where something in the box is not of this kind, so that no word is put where it does not belong. */
function readAs(
  { content, facts }: Box,
  block: OutcomeBlock,
  lang: 'fr' | 'en',
  kinds: OutcomeBlocks,
): DocNode | undefined {
  const schema = documentSchema(kinds);
  const type = schema.nodes[block.kind];
  if (type === undefined) return undefined;
  const { fields } = block.words[lang];
  const fieldOf = (label: string, isPicked: boolean) =>
    Object.keys(fields).find(
      (key) => key in (type.spec.attrs ?? {}) === isPicked && folded(fields[key] ?? '') === folded(label),
    );
  const picked: Record<string, string> = {};
  for (const { label, value } of facts) {
    const field = fieldOf(label, true);
    const words = textOf({ type: 'paragraph', content: value })
      .replace(/[ \n\t]+/g, ' ')
      .trim();
    if (field === undefined || Object.hasOwn(picked, field) || words === '') return undefined;
    picked[field] = block.picked?.(field, words, lang) ?? words;
  }
  const inside = hasParts(type) ? inParts(content, (label) => fieldOf(label, false)) : content;
  const node: DocNode = {
    type: block.kind,
    ...(facts.length > 0 && { attrs: picked }),
    content: inside.length > 0 ? inside : [{ type: 'paragraph' }],
  };
  try {
    schema.nodeFromJSON(node).check();
    return node;
  } catch {
    // A table, say: a person put it there after the report was made.
    return undefined;
  }
}

type NodeType = NonNullable<ReturnType<typeof documentSchema>['nodes'][string]>;

function hasParts({ contentMatch, schema }: NodeType): boolean {
  const part = schema.nodes[OUTCOME_PART.node];
  return part !== undefined && contentMatch.matchType(part) !== null;
}

/** The words of an outcome, what stands below the label of a part in that part. */
function inParts(
  content: readonly DocNode[],
  partOf: (label: string) => string | undefined,
): readonly DocNode[] {
  const before: DocNode[] = [];
  const parts: { readonly part: string; readonly content: DocNode[] }[] = [];
  for (const block of content) {
    const label = strongLine(block);
    const part = label === undefined ? undefined : partOf(label);
    if (part !== undefined) parts.push({ part, content: [] });
    else (parts.at(-1)?.content ?? before).push(block);
  }
  const nodes = parts.map((one): DocNode => ({
    type: OUTCOME_PART.node,
    attrs: { [OUTCOME_PART.attribute]: one.part },
    content: one.content.length > 0 ? one.content : [{ type: 'paragraph' }],
  }));
  return [...before, ...nodes];
}

/** The words of a paragraph that is nothing but words in strong type. */
function strongLine({ type, content }: DocNode): string | undefined {
  const [only, ...others] = content ?? [];
  const isLabel = type === 'paragraph' && only !== undefined && others.length === 0 && isStrong(only);
  return isLabel ? only.text : undefined;
}

function isStrong({ text, marks }: DocNode): boolean {
  return text !== undefined && marks?.length === 1 && marks[0]?.type === 'bold';
}

/** The facts in a list of which each item is one. */
function factsIn(list: DocNode | undefined): readonly Fact[] | undefined {
  if (list?.type !== 'bulletList') return undefined;
  const facts = (list.content ?? []).map(({ content }): Fact | undefined => {
    const [line, ...others] = content ?? [];
    const [label, ...value] = line?.content ?? [];
    if (label?.text === undefined || !isStrong(label) || others.length > 0) return undefined;
    if (!/^\s*:\s/.test(value[0]?.text ?? '')) return undefined;
    return { label: label.text, value: withoutColon(value) };
  });
  return facts.every((fact) => fact !== undefined) ? facts : undefined;
}

function factList(facts: readonly Fact[]): readonly DocNode[] {
  if (facts.length === 0) return [];
  const items = facts.map(({ label, value }): DocNode => {
    const name: DocNode = { type: 'text', text: label, marks: [{ type: 'bold' }] };
    const content = value.length === 0 ? [name] : [name, { type: 'text', text: ': ' }, ...value];
    return { type: 'listItem', content: [paragraph(content)] };
  });
  return [{ type: 'bulletList', content: items }];
}

function withoutColon([first, ...others]: readonly DocNode[]): readonly DocNode[] {
  if (first?.text === undefined) return first === undefined ? [] : [first, ...others];
  const text = first.text.replace(/^\s*:\s*/, '');
  return text === '' ? others : [{ ...first, text }, ...others];
}

function withoutSeparator(value: readonly DocNode[]): readonly DocNode[] {
  const last = value.at(-1);
  const text = last?.text?.replace(SEPARATOR, '');
  if (last === undefined || text === undefined || text === last.text) return value;
  return text === '' ? value.slice(0, -1) : [...value.slice(0, -1), { ...last, text }];
}

function paragraph(content: readonly DocNode[]): DocNode {
  return { type: 'paragraph', content };
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
