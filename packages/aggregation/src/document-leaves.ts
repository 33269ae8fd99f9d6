import type { DocNode, OutcomeBlock, OutcomeBlocks } from '@plenary/document';
import type { Lang, Template } from '@plenary/programme';
import { isSafeUrl, singleLine, TASK_DONE, TASK_OPEN, toText } from '@plenary/report-ast';
import { fold } from './fold.ts';

/** Words of a document that a reader of the report must find, in one piece. */
export interface DocumentLeaf {
  readonly kind: 'text' | 'heading' | 'picked';
  /** Id of the outcome block it stands in, when it has one. */
  readonly block?: string;
  /** Folded, never empty. */
  readonly text: string;
}

/** An outcome met on the way. */
export interface OutcomeLeaves {
  readonly kind: string;
  readonly node: DocNode;
  /** What was written; the leaves of an outcome inside it are among them. */
  readonly written: readonly DocumentLeaf[];
  /** What was picked, under the name it is printed with. */
  readonly picked: readonly { readonly label: string; readonly leaf: DocumentLeaf }[];
}

/** All leaves of a group document in reading order, and its outcomes. Unfilled headings of the template are none. */
export function documentLeaves(
  document: DocNode,
  template: Template,
  blocks: OutcomeBlocks,
  lang: Lang,
): { leaves: DocumentLeaf[]; outcomes: OutcomeLeaves[] } {
  const outcomes: OutcomeLeaves[] = [];
  const items = topNodes(document).map((node) => ({
    node,
    leaves: new Reader(blocks, lang, outcomes).read(node),
  }));
  const hasMore = levels(false);
  const kept: DocumentLeaf[][] = [];
  for (const { node, leaves } of items.toReversed()) {
    if (node.type !== 'heading' || leaves.length === 0) {
      if (leaves.length > 0) hasMore.fill(true);
      kept.push(leaves);
      continue;
    }
    const level = headingLevel(node);
    const unfilled = isTemplates(node, leaves, template) && !hasMore[level];
    // What is to the left of a heading reaches no further than the next heading of its own rank.
    for (let below = level; below < hasMore.length; below += 1) hasMore[below] = false;
    if (unfilled) continue;
    for (let above = 0; above < level; above += 1) hasMore[above] = true;
    kept.push(leaves);
  }
  return { leaves: kept.toReversed().flat(), outcomes };
}

/** Reads one node with a stack of its own: a document may be nested deeper than calls can go. */
class Reader {
  readonly #leaves: DocumentLeaf[] = [];
  readonly #blocks: OutcomeBlocks;
  readonly #lang: Lang;
  readonly #outcomes: OutcomeLeaves[];
  /** The line being read, and the unsafe link at its end, whose address is printed after its words. */
  #line = '';
  #link: { url: string; words: string } | undefined;

  constructor(blocks: OutcomeBlocks, lang: Lang, outcomes: OutcomeLeaves[]) {
    this.#blocks = blocks;
    this.#lang = lang;
    this.#outcomes = outcomes;
  }

  read(top: DocNode): DocumentLeaf[] {
    const stack: Step[] = [{ node: top, leave: false, block: undefined, parent: '', place: 0, from: 0 }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      const { node, block, parent } = step;
      if (step.leave) this.#leave(step);
      else if (isSuggested(node)) continue;
      else if (node.text !== undefined || isBreak(node)) this.#say(node, parent);
      else this.#enter(step, stack, Object.hasOwn(this.#blocks, node.type) ? idOf(node) : block);
    }
    return this.#leaves;
  }

  #enter(step: Step, stack: Step[], block: string | undefined): void {
    const { node } = step;
    // Whatever is not words parts the words around it.
    this.#endLine(step.parent, step.block);
    const alt = node.type === 'figure' ? node.attrs?.['alt'] : undefined;
    if (typeof alt === 'string') this.#add('text', alt, block);
    let place = step.place;
    if (Object.hasOwn(this.#blocks, node.type)) {
      // Its place is kept now, so that outcomes stand in the order in which they begin.
      place = this.#outcomes.push({ kind: node.type, node, written: [], picked: [] }) - 1;
    }
    stack.push({ ...step, leave: true, block, place, from: this.#leaves.length });
    const children = node.content ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child) stack.push({ node: child, leave: false, block, parent: node.type, place, from: 0 });
    }
  }

  #leave({ node, block, place, from }: Step): void {
    this.#endLine(node.type, block);
    if (node.type === 'taskItem' && this.#leaves.length > from) this.#sign(node, block, from);
    const isOutcome = Object.hasOwn(this.#blocks, node.type);
    const outcome: OutcomeBlock | undefined = isOutcome ? this.#blocks[node.type] : undefined;
    if (!outcome) return;
    const written = this.#leaves.slice(from);
    const picked = pickedWords(node, outcome, this.#lang).flatMap(({ label, words }) => {
      const leaf = this.#add('picked', words, block);
      return leaf ? [{ label, leaf }] : [];
    });
    this.#outcomes[place] = { kind: node.type, node, written, picked };
  }

  /** A task with words says before them whether it is done. */
  #sign(node: DocNode, block: string | undefined, from: number): void {
    const text = node.attrs?.['checked'] === true ? TASK_DONE : TASK_OPEN;
    this.#leaves.splice(from, 0, { kind: 'text', text, ...(block !== undefined && { block }) });
  }

  #say(node: DocNode, parent: string): void {
    const words = node.text === undefined ? ' ' : singleLine(node.text);
    if (words === '') return;
    const href: unknown = node.marks?.findLast(({ type }) => type === 'link')?.attrs?.['href'];
    const url = typeof href === 'string' && parent !== 'codeBlock' && !isSafeUrl(href) ? href : undefined;
    if (url !== this.#link?.url) this.#endLink();
    if (url !== undefined) this.#link = { url, words: (this.#link?.words ?? '') + words };
    this.#line += words;
  }

  #endLink(): void {
    const address = singleLine(this.#link?.url ?? '').trim();
    if (address !== '' && !this.#link?.words.includes(address)) this.#line += ` (${address})`;
    this.#link = undefined;
  }

  #endLine(parent: string, block: string | undefined): void {
    this.#endLink();
    this.#add(parent === 'heading' ? 'heading' : 'text', this.#line, block);
    this.#line = '';
  }

  #add(kind: DocumentLeaf['kind'], words: string, block: string | undefined): DocumentLeaf | undefined {
    const text = fold(words);
    if (text === '') return undefined;
    const leaf = { kind, text, ...(block !== undefined && { block }) };
    this.#leaves.push(leaf);
    return leaf;
  }
}

interface Step {
  readonly node: DocNode;
  /** Whether its inside has been read. */
  readonly leave: boolean;
  readonly block: string | undefined;
  readonly parent: string;
  /** Of an outcome: its place in the list of outcomes, and the leaves before it. */
  readonly place: number;
  readonly from: number;
}

/** The nodes of a document; words that stand directly in it, with no paragraph around them, are read as one. */
function topNodes(document: DocNode): DocNode[] {
  const nodes: DocNode[] = [];
  let line: DocNode[] | undefined;
  for (const node of document.content ?? []) {
    if (node.text === undefined && !isBreak(node)) {
      line = undefined;
      nodes.push(node);
    } else if (line) line.push(node);
    else nodes.push({ type: 'paragraph', content: (line = [node]) });
  }
  return nodes;
}

/** What is suggested is not part of the text until it is accepted. */
function isSuggested(node: DocNode): boolean {
  const isWords = node.text !== undefined || isBreak(node);
  return isWords && (node.marks ?? []).some(({ type }) => type === 'insertion');
}

function isBreak(node: DocNode): boolean {
  return node.type === 'hardBreak' && (node.content ?? []).length === 0;
}

function idOf(node: DocNode): string | undefined {
  const id = node.attrs?.['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The picked values as they are printed; those that fail the block's check, as they are. */
function pickedWords(node: DocNode, outcome: OutcomeBlock, lang: Lang): { label: string; words: string }[] {
  const { id: _, lang: _lang, dir: _dir, ...picked } = node.attrs ?? {};
  const checked = outcome.data.safeParse(picked);
  if (checked.success) {
    return outcome.details(checked.data, lang).map(({ label, value }) => ({ label, words: toText(value) }));
  }
  return Object.entries(outcome.words[lang].fields).flatMap(([field, label]) => {
    const value = picked[field];
    if (typeof value === 'string') return [{ label, words: value }];
    return typeof value === 'number' || typeof value === 'boolean' ? [{ label, words: String(value) }] : [];
  });
}

function isTemplates(node: DocNode, leaves: readonly DocumentLeaf[], template: Template): boolean {
  const [only, ...more] = leaves;
  const part = node.attrs?.['part'];
  return (
    more.length === 0 && template.parts.some(({ id, heading }) => id === part && fold(heading) === only?.text)
  );
}

/** For each heading level, whether anything stands to the right before a heading of that level or a higher one. */
function levels(value: boolean): boolean[] {
  return Array.from({ length: 7 }, () => value);
}

function headingLevel(node: DocNode): number {
  const level = node.attrs?.['level'];
  return typeof level === 'number' && Number.isInteger(level) ? Math.min(Math.max(level, 1), 6) : 1;
}
