import type {
  Anchor,
  Block,
  Blockquote,
  Callout,
  Code,
  Delete,
  Detail,
  Emphasis,
  Figure,
  Footnote,
  Inline,
  InlineCode,
  LanguageTag,
  Link,
  List,
  ListItem,
  Paragraph,
  Reference,
  Section,
  Span,
  Spoken,
  Strong,
  Subscript,
  Superscript,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
  Tone,
} from './nodes.ts';
import { singleLine, wellFormed } from './well-formed.ts';

/** Inline content as one writes it: a string stands for its text, a line feed in it for a break. */
export type Words = string | Inline | readonly (string | Inline)[];

/** The inline nodes of some words: made well-formed, empty strings left out. */
export function inlines(words: Words): readonly Inline[] {
  const list: readonly (string | Inline)[] = typeof words === 'string' || 'type' in words ? [words] : words;
  return list.flatMap((item) => (typeof item === 'string' ? fromString(item) : [item]));
}

/** A text node, on one line. The value must not be empty; `inlines` leaves empty strings out. */
export function text(value: string): Text {
  return { type: 'text', value: singleLine(value) };
}

/** Emphasised words. */
export function emphasis(words: Words): Emphasis {
  return { type: 'emphasis', children: inlines(words) };
}

/** Strong words. */
export function strong(words: Words): Strong {
  return { type: 'strong', children: inlines(words) };
}

/** Struck-through words; not called `delete`, which is a word of the language. */
export function struck(words: Words): Delete {
  return { type: 'delete', children: inlines(words) };
}

/** Words set low. */
export function subscript(words: Words): Subscript {
  return { type: 'subscript', children: inlines(words) };
}

/** Words set high. */
export function superscript(words: Words): Superscript {
  return { type: 'superscript', children: inlines(words) };
}

/** Words in another language or direction. */
export function span(spoken: Spoken, words: Words): Span {
  return { type: 'span', ...spoken, children: inlines(words) };
}

/** A note; one with nothing in it holds an empty paragraph. */
export function footnote(...children: readonly Block[]): Footnote {
  return { type: 'footnote', children: orEmptyParagraph(children) };
}

/** Code inside a line, on one line. */
export function inlineCode(value: string): InlineCode {
  return { type: 'inlineCode', value: singleLine(value) };
}

/** A link out of the report; ask `isSafeUrl` first where the address is not one's own. */
export function link(url: string, words: Words): Link {
  return { type: 'link', url, children: inlines(words) };
}

/** A link to a section or a callout of the same report. */
export function reference(target: Anchor, words: Words): Reference {
  return { type: 'reference', target, children: inlines(words) };
}

/** A paragraph of words. */
export function paragraph(words: Words): Paragraph {
  return { type: 'paragraph', children: inlines(words) };
}

/** A titled division; its level is how deep it stands. */
export function section(
  head: { readonly anchor: Anchor; readonly title: Words; readonly lang?: LanguageTag },
  children: readonly Block[],
): Section {
  const { anchor, title, lang } = head;
  return {
    type: 'section',
    anchor,
    title: inlines(title),
    ...(lang === undefined ? {} : { lang }),
    children,
  };
}

/** A list without numbers. */
export function bulletList(items: readonly ListItem[]): List {
  return { type: 'list', ordered: false, children: items };
}

/** A numbered list, from 1 where no `start` is given. */
export function orderedList(items: readonly ListItem[], start?: number): List {
  return { type: 'list', ordered: true, ...(start === undefined ? {} : { start }), children: items };
}

/** An item; one with nothing in it holds an empty paragraph. */
export function listItem(...children: readonly Block[]): ListItem {
  return { type: 'listItem', children: orEmptyParagraph(children) };
}

/** An item that is a task. */
export function taskItem(checked: boolean, ...children: readonly Block[]): ListItem {
  return { type: 'listItem', checked, children: orEmptyParagraph(children) };
}

/** A table of rows; `squared` mends one whose rows differ. */
export function table(rows: readonly TableRow[]): Table {
  return { type: 'table', children: rows };
}

/** A row of cells. */
export function tableRow(cells: readonly TableCell[]): TableRow {
  return { type: 'tableRow', children: cells };
}

/** A cell; one with nothing in it holds an empty paragraph. */
export function tableCell(
  children: readonly Block[],
  shape: Partial<Omit<TableCell, 'type' | 'children'>> = {},
): TableCell {
  const { header = false, ...spans } = shape;
  return { type: 'tableCell', header, ...spans, children: orEmptyParagraph(children) };
}

/** A header cell of words. */
export function headerCell(words: Words): TableCell {
  return tableCell([paragraph(words)], { header: true });
}

/** A picture with its caption. What it shows is said on one line. */
export function figure(picture: Omit<Figure, 'type' | 'caption'>, caption: Words): Figure {
  return { type: 'figure', ...picture, alt: singleLine(picture.alt), caption: inlines(caption) };
}

/** A passage quoted. */
export function blockquote(children: readonly Block[]): Blockquote {
  return { type: 'blockquote', children };
}

/** A code block; its line feeds and tabs stay. */
export function code(value: string, lang?: string): Code {
  return { type: 'code', ...(lang === undefined ? {} : { lang }), value: wellFormed(value) };
}

/** A box set apart from the prose. */
export function callout(
  head: {
    readonly tone: Tone;
    readonly label: string;
    readonly anchor?: Anchor;
    readonly details?: readonly Detail[];
  },
  children: readonly Block[],
): Callout {
  const { anchor, tone, label, details = [] } = head;
  return {
    type: 'callout',
    ...(anchor === undefined ? {} : { anchor }),
    tone,
    label: singleLine(label),
    children,
    details,
  };
}

/** A short fact under the text of a callout. */
export function detail(label: string, value: Words): Detail {
  return { label: singleLine(label), value: inlines(value) };
}

/** A line break inside a paragraph. */
export const lineBreak = { type: 'break' } as const satisfies Inline;

/** A change of subject, without a title. */
export const thematicBreak: ThematicBreak = { type: 'thematicBreak' };

function fromString(value: string): readonly Inline[] {
  return wellFormed(value)
    .split('\n')
    .flatMap((line, index): readonly Inline[] => [
      ...(index > 0 ? [lineBreak] : []),
      ...(line === '' ? [] : [text(line)]),
    ]);
}

function orEmptyParagraph(children: readonly Block[]): readonly Block[] {
  return children.length === 0 ? [paragraph([])] : children;
}
