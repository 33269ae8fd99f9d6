import { FRAGMENT } from '@plenary/document';
import * as Y from 'yjs';

// Yjs declares every shared type with the event of its own; what is read here is the same for all.
// oxlint-disable-next-line typescript/no-explicit-any
type SharedType = Y.AbstractType<any>;

/** Per Yjs client, how many of its changes the server is known to have on disk. */
export type Confirmed = ReadonlyMap<number, number>;

/** What the server is known to have, as Yjs encodes a state vector; unreadable bytes are nothing known. */
export function decodeConfirmed(vector: Uint8Array | undefined): Confirmed {
  if (!vector) return new Map();
  try {
    return Y.decodeStateVector(vector);
  } catch {
    return new Map();
  }
}

/**
 * The blocks of a document that hold something the server is not known to have: for each its whole text as it
 * reads here, in order, so that a person can copy sentences and not fragments. Deletions are not text and leave nothing.
 */
export function unconfirmedBlocks(doc: Y.Doc, confirmed: Confirmed): readonly string[] {
  const blocks: string[] = [];
  for (const child of doc.getXmlFragment(FRAGMENT).toArray()) {
    if (child instanceof Y.XmlHook || !isUnconfirmed(child, confirmed)) continue;
    const text = blockText(child).trim();
    if (text !== '') blocks.push(text);
  }
  return blocks;
}

function isUnconfirmed(type: SharedType, confirmed: Confirmed): boolean {
  if (type._item && isNew(type._item, confirmed) && blockText(type).trim() !== '') return true;
  for (let item = type._start; item; item = item.right) {
    if (!item.deleted && itemIsUnconfirmed(item, confirmed)) return true;
  }
  for (const item of type._map.values()) {
    if (!item.deleted && isNew(item, confirmed)) return true;
  }
  return false;
}

function itemIsUnconfirmed(item: Y.Item, confirmed: Confirmed): boolean {
  if (item.content instanceof Y.ContentType) {
    // Yjs declares the nested type without its event; any shared type is meant.
    return isUnconfirmed(item.content.type as SharedType, confirmed);
  }
  return isNew(item, confirmed);
}

/** The last change of the item lies beyond what is confirmed: Yjs merges neighbours, so its first may not. */
function isNew(item: Y.Item, confirmed: Confirmed): boolean {
  return item.id.clock + item.length > (confirmed.get(item.id.client) ?? 0);
}

function blockText(type: SharedType): string {
  if (type instanceof Y.XmlText) return plainText(type);
  if (!(type instanceof Y.XmlFragment)) return '';
  if (type instanceof Y.XmlElement && type.nodeName === 'hardBreak') return '\n';
  const children = type.toArray();
  const inline = children.some(
    (child) =>
      child instanceof Y.XmlText || (child instanceof Y.XmlElement && child.nodeName === 'hardBreak'),
  );
  return children
    .map((child) => (child instanceof Y.XmlHook ? '' : blockText(child)))
    .join(inline ? '' : '\n');
}

function plainText(text: Y.XmlText): string {
  // Yjs types a delta as `any`; its inserts are strings or embedded objects.
  const delta = text.toDelta() as readonly { readonly insert: unknown }[];
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
