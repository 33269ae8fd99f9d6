import {
  type Block,
  type Callout,
  type Inline,
  type List,
  type ListItem,
  taskSign,
} from '@plenary/report-ast';
import type { BlockContent, DefinitionContent, ListItem as MdastItem, Paragraph } from 'mdast';
import { handle, type Handlers } from '../exporter.ts';
import { faithfulHeading, faithfulParagraph } from './faithful.ts';
import { markdownFigure } from './markdown-figure.ts';
import type { MarkdownPlace } from './markdown-place.ts';
import { markdownTable } from './markdown-table.ts';
import type { Notes } from './notes.ts';
import { anchorTag } from './spelling.ts';
import { tidy } from './tidy.ts';

/** What may stand in a document, a quotation and a list item alike. */
export type Flow = BlockContent | DefinitionContent;

/** Blocks as Markdown's tree. */
export function markdownBlocks(nodes: readonly Block[], place: MarkdownPlace): Flow[] {
  const handlers = handlersAt(place);
  return nodes.flatMap((node) => handle(handlers, node));
}

function handlersAt(place: MarkdownPlace): Handlers<Flow[], Block> {
  const { level, notes } = place;
  return {
    paragraph: (node) => paragraph(node.children, notes),
    // The language of a section is dropped: Markdown has no word for it.
    section: ({ anchor, title, children }) => [
      faithfulHeading(level, title, notes, [anchorTag(anchor)]),
      ...markdownBlocks(children, { ...place, level: level + 1 }),
    ],
    list: (node) => [list(node, place)],
    table: (node) => [markdownTable(node, place)],
    blockquote: (node) => [{ type: 'blockquote', children: markdownBlocks(node.children, place) }],
    code: ({ lang, value }) => [{ type: 'code', ...(lang === undefined ? {} : { lang }), value }],
    figure: (node) => markdownFigure(node, place),
    callout: (node) => [callout(node, place)],
    thematicBreak: () => [{ type: 'thematicBreak' }],
  };
}

/** A paragraph that shows nothing is left out: it would be read as the end of its list item. */
function paragraph(words: readonly Inline[], notes: Notes): Flow[] {
  return tidy(words).length === 0 ? [] : [faithfulParagraph(words, notes)];
}

function list(node: List, place: MarkdownPlace): Flow {
  const spread = !node.children.every(isTight);
  const children = node.children.map((item): MdastItem => ({ ...listItem(item, place), spread }));
  return {
    type: 'list',
    ordered: node.ordered,
    start: node.ordered ? (node.start ?? 1) : null,
    spread,
    children,
  };
}

/** GitHub has boxes before words only; before anything else the sign is a paragraph of its own. */
function listItem({ checked, children }: ListItem, place: MarkdownPlace): MdastItem {
  const blocks = markdownBlocks(children, place);
  if (checked === undefined) return { type: 'listItem', children: blocks };
  if (blocks[0]?.type === 'paragraph') return { type: 'listItem', checked, children: blocks };
  const sign = faithfulParagraph([{ type: 'text', value: taskSign(checked) }], place.notes);
  return { type: 'listItem', children: [sign, ...blocks] };
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
  const label = faithfulParagraph([strong(node.label)], place.notes, lead);
  const children = markdownBlocks(node.children, place);
  const facts = node.details.map(({ label: name, value }) =>
    faithfulParagraph([strong(name), { type: 'text', value: place.words.colon }, ...value], place.notes),
  );
  const inside = [label, ...children, ...(facts.length === 0 ? [] : [factList(facts)])];
  return { type: 'blockquote', children: inside };
}

function factList(facts: readonly Paragraph[]): Flow {
  const items = facts.map((fact): MdastItem => ({ type: 'listItem', spread: false, children: [fact] }));
  return { type: 'list', ordered: false, spread: false, children: items };
}

function strong(value: string): Inline {
  return { type: 'strong', children: [{ type: 'text', value }] };
}
