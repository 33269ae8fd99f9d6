import { Node } from '@tiptap/pm/model';
import { prosemirrorToYDoc } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { mergeText } from './canonical.ts';
import type { DocMark, DocNode } from './doc-node.ts';
import type { OutcomeBlocks } from './outcome-block.ts';
import { documentSchema } from './prose-nodes.ts';
import { FRAGMENT } from './schema-version.ts';

/**
 * What a group document says now, as the server sees it: every node and mark is kept, known to a schema or not.
 * The Y.Doc is only read. (The converter of `@tiptap/y-tiptap` that takes a schema deletes what it does not know
 * from the live document; that is why it is not used here.)
 */
export function readDocument(ydoc: Y.Doc): DocNode {
  return { type: 'doc', content: childrenOf(ydoc.getXmlFragment(FRAGMENT)) };
}

/** What a group document says in this state (one Yjs update, V1, holding all of it). */
export function readState(update: Uint8Array): DocNode {
  const ydoc = new Y.Doc();
  try {
    Y.applyUpdate(ydoc, update);
    return readDocument(ydoc);
  } finally {
    ydoc.destroy();
  }
}

/**
 * A new group document with this content, as one Yjs update (V1): the first of its log. Call it once a document
 * and store the result: two seeds of the same text are two texts once they meet. Throws `InvalidContent`.
 */
export function seedUpdate(content: DocNode, blocks: OutcomeBlocks): Uint8Array {
  const ydoc = toYDoc(content, blocks);
  try {
    return Y.encodeStateAsUpdate(ydoc);
  } finally {
    ydoc.destroy();
  }
}

/**
 * Appends block nodes at the end of a group document, as edits in one transaction; what is there stays untouched.
 * Throws `InvalidContent`, before anything is changed, where the schema does not allow the nodes.
 */
export function appendBlocks(ydoc: Y.Doc, nodes: readonly DocNode[], blocks: OutcomeBlocks): void {
  if (nodes.length === 0) return;
  const source = toYDoc({ type: 'doc', content: nodes }, blocks);
  try {
    const copies = source
      .getXmlFragment(FRAGMENT)
      .toArray()
      .map((child) => child.clone());
    // `clone` of an element or text gives the same kind; hooks never come out of a ProseMirror document.
    const children = copies as (Y.XmlElement | Y.XmlText)[];
    ydoc.transact(() => ydoc.getXmlFragment(FRAGMENT).push(children));
  } finally {
    source.destroy();
  }
}

/** Content that the schema of group documents does not allow. The message says what is wrong. */
export class InvalidContent extends Error {
  override readonly name = 'InvalidContent';
}

function toYDoc(content: DocNode, blocks: OutcomeBlocks): Y.Doc {
  let node: Node;
  try {
    node = Node.fromJSON(documentSchema(blocks), content);
    node.check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidContent(`The content does not fit the schema of a group document: ${reason}`, {
      cause: error,
    });
  }
  return prosemirrorToYDoc(node, FRAGMENT);
}

function childrenOf(parent: Y.XmlFragment): readonly DocNode[] {
  return mergeText(
    parent.toArray().flatMap((child) => {
      if (child instanceof Y.XmlText) return textNodes(child);
      if (child instanceof Y.XmlElement) return [elementNode(child)];
      // Anything else was never made by an editor and shows nothing.
      return [];
    }),
  );
}

function elementNode(element: Y.XmlElement): DocNode {
  const attrs: Record<string, unknown> = element.getAttributes();
  const content = childrenOf(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  };
}

function textNodes(text: Y.XmlText): readonly DocNode[] {
  // Yjs types a delta as `any`; `insert` is a string or an embedded value, `attributes` a record of marks.
  const delta = text.toDelta() as readonly { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return [];
    const marks = Object.entries(attributes ?? {}).map(([name, value]) => mark(name, value));
    return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks }) }];
  });
}

function mark(name: string, value: unknown): DocMark {
  const type = name.replace(OVERLAP_SUFFIX, '');
  const attrs = typeof value === 'object' && value !== null ? { ...value } : {};
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}

/** y-tiptap adds it to the name of a mark that may overlap another of its type. */
const OVERLAP_SUFFIX = /--[a-zA-Z0-9+/=]{8}$/;
