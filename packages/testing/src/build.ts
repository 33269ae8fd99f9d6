/** A node as ProseMirror writes it to JSON; fits the type of the same shape in `@plenary/document`. */
export interface BuiltNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BuiltNode[];
  readonly marks?: readonly BuiltMark[];
  readonly text?: string;
}

export interface BuiltMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** What stands inside a line: a string is plain text, and an empty one is nothing. */
export type Line = string | BuiltNode;

/** A whole group document. */
export function doc(...content: readonly BuiltNode[]): BuiltNode {
  return { type: 'doc', content };
}

/** A paragraph. */
export function p(...line: readonly Line[]): BuiltNode {
  return withContent('paragraph', line.flatMap(toNodes));
}

/** A heading of level 1 to 6. */
export function h(level: number, ...line: readonly Line[]): BuiltNode {
  return { ...withContent('heading', line.flatMap(toNodes)), attrs: { level } };
}

/** A bullet list of items. */
export function ul(...items: readonly BuiltNode[]): BuiltNode {
  return { type: 'bulletList', content: items };
}

/** A numbered list of items, counted from 1. */
export function ol(...items: readonly BuiltNode[]): BuiltNode {
  return { type: 'orderedList', attrs: { start: 1 }, content: items };
}

/** An item of a list. Strings become a paragraph; blocks follow as they are. */
export function li(...content: readonly Line[]): BuiltNode {
  return { type: 'listItem', content: content.map(toBlock) };
}

/** A quotation. */
export function quote(...content: readonly Line[]): BuiltNode {
  return { type: 'blockquote', content: content.map(toBlock) };
}

/** Code, word for word. */
export function code(text: string, language: string | null = null): BuiltNode {
  return { ...withContent('codeBlock', toNodes(text)), attrs: { language } };
}

/** A rule between paragraphs. */
export function rule(): BuiltNode {
  return { type: 'horizontalRule' };
}

/** A table of rows of cells; the first row is its heads. Strings become a paragraph in a cell. */
export function table(...rows: readonly (readonly Line[])[]): BuiltNode {
  const cell = (type: string) => (content: Line) => ({ type, content: [toBlock(content)] });
  return {
    type: 'table',
    content: rows.map((row, index) => ({
      type: 'tableRow',
      content: row.map(cell(index === 0 ? 'tableHeader' : 'tableCell')),
    })),
  };
}

/** An outcome block. `attrs` are what is picked, `id` among them; strings in its content become paragraphs. */
export function outcome(
  kind: string,
  attrs: Readonly<Record<string, unknown>>,
  ...content: readonly Line[]
): BuiltNode {
  return { type: kind, attrs, content: content.length === 0 ? [p()] : content.map(toBlock) };
}

/** Plain text, with any marks. */
export function t(text: string, ...marks: readonly BuiltMark[]): BuiltNode {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

/** Text with the `bold` mark. */
export function strong(text: string): BuiltNode {
  return t(text, { type: 'bold' });
}

/** Text with the `italic` mark. */
export function em(text: string): BuiltNode {
  return t(text, { type: 'italic' });
}

/** A link with its text. */
export function a(href: string, text: string): BuiltNode {
  return t(text, { type: 'link', attrs: { href } });
}

/** A break inside a paragraph. */
export function br(): BuiltNode {
  return { type: 'hardBreak' };
}

function toNodes(line: Line): readonly BuiltNode[] {
  if (typeof line !== 'string') return [line];
  return line === '' ? [] : [t(line)];
}

function toBlock(content: Line): BuiltNode {
  return typeof content === 'string' ? p(content) : content;
}

/** ProseMirror leaves `content` out of a node that has none. */
function withContent(type: string, content: readonly BuiltNode[]): BuiltNode {
  return content.length === 0 ? { type } : { type, content };
}
