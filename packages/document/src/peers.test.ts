import { HARD_TEXTS, createPeers, doc, p } from '@plenary/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sampleBlocks } from '../fixtures/sample-block.ts';
import { canonicalJson, contentHash } from './canonical.ts';
import { textOf } from './doc-node.ts';
import { appendBlocks, readDocument, readState, seedUpdate } from './ydoc.ts';

test('what three people append over a bad network is there once, with one fingerprint for all', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const peers = createPeers({ count: 3, seed });
      const first = seedUpdate(doc(p('seed')), sampleBlocks);
      for (const ydoc of peers.docs) Y.applyUpdate(ydoc, first);
      const words: string[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        const word = `word${turn}`;
        const ydoc = peers.docs[turn % 3];
        if (ydoc) appendBlocks(ydoc, [p(word), { type: 'note', content: [p(`${word}!`)] }], sampleBlocks);
        words.push(word, `${word}!`);
        peers.deliver(peers.random.below(6));
      }
      peers.untilQuiet();
      const contents = peers.docs.map(readDocument);
      expect(new Set(contents.map(contentHash)).size).toBe(1);
      expect(contents.map((content) => textOf(content).split('\n').toSorted())[0]).toEqual(
        ['seed', ...words].toSorted(),
      );
    }),
    { numRuns: 30 },
  );
});

test.each(HARD_TEXTS)('hard text (%s) is read as it was written', (_name, text) => {
  const content = doc(p(text));
  expect(canonicalJson(readState(seedUpdate(content, sampleBlocks)))).toBe(canonicalJson(content));
});
