import type { DocNode } from '@plenary/document';
import { blockquote, type Block, code, paragraph, thematicBreak, wellFormed } from '@plenary/report-ast';
import { lowerFigure } from './lower-figure.ts';
import { type InlineWish, lowerInline } from './lower-inline.ts';
import { lowerList } from './lower-list.ts';
import { lowerOutcome } from './lower-outcome.ts';
import { lowerTable } from './lower-table.ts';
import type { LoweringContext } from './lowering-context.ts';
import { isInline, isProseBlock, type ProseBlock } from './prose-blocks.ts';
import { spokenBlocks, spokenOf } from './spoken.ts';

/**
 * Nodes of a document as blocks of the report, whatever stands where. Words are never dropped: inline nodes where a
 * block should be become a paragraph, a node that is not known gives way to what is in it. Headings become paragraphs
 * in strong type here; only at the top of a document they begin a section (`lowerSections`).
 */
export function lowerBlocks(nodes: readonly DocNode[], context: LoweringContext): Block[] {
  return lowerRuns(nodes, context, (run) => paragraphOf(run, context));
}

type Handler = (node: DocNode, context: LoweringContext) => Block[];

const inside: Handler = (node, context) => lowerBlocks(node.content ?? [], context);

const HANDLERS: Readonly<Record<ProseBlock, Handler>> = {
  paragraph: inside,
  heading: (node, context) =>
    lowerRuns(node.content ?? [], context, (run) => paragraphOf(run, context, { strong: true })),
  blockquote: (node, context) => {
    const children = inside(node, context);
    return children.length > 0 ? [blockquote(children)] : [];
  },
  codeBlock: lowerCode,
  horizontalRule: (node, context) => [thematicBreak, ...inside(node, context)],
  bulletList: lowerList,
  orderedList: lowerList,
  taskList: lowerList,
  figure: lowerFigure,
  table: lowerTable,
  // Where their list or table is missing, what is in them still counts.
  listItem: inside,
  taskItem: (node, context) => lowerList({ type: 'taskList', content: [node] }, context),
  tableRow: inside,
  tableCell: inside,
  tableHeader: inside,
  // Only an outcome knows what its parts are called.
  outcomePart: inside,
};

function lowerBlock(node: DocNode, context: LoweringContext): Block[] {
  const named = context.outcomes.get(node);
  if (named) return lowerOutcome(node, named, context);
  if (isProseBlock(node.type)) {
    return spokenBlocks(HANDLERS[node.type](node, context), spokenOf(node, context.remark));
  }
  context.remark('unknown-node', node.type);
  return inside(node, context);
}

/** Inline nodes that follow each other become one block, made by `make`; blocks are lowered where they stand. */
function lowerRuns(
  nodes: readonly DocNode[],
  context: LoweringContext,
  make: (run: readonly DocNode[]) => Block[],
): Block[] {
  const result: Block[] = [];
  let run: DocNode[] = [];
  const endRun = (): void => {
    if (run.length > 0) result.push(...make(run));
    run = [];
  };
  for (const node of nodes) {
    if (isInline(node, context.blocks)) run.push(node);
    else {
      endRun();
      for (const block of lowerBlock(node, context)) result.push(block);
    }
  }
  endRun();
  return result;
}

function paragraphOf(run: readonly DocNode[], context: LoweringContext, wish?: InlineWish): Block[] {
  const children = lowerInline(run, context, wish);
  return children.length > 0 ? [paragraph(children)] : [];
}

function lowerCode(node: DocNode, context: LoweringContext): Block[] {
  const language = node.attrs?.['language'];
  const lang = typeof language === 'string' && CODE_LANGUAGE.test(language) ? language : undefined;
  return lowerRuns(node.content ?? [], context, (run) => {
    const value = run.map((piece) => codeText(piece, context)).join('');
    return value.trim() === '' ? [] : [code(value, lang)];
  });
}

function codeText(node: DocNode, { remark }: LoweringContext): string {
  if (node.type !== 'text' && node.type !== 'hardBreak') remark('unknown-node', node.type);
  if (node.text === undefined) return '\n';
  const value = wellFormed(node.text);
  if (value !== node.text.replaceAll(/\r\n?/g, '\n')) remark('text-cleaned', '');
  return value;
}

/** Formats put the name into attributes and class names; every real one looks like this (`c++`, `objective-c`). */
const CODE_LANGUAGE = /^[a-z0-9][a-z0-9+#._-]{0,30}$/i;
