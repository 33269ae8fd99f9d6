import type { Inline } from '@plenary/report-ast';
import type { Html, PhrasingContent } from 'mdast';
import { handle, type Handlers } from '../exporter.ts';

/**
 * Three ways to write the same words, from the handsomest to the safest. `marks`: Markdown as a person would type it.
 * `tags`: marks as HTML tags, for what Markdown cannot say (a mark around a blank, two codes side by side).
 * `references`: tags, and every character that could mean something as a character reference; nothing can go wrong.
 */
export type Spelling = 'marks' | 'tags' | 'references';

/** Words in a spelling. Where a line feed would end the construct, in headings and cells, a break is a tag. */
export function phrasing(
  nodes: readonly Inline[],
  spelling: Spelling,
  singleLine: boolean,
): PhrasingContent[] {
  const handlers = singleLine ? onOneLine[spelling] : onLines[spelling];
  return nodes.flatMap((node) => handle(handlers, node));
}

/** A place to link to. Slugs made from headings would change with every word, and boxes have none. */
export function anchorTag(anchor: string): Html {
  return html(`<a id="${anchor}"></a>`);
}

type Spelled = Handlers<PhrasingContent[], Inline>;

const onLines: Readonly<Record<Spelling, Spelled>> = {
  marks: marksWith(() => ({ type: 'break' })),
  tags: tagsWith((value) => ({ type: 'text', value })),
  references: tagsWith((value) => html(characterReferences(value))),
};
const onOneLine: Readonly<Record<Spelling, Spelled>> = { ...onLines, marks: marksWith(() => html('<br>')) };

function marksWith(lineBreak: () => PhrasingContent): Spelled {
  const inside = (children: readonly Inline[]): PhrasingContent[] =>
    children.flatMap((node): PhrasingContent[] => handle(own, node));
  const own: Spelled = {
    text: ({ value }) => [{ type: 'text', value }],
    emphasis: ({ children }) => [{ type: 'emphasis', children: inside(children) }],
    strong: ({ children }) => [{ type: 'strong', children: inside(children) }],
    delete: ({ children }) => [{ type: 'delete', children: inside(children) }],
    inlineCode: ({ value }) => [{ type: 'inlineCode', value }],
    link: ({ url, children }) => [{ type: 'link', url, children: inside(children) }],
    reference: ({ target, children }) => [{ type: 'link', url: `#${target}`, children: inside(children) }],
    break: () => [lineBreak()],
  };
  return own;
}

function tagsWith(spell: (value: string) => PhrasingContent): Spelled {
  const wrap = (open: string, children: readonly Inline[], close: string): PhrasingContent[] => [
    html(open),
    ...children.flatMap((node): PhrasingContent[] => handle(own, node)),
    html(close),
  ];
  const linked = (url: string, children: readonly Inline[]): PhrasingContent[] =>
    wrap(`<a href="${characterReferences(url)}">`, children, '</a>');
  const own: Spelled = {
    text: ({ value }) => [spell(value)],
    emphasis: ({ children }) => wrap('<em>', children, '</em>'),
    strong: ({ children }) => wrap('<strong>', children, '</strong>'),
    delete: ({ children }) => wrap('<del>', children, '</del>'),
    inlineCode: ({ value }) => [html('<code>'), spell(value), html('</code>')],
    link: ({ url, children }) => linked(url, children),
    reference: ({ target, children }) => linked(`#${target}`, children),
    break: () => [html('<br>')],
  };
  return own;
}

// Letters and digits mean nothing in Markdown, and a blank between two of them neither.
const MEANINGFUL = /(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])|[^\p{L}\p{N} ]/gu;

function characterReferences(value: string): string {
  return value.replaceAll(MEANINGFUL, (character) => `&#${character.codePointAt(0)};`);
}

function html(value: string): Html {
  return { type: 'html', value };
}
