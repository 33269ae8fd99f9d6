import type { Block, Inline, ReportNode } from './nodes.ts';
import type { Report } from './report.ts';

/** A node met on a walk, with the way up. */
export interface Visit {
  readonly node: ReportNode;
  readonly parent?: Visit;
  /** Of the nodes the walk began with: 1, or where it was said to begin. */
  readonly depth: number;
}

/**
 * Meets every node once, in reading order, parents before children. It keeps its own stack, so that a tree nested
 * too deep for the call stack can still be walked, and refused.
 */
export function* walk(nodes: readonly ReportNode[], from = 1): Generator<Visit, void, undefined> {
  const stack: Visit[] = nodes.map((node) => ({ node, depth: from })).toReversed();
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    yield visit;
    const { node, depth } = visit;
    const children = childrenOf(node);
    // The stack gives back what was put last, so the last child goes first.
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) stack.push({ node: child, parent: visit, depth: depth + 1 });
    }
  }
}

/**
 * Meets the same nodes in the same order, without the way up, in a third of the time: for trees that are no deeper than a report may
 * be, because it calls itself for each level.
 */
export function eachNode(nodes: readonly ReportNode[], meet: (node: ReportNode) => void): void {
  for (const node of nodes) {
    meet(node);
    eachNode(childrenOf(node), meet);
  }
}

/** The nodes directly inside a node, in reading order: a title before what it entitles, details after the text. */
export function childrenOf(node: ReportNode): readonly ReportNode[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'break':
    case 'code':
    case 'thematicBreak':
      return [];
    case 'section':
      return [...node.title, ...node.children];
    case 'figure':
      return node.caption;
    case 'callout':
      return [...node.children, ...node.details.flatMap((detail) => detail.value)];
    default:
      return node.children;
  }
}

/** The nodes directly inside the parts of a report, titles included, in reading order. */
export function nodesOf(report: Report): readonly (Block | Inline)[] {
  return report.parts.flatMap((part) => [...part.title, ...part.children]);
}
