/** ProseMirror's JSON, as types. A group document read out of its Y.Doc is a tree of these. */
export interface DocNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocNode[];
  readonly marks?: readonly DocMark[];
  readonly text?: string;
}

export interface DocMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/**
 * The text of a node and everything in it; a line feed for each hard break and between blocks, a footnote in brackets
 * where its number stands.
 */
export function textOf(node: DocNode): string {
  if (node.text !== undefined) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const children = node.content ?? [];
  const words = children.map(textOf).join(children.some(isInline) ? '' : '\n');
  return node.type === 'footnote' && words !== '' ? ` [${words}]` : words;
}

/** Calls `visit` for every node, parents first. Returning `false` skips what is inside. */
export function walk(node: DocNode, visit: (node: DocNode) => boolean | void): void {
  if (visit(node) === false) return;
  for (const child of node.content ?? []) walk(child, visit);
}

function isInline({ text, type }: DocNode): boolean {
  return text !== undefined || type === 'hardBreak' || type === 'footnote';
}
