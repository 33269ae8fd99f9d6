import type { Block, Callout, List, Section } from '@plenary/report-ast';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { handle, type Handlers } from '../exporter.ts';
import type { FormatWords } from '../words.ts';
import { languageProps } from './direction.ts';
import { htmlInlines } from './html-inlines.ts';
import { htmlTable } from './html-table.ts';

/** What a block has to know of its surroundings. */
export interface HtmlPlace {
  /** Heading level of the next section inside. */
  readonly level: number;
  readonly words: FormatWords;
}

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
    paragraph: (node) => h('p', htmlInlines(node.children)),
    section: (node) => section(node, place),
    list: (node) => list(node, place),
    table: (node) => htmlTable(node, place.words, (blocks) => htmlBlocks(blocks, place)),
    blockquote: (node) => h('blockquote', htmlBlocks(node.children, place)),
    code: (node) => h('pre', h('code', node.value)),
    callout: (node) => callout(node, place),
    thematicBreak: () => h('hr'),
  };
}

function section(node: Section, place: HtmlPlace): Element {
  return h('section', { id: node.anchor, ...languageProps(node.lang) }, [
    heading(place.level, {}, htmlInlines(node.title)),
    ...htmlBlocks(node.children, { ...place, level: place.level + 1 }),
  ]);
}

function list(node: List, place: HtmlPlace): Element {
  const items = node.children.map((item) => h('li', htmlBlocks(item.children, place)));
  if (!node.ordered) return h('ul', items);
  return h('ol', node.start === undefined || node.start === 1 ? {} : { start: node.start }, items);
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
    ...(node.details.length === 0 ? [] : [details(node)]),
  ]);
}

function details(node: Callout): Element {
  const facts = node.details.map(({ label, value }) =>
    h('div', [h('dt', label), h('dd', htmlInlines(value))]),
  );
  return h('dl', { className: ['details'] }, facts);
}
