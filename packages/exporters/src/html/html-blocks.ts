import {
  type Anchor,
  type Block,
  type Callout,
  type Inline,
  type List,
  type ListItem,
  type Section,
  taskSign,
  toText,
} from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { type Attributes, NO_XML, type Xml, xmlOfEach, xmlText } from '../xml/xml.ts';
import { spokenProps } from './direction.ts';
import { htmlFigure } from './html-figure.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlPlace } from './html-place.ts';
import { htmlTable } from './html-table.ts';
import { tag, voidTag } from './tag.ts';

/** Blocks as HTML. */
export function htmlBlocks(nodes: readonly Block[], place: HtmlPlace): Xml {
  return xmlOfEach(nodes, htmlBlock, place);
}

/** A heading: h1 to h6, and the last one again below that, so that no level is skipped and none invented. */
export function heading(level: number, attributes: Attributes, title: Xml): Xml {
  return tag(`h${Math.min(level, 6)}`, attributes, title);
}

/** A heading with the link that leads to it, for whoever wants to pass its address on. */
export function linkedHeading(
  level: number,
  anchor: Anchor,
  title: readonly Inline[],
  place: HtmlPlace,
  attributes: Attributes = {},
): Xml {
  const words = heading(level, attributes, htmlInlines(title, place));
  if (!place.medium.permalinks) return words;
  const name = `${place.words.linkTo}${place.words.colon}${toText(title).trim()}`;
  // The sign is drawn by the style: it is no word of the report. Beside the heading, so that it is not read with it.
  return tag('div', { class: 'head' }, [
    words,
    tag('a', { class: 'to', href: `#${anchor}`, 'aria-label': name }),
  ]);
}

function htmlBlock(node: Block, place: HtmlPlace): Xml {
  return handle(HANDLERS, node, place);
}

const HANDLERS: Handlers<Xml, Block, HtmlPlace> = {
  paragraph: (node, place) => tag('p', spokenProps(node), htmlInlines(node.children, place)),
  section,
  list,
  table: (node, place) => htmlTable(node, place, htmlBlocks),
  blockquote: (node, place) => tag('blockquote', spokenProps(node), htmlBlocks(node.children, place)),
  code: ({ lang, value }) =>
    tag('pre', {}, tag('code', lang === undefined ? {} : { class: `language-${lang}` }, xmlText(value))),
  figure: htmlFigure,
  callout,
  thematicBreak: () => voidTag('hr'),
};

function section(node: Section, place: HtmlPlace): Xml {
  return tag('section', { id: place.medium.id(node.anchor), ...spokenProps(node) }, [
    linkedHeading(place.level, node.anchor, node.title, place),
    htmlBlocks(node.children, { ...place, level: place.level + 1 }),
  ]);
}

function list(node: List, place: HtmlPlace): Xml {
  const items = node.children.map((item) => listItem(item, place));
  const spoken = spokenProps(node);
  if (!node.ordered) {
    const isTasks = node.children.every(({ checked }) => checked !== undefined);
    return tag('ul', { ...spoken, ...(isTasks ? { class: 'tasks' } : {}) }, items);
  }
  const start = node.start === undefined || node.start === 1 ? {} : { start: node.start };
  const type = node.numbering === undefined ? {} : { type: node.numbering };
  return tag('ol', { ...spoken, ...start, ...type }, items);
}

/** The sign of a task is text with a name, not a box to tick: it is read aloud, copied and found like any other. */
function listItem(item: ListItem, place: HtmlPlace): Xml {
  const { checked } = item;
  const name = checked === true ? place.words.taskDone : place.words.taskOpen;
  const sign =
    checked === undefined
      ? NO_XML
      : tag('span', { class: 'task', role: 'img', 'aria-label': name }, xmlText(taskSign(checked)));
  return tag('li', spokenProps(item), [sign, htmlBlocks(item.children, place)]);
}

/**
 * A box is a group and not an `aside`: an aside is a landmark, and fifty landmarks called "Recommendation" would
 * bury the few that help to find one's way.
 */
function callout(node: Callout, place: HtmlPlace): Xml {
  const { anchor } = node;
  const label = xmlText(node.label);
  // The label of a box that others can point to is a link to it, so that a reader can copy its address.
  const isLink = anchor !== undefined && place.medium.permalinks;
  const id = anchor === undefined ? {} : { id: place.medium.id(anchor) };
  const frame = { ...id, class: `callout ${node.tone}`, role: 'group', 'aria-label': node.label };
  return tag('div', frame, [
    tag('p', { class: 'label' }, isLink ? tag('a', { href: `#${anchor}` }, label) : label),
    htmlBlocks(node.children, place),
    node.details.length === 0 ? NO_XML : details(node, place),
  ]);
}

function details(node: Callout, place: HtmlPlace): Xml {
  const facts = node.details.map(({ label, value }) =>
    tag('div', {}, [tag('dt', {}, xmlText(label)), tag('dd', {}, htmlInlines(value, place))]),
  );
  return tag('dl', { class: 'details' }, facts);
}
