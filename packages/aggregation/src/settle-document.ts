import type { DocNode, OutcomeBlocks } from '@plenary/document';
import { taskSign } from '@plenary/report-ast';
import { isInline } from './prose-blocks.ts';

/**
 * How deep the blocks of one document may stand in the report. The report tree allows 40 levels below a part:
 * 2 for session and group, 6 for headings, 8 for nested formatting, 1 for the paragraph in a note, 4 for a passage cut off
 * inside a table, which needs row, cell and paragraph around it. People stay below 12: a list in a list in a table.
 */
export const MAX_BLOCK_DEPTH = 19;

/**
 * The document as the report takes it. Words that are only suggested are not in it; those suggested to go are. What
 * is nested deeper than `MAX_BLOCK_DEPTH` levels of the report becomes plain paragraphs in its place, in order, and so
 * does a note that holds more than a line of words, which no schema allows. Works with its own stack, so that any
 * document can be walked by calls afterwards. Every node of the result is a new object.
 */
export function settled(
  document: DocNode,
  blocks: OutcomeBlocks,
): { content: DocNode; tooDeep: boolean; hasSuggestions: boolean } {
  const content = emptied(document);
  let tooDeep = false;
  let hasSuggestions = false;
  const stack: Step[] = [];
  pushChildren(stack, document, { into: content.content, depth: 0, flat: false, inOutcome: false });
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, into } = step;
    hasSuggestions ||= hasMark(node, 'insertion') || hasMark(node, 'deletion');
    if (isSuggested(node)) continue;
    if (isLeaf(node)) {
      into.push(node.text === undefined ? emptied(node) : { ...node });
      continue;
    }
    const isOutcome = Object.hasOwn(blocks, node.type);
    const flat = step.flat || step.depth > MAX_BLOCK_DEPTH;
    tooDeep ||= flat;
    if (flat && !(isOutcome && !step.inOutcome)) {
      pushFlattened(stack, node, step);
      continue;
    }
    const copy = emptied(isBrokenNote(step, blocks) ? { type: 'paragraph' } : node);
    into.push(copy);
    pushChildren(stack, node, {
      into: copy.content,
      depth: step.depth,
      flat,
      // Only a flattened outcome counts: it keeps its picked values, outcomes inside it would go deeper again.
      inOutcome: flat,
    });
  }
  return { content, tooDeep, hasSuggestions };
}

interface Grown extends DocNode {
  readonly content: DocNode[];
}

interface Place {
  readonly into: DocNode[];
  /** Levels of the report above. */
  readonly depth: number;
  /** Inside something that is too deep already. */
  readonly flat: boolean;
  readonly inOutcome: boolean;
}

interface Step extends Place {
  readonly node: DocNode;
  readonly parent: string;
}

function emptied(node: DocNode): Grown {
  return { ...node, content: [] };
}

function isLeaf(node: DocNode): boolean {
  return node.text !== undefined || (node.content ?? []).length === 0;
}

function pushChildren(stack: Step[], parent: DocNode, place: Place): void {
  const children = parent.content ?? [];
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const node = children[index];
    if (node)
      stack.push({
        ...place,
        node,
        parent: parent.type,
        depth: place.depth + levels(parent.type, node.type),
      });
  }
}

function hasMark(node: DocNode, mark: string): boolean {
  const isText = node.text !== undefined || (node.type === 'hardBreak' && isLeaf(node));
  return isText && (node.marks ?? []).some((its) => its.type === mark);
}

/** Not accepted yet, so not part of the text. */
function isSuggested(node: DocNode): boolean {
  return hasMark(node, 'insertion');
}

/** A note with blocks or another note in it, or inside code, where no line can show its number. */
function isBrokenNote({ node, parent }: Step, blocks: OutcomeBlocks): boolean {
  if (node.type !== 'footnote') return false;
  return (
    parent === 'codeBlock' ||
    (node.content ?? []).some((child) => !isInline(child, blocks) || child.type === 'footnote')
  );
}

/**
 * Puts the inline runs of a node, as paragraphs, and its blocks, to be flattened too, where the node stood. What a picture
 * shows and the sign of a task stay as words.
 */
function pushFlattened(stack: Step[], node: DocNode, place: Place): void {
  const steps: Step[] = [];
  const parent = 'paragraph';
  let run: DocNode[] = [];
  const endRun = (): void => {
    // A paragraph of leaves has no inside left to flatten, so it is copied as it is.
    if (run.length > 0)
      steps.push({ ...place, flat: false, depth: 0, parent, node: { type: 'paragraph', content: run } });
    run = [];
  };
  const sign = signOf(node);
  if (sign !== '') run.push({ type: 'text', text: sign });
  if (node.type === 'figure') endRun();
  for (const child of node.content ?? []) {
    if (isLeaf(child)) run.push(child);
    else {
      endRun();
      steps.push({ ...place, flat: true, parent, node: child });
    }
  }
  endRun();
  for (const step of steps.toReversed()) stack.push(step);
}

function signOf({ type, attrs }: DocNode): string {
  if (type === 'taskItem') return `${taskSign(attrs?.['checked'] === true)} `;
  const alt = type === 'figure' ? attrs?.['alt'] : '';
  return typeof alt === 'string' ? alt : '';
}

/** Levels of the report that a child adds: a list needs items, a table rows and cells, whatever stands in it. */
function levels(parent: string, child: string): number {
  if (parent === 'table') return child === 'tableRow' ? 1 : 3;
  if (parent === 'tableRow') return child === 'tableCell' || child === 'tableHeader' ? 1 : 2;
  const isItem = child === 'listItem' || child === 'taskItem';
  if (LISTS.has(parent)) return isItem ? 1 : 2;
  // A task without its list gets one.
  return child === 'taskItem' ? 2 : 1;
}

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);
