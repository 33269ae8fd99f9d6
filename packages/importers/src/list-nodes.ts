import type { DocNode } from '@plenary/document';
import { joined, text } from './inline-nodes.ts';

/** An item of a list as it was read: blocks of which the first is a paragraph, and its box to tick if it has one. */
export interface ReadItem {
  readonly content: readonly DocNode[];
  readonly checked?: boolean | undefined;
}

/** How a list counts. */
export interface Numbered {
  /** Its first number. */
  readonly start: number;
  /** Letters or Roman numerals, as HTML names them; figures where it is absent. */
  readonly type?: string;
}

/** Blocks as an item needs them: a paragraph first, empty where there is none. */
export function itemContent(blocks: readonly DocNode[]): readonly DocNode[] {
  return blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
}

/**
 * The list of these items; no node where there are none. Where every item has a box it is a list of tasks; where some
 * have, or the items are numbered, the boxes are signs. `numbered` says how a numbered list counts.
 */
export function listNodes(items: readonly ReadItem[], numbered?: Numbered): readonly DocNode[] {
  if (items.length === 0) return [];
  if (numbered === undefined && items.every(({ checked }) => checked !== undefined)) {
    const tasks = items.map(({ content, checked }) => ({ type: 'taskItem', attrs: { checked }, content }));
    return [{ type: 'taskList', content: tasks }];
  }
  const content = items.map((item) => ({ type: 'listItem', content: signed(item) }));
  return [
    numbered === undefined
      ? { type: 'bulletList', content }
      : { type: 'orderedList', attrs: { ...numbered }, content },
  ];
}

function signed({ content, checked }: ReadItem): readonly DocNode[] {
  const [first, ...rest] = content;
  if (checked === undefined || first === undefined) return content;
  return [labelled(checked ? '☑ ' : '☐ ', first), ...rest];
}

/** A paragraph with some words before its own. */
export function labelled(label: string, paragraph: DocNode): DocNode {
  return { ...paragraph, content: joined([...text(label), ...(paragraph.content ?? [])]) };
}
