import type { Footnote, Inline } from '@plenary/report-ast';
import type { Html, PhrasingContent } from 'mdast';
import { handle, type Handlers } from '../exporter.ts';
import type { NoteLabels } from './notes.ts';

/**
 * Three ways to write the same words, from the handsomest to the safest. `marks`: Markdown as a person would type it.
 * `tags`: marks as HTML tags, for what Markdown cannot say (a mark around a blank, two codes side by side).
 * `references`: tags, and every character that could mean something as a character reference; nothing can go wrong.
 */
export type Spelling = 'marks' | 'tags' | 'references';

/** How words are put into Markdown. */
export interface Style {
  readonly spelling: Spelling;
  /** Where a line feed would end the construct, in headings and cells, a break is a tag. */
  readonly singleLine: boolean;
  readonly notes: NoteLabels;
}

/** Words in a spelling. */
export function phrasing(nodes: readonly Inline[], style: Style): PhrasingContent[] {
  const handlers = style.spelling === 'marks' ? marksIn(style) : tagsIn(style);
  return nodes.flatMap((node) => handle(handlers, node));
}

/** A place to link to. Slugs made from headings would change with every word, and boxes have none. */
export function anchorTag(anchor: string): Html {
  return html(`<a id="${anchor}"></a>`);
}

type Spelled = Handlers<PhrasingContent[], Inline>;

function marksIn({ singleLine, notes }: Style): Spelled {
  const inside = (children: readonly Inline[]): PhrasingContent[] =>
    children.flatMap((node): PhrasingContent[] => handle(own, node));
  const wrap = (tag: string, children: readonly Inline[]): PhrasingContent[] => [
    html(`<${tag}>`),
    ...inside(children),
    html(`</${tag}>`),
  ];
  const own: Spelled = {
    text: ({ value }) => [{ type: 'text', value }],
    emphasis: ({ children }) => [{ type: 'emphasis', children: inside(children) }],
    strong: ({ children }) => [{ type: 'strong', children: inside(children) }],
    delete: ({ children }) => [{ type: 'delete', children: inside(children) }],
    // Markdown has no marks for these two.
    subscript: ({ children }) => wrap('sub', children),
    superscript: ({ children }) => wrap('sup', children),
    inlineCode: ({ value }) => [{ type: 'inlineCode', value }],
    link: ({ url, children }) => [{ type: 'link', url, children: inside(children) }],
    reference: ({ target, children }) => [{ type: 'link', url: `#${target}`, children: inside(children) }],
    // The language of a passage is dropped: Markdown has no word for it.
    span: ({ children }) => inside(children),
    footnote: (node) => noteReference(node, notes),
    break: () => [singleLine ? html('<br>') : { type: 'break' }],
  };
  return own;
}

function tagsIn({ spelling, notes }: Style): Spelled {
  const spell = (value: string): PhrasingContent[] =>
    spelling === 'tags' ? [{ type: 'text', value }] : [html(characterReferences(value))];
  const inside = (children: readonly Inline[]): PhrasingContent[] =>
    children.flatMap((node): PhrasingContent[] => handle(own, node));
  const wrap = (open: string, children: readonly Inline[], close: string): PhrasingContent[] => [
    html(open),
    ...inside(children),
    html(close),
  ];
  const linked = (url: string, children: readonly Inline[]): PhrasingContent[] =>
    wrap(`<a href="${characterReferences(url)}">`, children, '</a>');
  const own: Spelled = {
    text: ({ value }) => spell(value),
    emphasis: ({ children }) => wrap('<em>', children, '</em>'),
    strong: ({ children }) => wrap('<strong>', children, '</strong>'),
    delete: ({ children }) => wrap('<del>', children, '</del>'),
    subscript: ({ children }) => wrap('<sub>', children, '</sub>'),
    superscript: ({ children }) => wrap('<sup>', children, '</sup>'),
    inlineCode: ({ value }) => [html('<code>'), ...spell(value), html('</code>')],
    link: ({ url, children }) => linked(url, children),
    reference: ({ target, children }) => linked(`#${target}`, children),
    span: ({ children }) => inside(children),
    footnote: (node) => noteReference(node, notes),
    break: () => [html('<br>')],
  };
  return own;
}

function noteReference(node: Footnote, notes: NoteLabels): PhrasingContent[] {
  const label = notes.get(node) ?? '';
  return [{ type: 'footnoteReference', identifier: label, label }];
}

// Letters and digits mean nothing in Markdown, and a blank between two of them neither.
const MEANINGFUL = /(?<![\p{L}\p{N}]) | (?![\p{L}\p{N}])|[^\p{L}\p{N} ]/gu;

/** Words in which every character that could mean something, in Markdown or HTML, is a character reference. */
export function characterReferences(value: string): string {
  return value.replaceAll(MEANINGFUL, (character) => `&#${character.codePointAt(0)};`);
}

function html(value: string): Html {
  return { type: 'html', value };
}
