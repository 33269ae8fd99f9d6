import type { Inline } from '@plenary/report-ast';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { handle, type Handlers } from '../exporter.ts';

/** Inline nodes as HTML. */
export function htmlInlines(nodes: readonly Inline[]): ElementContent[] {
  return nodes.map((node) => handle(handlers, node));
}

const handlers: Handlers<ElementContent, Inline> = {
  text: (node) => ({ type: 'text', value: node.value }),
  emphasis: (node) => h('em', htmlInlines(node.children)),
  strong: (node) => h('strong', htmlInlines(node.children)),
  delete: (node) => h('del', htmlInlines(node.children)),
  inlineCode: (node) => h('code', node.value),
  link: (node) => h('a', { href: node.url }, htmlInlines(node.children)),
  reference: (node) => h('a', { href: `#${node.target}` }, htmlInlines(node.children)),
  break: () => h('br'),
};
