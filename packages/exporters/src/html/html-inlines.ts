import type { Footnote, Inline } from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { type Xml, xmlText } from '../xml/xml.ts';
import { spokenProps } from './direction.ts';
import type { InlinePlace } from './html-place.ts';
import { noteId, noteRefId } from './notes.ts';
import { tag } from './tag.ts';

/** Inline nodes as HTML. */
export function htmlInlines(nodes: readonly Inline[], place: InlinePlace): readonly Xml[] {
  const known = handlersAt.get(place);
  const handlers = known ?? createHandlers(place);
  if (known === undefined) handlersAt.set(place, handlers);
  return nodes.map((node) => handle(handlers, node));
}

/** Thousands of paragraphs stand in one place. */
const handlersAt = new WeakMap<InlinePlace, Handlers<Xml, Inline>>();

function createHandlers(place: InlinePlace): Handlers<Xml, Inline> {
  const inside = (children: readonly Inline[]): readonly Xml[] =>
    children.map((node) => handle(handlers, node));
  const handlers: Handlers<Xml, Inline> = {
    text: (node) => xmlText(node.value),
    emphasis: (node) => tag('em', {}, inside(node.children)),
    strong: (node) => tag('strong', {}, inside(node.children)),
    delete: (node) => tag('del', {}, inside(node.children)),
    subscript: (node) => tag('sub', {}, inside(node.children)),
    superscript: (node) => tag('sup', {}, inside(node.children)),
    inlineCode: (node) => tag('code', {}, xmlText(node.value)),
    link: (node) => tag('a', { href: place.medium.url(node.url) }, inside(node.children)),
    reference: (node) => tag('a', { href: place.medium.href(node.target) }, inside(node.children)),
    span: (node) => tag('span', spokenProps(node), inside(node.children)),
    footnote: (node) => noteNumber(node, place),
    break: () => tag('br'),
  };
  return handlers;
}

function noteNumber(node: Footnote, { notes, medium }: InlinePlace): Xml {
  const number = notes.take(node);
  const link = { id: noteRefId(number), href: `#${noteId(number)}`, ...medium.noteReference };
  return tag('sup', { class: 'note' }, tag('a', link, xmlText(String(number))));
}
