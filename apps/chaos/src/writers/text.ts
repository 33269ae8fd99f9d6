import { createHash } from 'node:crypto';
import { FRAGMENT } from '@plenary/document';
import * as Y from 'yjs';

/** Adds a paragraph that says `text`, in two steps as typing would. */
export function writeParagraph(doc: Y.Doc, at: number, text: string): void {
  const middle = text.length >> 1;
  const words = new Y.XmlText();
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [words]);
    words.insert(0, text.slice(0, middle));
    doc.getXmlFragment(FRAGMENT).insert(at, [paragraph]);
  });
  words.insert(middle, text.slice(middle));
}

/** How many blocks the text has. */
export function blocksIn(doc: Y.Doc): number {
  return doc.getXmlFragment(FRAGMENT).length;
}

/** Whether a line is what a writer types: its name, a dash, a number. Halves of tokens are none. */
export function isToken(line: string): boolean {
  return /^[a-z]+\d+[a-z\d]*-\d+$/.test(line);
}

/** What the text says, a line a block. */
export function linesOf(doc: Y.Doc): readonly string[] {
  // Typed as a list of anything by Yjs.
  const blocks: readonly unknown[] = doc.getXmlFragment(FRAGMENT).toArray();
  return blocks.map(wordsOf);
}

/** A fingerprint of all that is in the document, in its order: independent of state vectors. */
export function hashOf(doc: Y.Doc): string {
  const text = doc.getXmlFragment(FRAGMENT).toString();
  // Replicas remember keys in the order in which they met them.
  const facts = JSON.stringify(doc.getMap('meta').toJSON(), sorted);
  return createHash('sha256').update(text).update('\0').update(facts).digest('hex').slice(0, 16);
}

/**
 * The same without marks. After others' updates Yjs takes away marks that it thinks nobody needs, in each replica by
 * itself and by what came together: damaged text can so be bold in one and not in another.
 */
export function hashWithoutMarks(doc: Y.Doc): string {
  const facts = JSON.stringify(doc.getMap('meta').toJSON(), sorted);
  const text = JSON.stringify(plain(doc.getXmlFragment(FRAGMENT)), sorted);
  return createHash('sha256').update(text).update('\0').update(facts).digest('hex').slice(0, 16);
}

function plain(node: unknown): unknown {
  if (node instanceof Y.XmlText) {
    // Typed as anything by Yjs.
    const parts = node.toDelta() as readonly { readonly insert?: unknown }[];
    return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  }
  if (!(node instanceof Y.XmlFragment)) return String(node);
  const nodes: readonly unknown[] = node.toArray();
  return node instanceof Y.XmlElement
    ? { name: node.nodeName, attributes: node.getAttributes(), nodes: nodes.map(plain) }
    : nodes.map(plain);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What a node and all below it say. */
export function wordsOf(node: unknown): string {
  if (node instanceof Y.XmlText) return node.toJSON();
  if (!(node instanceof Y.XmlElement)) return '';
  const nodes: readonly unknown[] = node.toArray();
  return nodes.map(wordsOf).join('');
}
