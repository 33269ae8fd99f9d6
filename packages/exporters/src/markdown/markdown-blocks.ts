import type { Block, Callout, Inline, List, ListItem } from '@plenary/report-ast';
import type { BlockContent, DefinitionContent, ListItem as MdastItem, Paragraph } from 'mdast';
import { handle, type Handlers } from '../exporter.ts';
import type { FormatWords } from '../words.ts';
import { faithfulHeading, faithfulParagraph } from './faithful.ts';
import { markdownTable } from './markdown-table.ts';
import { anchorTag } from './spelling.ts';
import { tidy } from './tidy.ts';

/** What may stand in a document, a quotation and a list item alike. */
export type Flow = BlockContent | DefinitionContent;

/** What a block has to know of its surroundings. */
export interface MarkdownPlace {
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly words: FormatWords;
}

/** Blocks as Markdown's tree. */
export function markdownBlocks(nodes: readonly Block[], place: MarkdownPlace): Flow[] {
  const handlers = handlersAt(place);
  return nodes.flatMap((node) => handle(handlers, node));
}

function handlersAt(place: MarkdownPlace): Handlers<Flow[], Block> {
  const { level, words } = place;
  return {
    paragraph: (node) => paragraph(node.children),
    // The language of a section is dropped: Markdown has no word for it.
    section: ({ anchor, title, children }) => [
      faithfulHeading(level, title, [anchorTag(anchor)]),
      ...markdownBlocks(children, { ...place, level: level + 1 }),
    ],
    list: (node) => [list(node, place)],
    table: (node) => [markdownTable(node, words)],
    blockquote: (node) => [{ type: 'blockquote', children: markdownBlocks(node.children, place) }],
    code: ({ lang, value }) => [{ type: 'code', ...(lang === undefined ? {} : { lang }), value }],
    callout: (node) => [callout(node, place)],
    thematicBreak: () => [{ type: 'thematicBreak' }],
  };
}

/** A paragraph that shows nothing is left out: it would be read as the end of its list item. */
function paragraph(words: readonly Inline[]): Flow[] {
  return tidy(words).length === 0 ? [] : [faithfulParagraph(words)];
}

function list(node: List, place: MarkdownPlace): Flow {
  const spread = !node.children.every(isTight);
  const children = node.children.map((item): MdastItem => ({
    type: 'listItem',
    spread,
    children: markdownBlocks(item.children, place),
  }));
  return {
    type: 'list',
    ordered: node.ordered,
    start: node.ordered ? (node.start ?? 1) : null,
    spread,
    children,
  };
}

/** Whether an item is words with at most one list below them: only that survives without blank lines between. */
function isTight({ children }: ListItem): boolean {
  const [first, second, ...others] = children;
  if (first?.type !== 'paragraph' || tidy(first.children).length === 0 || others.length > 0) return false;
  return second === undefined || (second.type === 'list' && second.children.every(isTight));
}

/** A box is a quotation that begins with its label; the facts under it are a list. */
function callout(node: Callout, place: MarkdownPlace): Flow {
  const lead = node.anchor === undefined ? [] : [anchorTag(node.anchor)];
  const label = faithfulParagraph([strong(node.label)], lead);
  const facts = node.details.map(({ label: name, value }) =>
    faithfulParagraph([strong(name), { type: 'text', value: place.words.colon }, ...value]),
  );
  const inside = [
    label,
    ...markdownBlocks(node.children, place),
    ...(facts.length === 0 ? [] : [factList(facts)]),
  ];
  return { type: 'blockquote', children: inside };
}

function factList(facts: readonly Paragraph[]): Flow {
  const items = facts.map((fact): MdastItem => ({ type: 'listItem', spread: false, children: [fact] }));
  return { type: 'list', ordered: false, spread: false, children: items };
}

function strong(value: string): Inline {
  return { type: 'strong', children: [{ type: 'text', value }] };
}
