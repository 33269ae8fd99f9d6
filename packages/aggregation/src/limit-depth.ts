import type { DocNode, OutcomeBlocks } from '@plenary/document';

/**
 * How deep the blocks of one document may stand in the report. The report tree allows 40 levels below a part:
 * 2 for session and group, 6 for headings, 5 for nested formatting, 4 for a passage cut off inside a table, which
 * needs row, cell and paragraph around it. People stay below 12: a list in a list in a table.
 */
export const MAX_BLOCK_DEPTH = 22;

/**
 * The same document, nested no deeper than `MAX_BLOCK_DEPTH` levels of the report; what is deeper becomes plain
 * paragraphs in its place, in order. Works with its own stack, so that any document can be walked by calls afterwards.
 * Every node of the result is a new object.
 */
export function limitDepth(document: DocNode, blocks: OutcomeBlocks): { content: DocNode; tooDeep: boolean } {
  const content = emptied(document);
  let tooDeep = false;
  const stack: Step[] = [];
  pushChildren(stack, document, { into: content.content, depth: 0, flat: false, inOutcome: false });
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node, into } = step;
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
    const copy = emptied(node);
    into.push(copy);
    pushChildren(stack, node, {
      into: copy.content,
      depth: step.depth,
      flat,
      // Only a flattened outcome counts: it keeps its picked values, outcomes inside it would go deeper again.
      inOutcome: flat,
    });
  }
  return { content, tooDeep };
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
    if (node) stack.push({ ...place, node, depth: place.depth + levels(parent.type, node.type) });
  }
}

/** Puts the inline runs of a node, as paragraphs, and its blocks, to be flattened too, where the node stood. */
function pushFlattened(stack: Step[], node: DocNode, place: Place): void {
  const steps: Step[] = [];
  let run: DocNode[] = [];
  const endRun = (): void => {
    // A paragraph of leaves has no inside left to flatten, so it is copied as it is.
    if (run.length > 0)
      steps.push({ ...place, flat: false, depth: 0, node: { type: 'paragraph', content: run } });
    run = [];
  };
  for (const child of node.content ?? []) {
    if (isLeaf(child)) run.push(child);
    else {
      endRun();
      steps.push({ ...place, flat: true, node: child });
    }
  }
  endRun();
  for (const step of steps.toReversed()) stack.push(step);
}

/** Levels of the report that a child adds: a list needs items, a table rows and cells, whatever stands in it. */
function levels(parent: string, child: string): number {
  if (parent === 'table') return child === 'tableRow' ? 1 : 3;
  if (parent === 'tableRow') return child === 'tableCell' || child === 'tableHeader' ? 1 : 2;
  if (parent === 'bulletList' || parent === 'orderedList') return child === 'listItem' ? 1 : 2;
  return 1;
}
