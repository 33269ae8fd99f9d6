import { blocks } from '@plenary/blocks';
import type { DocMark, DocNode } from '@plenary/document';

/** What one working group wrote, by part of its template, and the two people who wrote it. */
export interface SampleNotes {
  /** Session id in the sample programme. */
  readonly session: string;
  readonly writers: readonly [string, string];
  /** Block nodes by part id; the first writer wrote the first two parts, the second the others. */
  readonly parts: Readonly<Record<string, readonly DocNode[]>>;
}

/** A run of text, plain or marked. */
export type Words = string | DocNode;

/** A paragraph. */
export function p(...words: readonly Words[]): DocNode {
  return { type: 'paragraph', content: words.map(inline) };
}

/** Strong text. */
export function bold(text: string): DocNode {
  return marked(text, { type: 'bold' });
}

/** Emphasised text. */
export function italic(text: string): DocNode {
  return marked(text, { type: 'italic' });
}

/** A link out of the document. */
export function link(text: string, href: string): DocNode {
  return marked(text, { type: 'link', attrs: { href } });
}

/** A bullet list; an item is a text, or several runs of it. */
export function list(...items: readonly (Words | readonly Words[])[]): DocNode {
  return { type: 'bulletList', content: items.map(listItem) };
}

/** A numbered list. */
export function steps(...items: readonly (Words | readonly Words[])[]): DocNode {
  return { type: 'orderedList', content: items.map(listItem) };
}

/** What somebody said, and who. */
export function quote(text: string, who: string): DocNode {
  return { type: 'blockquote', content: [p(text), p(italic(who))] };
}

/** A table whose first row is its header. */
export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): DocNode {
  return {
    type: 'table',
    content: [tableRow('tableHeader', header), ...rows.map((cells) => tableRow('tableCell', cells))],
  };
}

/** Something the group has learnt. */
export function insight(text: string): DocNode {
  return { type: blocks.insight.kind, content: [p(text)] };
}

/** Something the group asks others to do. */
export function recommendation(to: string, text: string): DocNode {
  return { type: blocks.recommendation.kind, attrs: { to }, content: [p(text)] };
}

/** Something that will be done: by whom, until which day. */
export function action(owner: string, due: string, text: string): DocNode {
  return { type: blocks.action.kind, attrs: { owner, due }, content: [p(text)] };
}

/** Something the group could not answer. */
export function question(text: string): DocNode {
  return { type: blocks.question.kind, content: [p(text)] };
}

function inline(words: Words): DocNode {
  return typeof words === 'string' ? { type: 'text', text: words } : words;
}

function marked(text: string, mark: DocMark): DocNode {
  return { type: 'text', text, marks: [mark] };
}

function tableRow(type: string, cells: readonly string[]): DocNode {
  return { type: 'tableRow', content: cells.map((cell) => ({ type, content: [p(cell)] })) };
}

function listItem(words: Words | readonly Words[]): DocNode {
  return { type: 'listItem', content: [p(...(isRuns(words) ? words : [words]))] };
}

function isRuns(words: Words | readonly Words[]): words is readonly Words[] {
  return Array.isArray(words);
}
