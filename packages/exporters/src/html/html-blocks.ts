import {
  type Block,
  type Callout,
  type List,
  type ListItem,
  type Section,
  taskSign,
} from '@plenary/report-ast';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { handle, type Handlers } from '../exporter.ts';
import { spokenProps } from './direction.ts';
import { htmlFigure } from './html-figure.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlPlace } from './html-place.ts';
import { htmlTable } from './html-table.ts';

/** Blocks as HTML. */
export function htmlBlocks(nodes: readonly Block[], place: HtmlPlace): ElementContent[] {
  const handlers = handlersAt(place);
  return nodes.map((node) => handle(handlers, node));
}

/** A heading: h1 to h6, and the last one again below that, so that no level is skipped and none invented. */
export function heading(
  level: number,
  properties: Readonly<Record<string, string>>,
  title: ElementContent[],
): Element {
  return h(`h${Math.min(level, 6)}`, properties, title);
}

function handlersAt(place: HtmlPlace): Handlers<ElementContent, Block> {
  return {
    paragraph: (node) => h('p', spokenProps(node), htmlInlines(node.children, place)),
    section: (node) => section(node, place),
    list: (node) => list(node, place),
    table: (node) => htmlTable(node, place.words, (blocks) => htmlBlocks(blocks, place)),
    blockquote: (node) => h('blockquote', spokenProps(node), htmlBlocks(node.children, place)),
    code: (node) => h('pre', h('code', node.value)),
    figure: (node) => htmlFigure(node, place),
    callout: (node) => callout(node, place),
    thematicBreak: () => h('hr'),
  };
}

function section(node: Section, place: HtmlPlace): Element {
  return h('section', { id: node.anchor, ...spokenProps(node) }, [
    heading(place.level, {}, htmlInlines(node.title, place)),
    ...htmlBlocks(node.children, { ...place, level: place.level + 1 }),
  ]);
}

function list(node: List, place: HtmlPlace): Element {
  const items = node.children.map((item) => listItem(item, place));
  const spoken = spokenProps(node);
  if (!node.ordered) {
    const isTasks = node.children.every(({ checked }) => checked !== undefined);
    return h('ul', { ...spoken, ...(isTasks ? { className: ['tasks'] } : {}) }, items);
  }
  const start = node.start === undefined || node.start === 1 ? {} : { start: node.start };
  const type = node.numbering === undefined ? {} : { type: node.numbering };
  return h('ol', { ...spoken, ...start, ...type }, items);
}

/** The sign of a task is text with a name, not a box to tick: it is read aloud, copied and found like any other. */
function listItem(item: ListItem, place: HtmlPlace): Element {
  const { checked } = item;
  const name = checked === true ? place.words.taskDone : place.words.taskOpen;
  const sign =
    checked === undefined
      ? []
      : [h('span', { className: ['task'], role: 'img', ariaLabel: name }, taskSign(checked))];
  return h('li', spokenProps(item), [...sign, ...htmlBlocks(item.children, place)]);
}

/**
 * A box is a group and not an `aside`: an aside is a landmark, and fifty landmarks called "Recommendation" would
 * bury the few that help to find one's way.
 */
function callout(node: Callout, place: HtmlPlace): Element {
  // The label of a box that others can point to is a link to it, so that a reader can copy its address.
  const label = node.anchor === undefined ? node.label : h('a', { href: `#${node.anchor}` }, node.label);
  const id = node.anchor === undefined ? {} : { id: node.anchor };
  return h('div', { ...id, className: ['callout', node.tone], role: 'group', ariaLabel: node.label }, [
    h('p', { className: ['label'] }, label),
    ...htmlBlocks(node.children, place),
    ...(node.details.length === 0 ? [] : [details(node, place)]),
  ]);
}

function details(node: Callout, place: HtmlPlace): Element {
  const facts = node.details.map(({ label, value }) =>
    h('div', [h('dt', label), h('dd', htmlInlines(value, place))]),
  );
  return h('dl', { className: ['details'] }, facts);
}
