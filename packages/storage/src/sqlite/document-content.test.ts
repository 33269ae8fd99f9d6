import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isSameDocument } from './document-content.ts';

/** A paragraph with a bold word in it, and a replica of it. */
function replicas(): readonly [Y.Doc, Y.Doc] {
  const doc = new Y.Doc();
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  text.insert(0, 'one bold word');
  text.format(4, 4, { bold: {} });
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return [doc, other];
}

/** Deletes what the replica holds of a kind, which changes no clock. */
function deleteItems(doc: Y.Doc, kind: typeof Y.ContentFormat | typeof Y.ContentString): void {
  doc.transact((transaction) => {
    for (const structs of doc.store.clients.values()) {
      for (const struct of structs) {
        if (struct instanceof Y.Item && struct.content instanceof kind) struct.delete(transaction);
      }
    }
  });
}

test('a replica in which Yjs took a mark away is the same document', () => {
  const [doc, other] = replicas();
  expect(isSameDocument(doc, other)).toBe(true);
  deleteItems(other, Y.ContentFormat);
  expect(isSameDocument(doc, other)).toBe(true);
});

test('a replica without the words is not', () => {
  const [doc, other] = replicas();
  deleteItems(other, Y.ContentString);
  expect(isSameDocument(doc, other)).toBe(false);
});
