import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeConfirmed, unconfirmedBlocks } from './unconfirmed-text.ts';

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}
const written = (...texts: readonly string[]) => {
  const doc = new Y.Doc();
  doc.getXmlFragment('default').insert(0, texts.map(paragraph));
  return doc;
};
const confirmed = (doc: Y.Doc) => decodeConfirmed(Y.encodeStateVector(doc));
const textAt = (doc: Y.Doc, index: number): Y.XmlText => {
  const element = doc.getXmlFragment('default').get(index);
  if (!(element instanceof Y.XmlElement)) throw new Error('no element');
  const text = element.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
};

describe('unconfirmed text', () => {
  it('is empty when the server has everything', () => {
    const doc = written('one', 'two');
    expect(unconfirmedBlocks(doc, confirmed(doc))).toEqual([]);
  });

  it('is the whole block around a late word, and no other block', () => {
    const doc = written('one', 'two', 'three');
    const known = confirmed(doc);
    textAt(doc, 1).insert(3, ' and a half');
    expect(unconfirmedBlocks(doc, known)).toEqual(['two and a half']);
  });

  it('finds late words that Yjs merged with confirmed ones', () => {
    const doc = new Y.Doc();
    doc.getXmlFragment('default').insert(0, [paragraph('')]);
    textAt(doc, 0).insert(0, 'known');
    const known = confirmed(doc);
    textAt(doc, 0).insert(5, ' late');
    expect(unconfirmedBlocks(doc, known)).toEqual(['known late']);
  });

  it('holds new blocks, nested ones and changed attributes, and leaves deletions and empty blocks out', () => {
    const doc = written('one', 'two');
    const outcome = new Y.XmlElement('outcome');
    outcome.insert(0, [paragraph('a'), paragraph('b')]);
    doc.getXmlFragment('default').insert(2, [outcome]);
    const known = confirmed(doc);
    outcome.setAttribute('owner', 'Ana');
    doc.getXmlFragment('default').insert(3, [paragraph('new'), new Y.XmlElement('paragraph')]);
    textAt(doc, 0).delete(0, 1);
    expect(unconfirmedBlocks(doc, known)).toEqual(['a\nb', 'new']);
  });

  it('counts what others wrote and the server never told as theirs', () => {
    const doc = written('mine');
    expect(unconfirmedBlocks(doc, new Map())).toEqual(['mine']);
    expect(decodeConfirmed(undefined).size).toBe(0);
    expect(decodeConfirmed(new Uint8Array([255])).size).toBe(0);
  });
});
