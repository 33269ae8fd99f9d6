import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readLetters } from './letters.ts';
import { FIRST_KEY, Typist } from './typist.ts';

function lettersIn(update: Uint8Array): readonly (readonly [number, number, number])[] {
  const found: [number, number, number][] = [];
  readLetters(update, (client, clock, length) => found.push([client, clock, length]));
  return found;
}

describe('what a typist writes', () => {
  test('is what Yjs would write: the letters stand in a document, in order, with nothing pending', () => {
    const doc = new Y.Doc();
    for (const client of [1, 300, 2 ** 32 - 1]) {
      const typist = new Typist(client);
      Y.applyUpdate(doc, typist.opening());
      for (let key = 0; key < 30; key += 1) Y.applyUpdate(doc, typist.key());
      expect(Y.getState(doc.store, client)).toBe(FIRST_KEY + 30);
    }
    expect(doc.store.pendingStructs).toBeNull();
    const paragraphs = doc.getXmlFragment('default').toArray();
    expect(paragraphs.map((one) => (one as Y.XmlElement).get(0).toString())).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^¶[a-z ]{30}$/)),
    );
  });

  test('is byte for byte what Yjs would send', () => {
    const typist = new Typist(77);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, typist.opening());
    const letter = typist.key();
    doc.clientID = 77;
    const sent: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => sent.push(update));
    const text = (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const [, written] = new TextDecoder().decode(letter).match(/([a-z ])\0$/) ?? [];
    text.insert(1, written ?? '');
    expect(sent).toEqual([letter]);
  });
});

describe('reading letters off an update', () => {
  test('finds each key of each writer, however they were put together', () => {
    const [ada, bo] = [new Typist(5), new Typist(900_000)];
    const openings = [ada.opening(), bo.opening()];
    const keys = [ada.key(), bo.key(), ada.key(), ada.key()];
    const merged = lettersIn(Y.mergeUpdates(keys));
    const sum = (client: number): number =>
      merged.filter(([who]) => who === client).reduce((all, [, , length]) => all + length, 0);
    expect([sum(5), sum(900_000)]).toEqual([3, 1]);
    const doc = new Y.Doc();
    for (const update of [...openings, ...keys]) Y.applyUpdate(doc, update);
    // A document joins what was typed in a row.
    expect(lettersIn(Y.encodeStateAsUpdate(doc))).toEqual(
      expect.arrayContaining([
        [5, FIRST_KEY - 1, 4],
        [900_000, FIRST_KEY - 1, 2],
      ]),
    );
  });

  test('passes over what was deleted and what is missing', () => {
    const typist = new Typist(5);
    const doc = new Y.Doc();
    for (const update of [typist.opening(), typist.key(), typist.key(), typist.key()])
      Y.applyUpdate(doc, update);
    const text = (doc.getXmlFragment('default').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.delete(1, 2);
    expect(lettersIn(Y.encodeStateAsUpdate(doc))).toEqual([
      [5, 2, 1],
      [5, 5, 1],
    ]);
    const [first, , third] = [typist.key(), typist.key(), typist.key()];
    expect(lettersIn(Y.mergeUpdates([first, third]))).toEqual([
      [5, 6, 1],
      [5, 8, 1],
    ]);
  });

  test('does not guess at content that no typist writes', () => {
    const doc = new Y.Doc();
    doc.getArray('default').insert(0, [1]);
    expect(() => lettersIn(Y.encodeStateAsUpdate(doc))).toThrow('which no typist writes');
  });
});
