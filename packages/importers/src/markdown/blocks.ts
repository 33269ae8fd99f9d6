import type { DocNode } from '@plenary/document';
import type { Code, Definition, FootnoteDefinition, List, RootContent } from 'mdast';
import { outcomeInQuote } from '../boxes.ts';
import { pictureByPicture } from '../figures.ts';
import { text } from '../inline-nodes.ts';
import { itemContent, labelled, listNodes } from '../list-nodes.ts';
import type { Context } from './context.ts';
import { frontMatter } from './front-matter.ts';
import { inlinesOf } from './inlines.ts';
import { paragraph, paragraphs } from './paragraphs.ts';
import { tableOf } from './table.ts';

/** Blocks of a group document from blocks of Markdown; every one of them fits the schema where a block may stand. */
export function blocksOf(content: readonly RootContent[], context: Context): readonly DocNode[] {
  return content.flatMap((node) => block(node, context));
}

/** The footnotes that nothing refers to, each a paragraph or more that begins with its mark. */
export function footnotesOf(context: Context): readonly DocNode[] {
  return context.footnotes.flatMap((footnote) => footnoteBlocks(footnote, context));
}

function block(node: RootContent, context: Context): readonly DocNode[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(inlinesOf(node.children, context));
    case 'heading':
      if (node.depth > DEEPEST_HEADING) context.remarks.add('heading-level');
      return pictureByPicture(inlinesOf(node.children, context), (piece) => [
        { ...paragraph(piece), type: 'heading', attrs: { level: Math.min(node.depth, DEEPEST_HEADING) } },
      ]);
    case 'blockquote':
      return [quoteOf(blocksOf(node.children, context), context)];
    case 'list':
      return listOf(node, context);
    case 'table':
      return [tableOf(node, context)];
    case 'listItem':
      return blocksOf(node.children, context);
    case 'footnoteDefinition':
      // All footnotes come at the end.
      return [];
    case 'tableRow':
    case 'tableCell':
      // They occur inside tables only, which have a file of their own.
      return [];
    default:
      return leaf(node, context);
  }
}

const DEEPEST_HEADING = 3;

type Parent = { type: 'paragraph' | 'heading' | 'blockquote' | 'list' | 'table' | 'listItem' };

/** Blocks that hold no others, and what stands directly in no block: front matter, inline content. */
function leaf(
  node: Exclude<RootContent, Parent | { type: 'footnoteDefinition' | 'tableRow' | 'tableCell' }>,
  context: Context,
): readonly DocNode[] {
  switch (node.type) {
    case 'code':
      return [codeBlock(node, context)];
    case 'html':
      context.remarks.add('html-as-text');
      return [verbatim(node.value, 'html')];
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'definition':
      return definitionOf(node, context);
    case 'yaml':
      context.remarks.add('front-matter-as-text');
      return frontMatter(node.value);
    default:
      return unlisted(node, context);
  }
}

/** Front matter in TOML, which mdast-util-frontmatter makes and does not declare. The parser puts nothing else here. */
function unlisted(node: { readonly type: string }, context: Context): readonly DocNode[] {
  if (node.type !== 'toml' || !('value' in node) || typeof node.value !== 'string') return [];
  context.remarks.add('front-matter-as-text');
  return [verbatim(node.value, 'toml')];
}

function listOf(node: List, context: Context): readonly DocNode[] {
  const items = node.children.map((item) => ({
    content: itemContent(blocksOf(item.children, context)),
    checked: item.checked ?? undefined,
  }));
  return listNodes(items, node.ordered ? { start: node.start ?? 1 } : undefined);
}

function codeBlock(node: Code, context: Context): DocNode {
  if (node.meta) context.remarks.add('code-settings-left-out');
  return verbatim(node.value, node.lang ?? null);
}

function verbatim(value: string, language: string | null): DocNode {
  return {
    type: 'codeBlock',
    attrs: { language },
    ...(value !== '' && { content: [{ type: 'text', text: value }] }),
  };
}

function definitionOf(node: Definition, context: Context): readonly DocNode[] {
  if (context.used.has(node.identifier) && context.definitions.get(node.identifier) === node) return [];
  context.remarks.add('definition-as-text');
  const title = node.title ? ` ${node.title}` : '';
  return [paragraph(text(`[${node.label ?? node.identifier}]: ${node.url}${title}`))];
}

function footnoteBlocks(footnote: FootnoteDefinition, context: Context): readonly DocNode[] {
  if (context.claimed.has(footnote)) return [];
  context.remarks.add('footnote-as-text');
  const [first, ...rest] = itemContent(blocksOf(footnote.children, context));
  return [labelled(`[${footnote.label ?? footnote.identifier}] `, first ?? paragraph([])), ...rest];
}

/** A quotation, or the outcome that a report shows as one. */
function quoteOf(blocks: readonly DocNode[], { kinds }: Context): DocNode {
  return outcomeInQuote(blocks, kinds) ?? { type: 'blockquote', content: orEmpty(blocks) };
}

function orEmpty(blocks: readonly DocNode[]): readonly DocNode[] {
  return blocks.length > 0 ? blocks : [paragraph([])];
}
