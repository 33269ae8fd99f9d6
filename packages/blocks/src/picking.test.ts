import { collectOutcomes, readDocument, seedUpdate } from '@plenary/document';
import { createPeers, doc, p } from '@plenary/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocks } from './registry.ts';

/** Two people pick values on the same action while cut off from each other; returns what both read afterwards. */
function pickAtOnce(one: Record<string, string>, other: Record<string, string>): unknown[] {
  const peers = createPeers({ count: 2, seed: 20161013 });
  const seed = seedUpdate(doc({ type: 'action', attrs: { id: 'x' }, content: [p('Write')] }), blocks);
  for (const [index, picked] of [one, other].entries()) {
    peers.cut(index);
    const ydoc = peers.docs[index];
    if (!ydoc) throw new Error('There are two peers.');
    Y.applyUpdate(ydoc, seed);
    const action = ydoc.getXmlFragment('default').get(0);
    if (!(action instanceof Y.XmlElement)) throw new Error('The document begins with the action.');
    for (const [name, value] of Object.entries(picked)) action.setAttribute(name, value);
  }
  peers.untilQuiet();
  return peers.docs.map((ydoc) => collectOutcomes(readDocument(ydoc), blocks)[0]?.data);
}

test('two people who pick different values both keep theirs', () => {
  const data = { owner: 'Ada', due: '2016-10-14', measure: null, status: null };
  expect(pickAtOnce({ owner: 'Ada' }, { due: '2016-10-14' })).toEqual([data, data]);
});

test('two people who pick the same value agree on one of them', () => {
  const [one, other] = pickAtOnce({ owner: 'Ada' }, { owner: 'Grace' });
  expect(one).toEqual(other);
  expect([
    { owner: 'Ada', due: null, measure: null, status: null },
    { owner: 'Grace', due: null, measure: null, status: null },
  ]).toContainEqual(one);
});
