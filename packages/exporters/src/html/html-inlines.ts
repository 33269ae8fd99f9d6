import type { Footnote, Inline } from '@plenary/report-ast';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { handle, type Handlers } from '../exporter.ts';
import { spokenProps } from './direction.ts';
import type { HtmlPlace } from './html-place.ts';
import { noteId, noteRefId, type Notes } from './notes.ts';

/** Inline nodes as HTML. */
export function htmlInlines(nodes: readonly Inline[], place: Pick<HtmlPlace, 'notes'>): ElementContent[] {
  const inside = (children: readonly Inline[]): ElementContent[] => htmlInlines(children, place);
  const handlers: Handlers<ElementContent, Inline> = {
    text: (node) => ({ type: 'text', value: node.value }),
    emphasis: (node) => h('em', inside(node.children)),
    strong: (node) => h('strong', inside(node.children)),
    delete: (node) => h('del', inside(node.children)),
    subscript: (node) => h('sub', inside(node.children)),
    superscript: (node) => h('sup', inside(node.children)),
    inlineCode: (node) => h('code', node.value),
    link: (node) => h('a', { href: node.url }, inside(node.children)),
    reference: (node) => h('a', { href: `#${node.target}` }, inside(node.children)),
    span: (node) => h('span', spokenProps(node), inside(node.children)),
    footnote: (node) => noteNumber(node, place.notes),
    break: () => h('br'),
  };
  return nodes.map((node) => handle(handlers, node));
}

function noteNumber(node: Footnote, notes: Notes): Element {
  const number = notes.take(node);
  const link = { id: noteRefId(number), href: `#${noteId(number)}`, role: 'doc-noteref' };
  return h('sup', { className: ['note'] }, h('a', link, String(number)));
}
