import { createRandom, type Random } from '@plenary/testing';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isBetweenNeighbours } from './update-neighbours.ts';

/** Applies an update as a replica does, and says whether its items are where they claim to be. */
function take(doc: Y.Doc, update: Uint8Array): boolean {
  let fits = false;
  const before = new Map<number, number>();
  for (const { id } of Y.decodeUpdate(update).structs)
    before.set(id.client, Y.getState(doc.store, id.client));
  doc.transact(() => {
    Y.applyUpdate(doc, update);
    fits = isBetweenNeighbours(doc, before, update);
  });
  return fits;
}

interface Peer {
  readonly doc: Y.Doc;
  /** Updates of its own that the server has not got. */
  readonly out: Uint8Array[];
}

function peer(seed: Uint8Array, clientID: number): Peer {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  Y.applyUpdate(doc, seed, 'server');
  const out: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') out.push(update);
  });
  return { doc, out };
}

/**
 * Types, takes away, marks. Without undo: Yjs redoes an item, once in ten thousand times, with the same item as left and
 * right neighbour, and replicas can differ for good after that; it is refused as if it were forged.
 */
function act(random: Random, { doc }: Peer): void {
  const body = doc.getXmlFragment('default');
  const block = body.length === 0 ? undefined : body.get(random.below(body.length));
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  const step = random.below(8);
  if (step === 0 || !(block instanceof Y.XmlElement)) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('abc')]);
    body.insert(random.below(body.length + 1), [paragraph]);
  } else if (step === 1) body.delete(random.below(body.length), 1);
  else if (step === 2) block.setAttribute('level', String(random.below(4)));
  else if (!(text instanceof Y.XmlText)) block.insert(0, [new Y.XmlText('new')]);
  else if (step < 6 || text.length < 3)
    text.insert(random.below(text.length + 1), random.pick(['x', 'yz', '👩‍👩‍👧']));
  else if (step === 6) text.delete(random.below(text.length - 1), 1 + random.below(2));
  else text.format(random.below(text.length - 1), 2, { bold: random.chance(0.5) ? {} : null });
}

describe('neighbours', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))(
    '[SY17] what honest people write at once is between its neighbours, seed %i',
    (seed) => {
      const random = createRandom(seed);
      const server = new Y.Doc();
      server.clientID = 1;
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('seed')]);
      server.getXmlFragment('default').insert(0, [paragraph]);
      const start = Y.encodeStateAsUpdate(server);
      const peers = [2 + random.below(100), 100 + random.below(2 ** 31), 2 ** 31 + random.below(2 ** 31)].map(
        (client) => peer(start, client),
      );
      for (let turn = 0; turn < 400; turn += 1) {
        const one = random.pick(peers);
        act(random, one);
        if (random.chance(0.7)) continue;
        // Both ways: what was written off line in one piece or several, then what others wrote.
        const updates = one.out.splice(0);
        const sent = random.chance(0.5) && updates.length > 0 ? [Y.mergeUpdates(updates)] : updates;
        for (const update of sent) expect(take(server, update)).toBe(true);
        Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(one.doc)), 'server');
      }
    },
  );

  /** A document that says `seed`, typed in one go by client 1, and an item of client 2 between two of its letters. */
  function between(origin: number | undefined, rightOrigin: number | undefined): boolean {
    const doc = new Y.Doc();
    doc.clientID = 1;
    doc.getText('default').insert(0, 'seed');
    const letter = (clock: number | undefined): Y.ID | null =>
      clock === undefined ? null : Y.createID(1, clock);
    const forger = new Y.Doc();
    forger.clientID = 2;
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(doc));
    const vector = Y.encodeStateVector(forger);
    forger.transact((transaction) => {
      const parent = forger.getText('default');
      const left = letter(origin);
      const right = letter(rightOrigin);
      new Y.Item(
        Y.createID(2, 0),
        left === null ? null : Y.getItemCleanEnd(transaction, forger.store, left),
        left,
        right === null ? null : Y.getItemCleanStart(transaction, right),
        right,
        parent,
        null,
        new Y.ContentString('x'),
      ).integrate(transaction, 0);
    });
    return take(doc, Y.encodeStateAsUpdate(forger, vector));
  }

  test('[SY17] an item between a value and what is gone with its paragraph is refused', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('gone')]);
    const body = doc.getXmlFragment('default');
    body.insert(0, [paragraph]);
    doc.getMap('meta').set('key', 'x');
    body.delete(0, 1);
    // Client 2, clock 0: a letter with the value as left and the paragraph's first letter as right neighbour.
    const value = Y.getState(doc.store, 1) - 1;
    const forged = Uint8Array.of(1, 1, 2, 0, 0xc4, 1, value, 1, 2, 1, 0x78, 0);
    expect(take(doc, forged)).toBe(false);
  });

  test.each([
    ['at the beginning', undefined, 0],
    ['between two letters', 1, 2],
    ['at the end', 3, undefined],
    ['at what was the end, when the last letter was not there yet', 2, undefined],
  ])('[SY17] an item %s is where an honest program puts it', (_, origin, rightOrigin) => {
    expect(between(origin, rightOrigin)).toBe(true);
  });

  test.each([
    ['over the one letter', 0, 2],
    ['over all letters', 0, 3],
    ['from the beginning over a letter', undefined, 1],
  ])(
    '[SY17] an item that passes %s, which its author must have seen, is refused',
    (_, origin, rightOrigin) => {
      expect(between(origin, rightOrigin)).toBe(false);
    },
  );
});
