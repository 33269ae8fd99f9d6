import type { Footnote, Inline } from '@plenary/report-ast';
import { handle, type Handlers } from '../exporter.ts';
import { type Xml, xmlOfEach, xmlText } from '../xml/xml.ts';
import { spokenProps } from './direction.ts';
import type { InlinePlace } from './html-place.ts';
import { noteId, noteRefId } from './notes.ts';
import { tag, voidTag } from './tag.ts';

/** Inline nodes as HTML. */
export function htmlInlines(nodes: readonly Inline[], place: InlinePlace): Xml {
  return xmlOfEach(nodes, htmlInline, place);
}

function htmlInline(node: Inline, place: InlinePlace): Xml {
  return handle(HANDLERS, node, place);
}

const HANDLERS: Handlers<Xml, Inline, InlinePlace> = {
  text: (node) => xmlText(node.value),
  emphasis: (node, place) => tag('em', {}, htmlInlines(node.children, place)),
  strong: (node, place) => tag('strong', {}, htmlInlines(node.children, place)),
  delete: (node, place) => tag('del', {}, htmlInlines(node.children, place)),
  subscript: (node, place) => tag('sub', {}, htmlInlines(node.children, place)),
  superscript: (node, place) => tag('sup', {}, htmlInlines(node.children, place)),
  inlineCode: (node) => tag('code', {}, xmlText(node.value)),
  link: (node, place) => tag('a', { href: place.medium.url(node.url) }, htmlInlines(node.children, place)),
  reference: (node, place) =>
    tag('a', { href: place.medium.href(node.target) }, htmlInlines(node.children, place)),
  span: (node, place) => tag('span', spokenProps(node), htmlInlines(node.children, place)),
  footnote: noteNumber,
  break: () => voidTag('br'),
};

function noteNumber(node: Footnote, { notes, medium }: InlinePlace): Xml {
  const number = notes.take(node);
  const link = { id: noteRefId(number), href: `#${noteId(number)}`, ...medium.noteReference };
  return tag('sup', { class: 'note' }, tag('a', link, xmlText(String(number))));
}
