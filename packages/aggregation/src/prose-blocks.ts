import type { DocNode, OutcomeBlocks } from '@plenary/document';

/** The nodes of prose that stand alone or hold others; outcome blocks come on top. */
export const PROSE_BLOCKS = [
  'paragraph',
  'heading',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'figure',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'outcomePart',
] as const;

/** The name of a node of prose. */
export type ProseBlock = (typeof PROSE_BLOCKS)[number];

/**
 * Whether a node stands in a line of text: words, a break, a note, or something wordless that this version does not know.
 */
export function isInline(node: DocNode, blocks: OutcomeBlocks): boolean {
  if (node.text !== undefined || node.type === 'footnote') return true;
  if ((node.content ?? []).length > 0) return false;
  return !isProseBlock(node.type) && !Object.hasOwn(blocks, node.type);
}

/** The same nodes as blocks only: inline nodes beside each other become one paragraph. */
export function asBlocks(nodes: readonly DocNode[], blocks: OutcomeBlocks): DocNode[] {
  const result: DocNode[] = [];
  let run: DocNode[] | undefined;
  for (const node of nodes) {
    if (!isInline(node, blocks)) {
      run = undefined;
      result.push(node);
    } else if (run) run.push(node);
    else result.push({ type: 'paragraph', content: (run = [node]) });
  }
  return result;
}

/** Whether a node of this type is prose that this version knows. */
export function isProseBlock(type: string): type is ProseBlock {
  return KNOWN.has(type);
}

const KNOWN: ReadonlySet<string> = new Set(PROSE_BLOCKS);
