import { expect, test } from 'vitest';
import { createPeers, type Peers } from './peers.ts';

/** Every peer writes at random places while messages are lost, repeated and reordered. */
function scribble(seed: number): Peers {
  const peers = createPeers({ count: 4, seed, loss: 0.4, repeat: 0.2 });
  for (let turn = 0; turn < 60; turn += 1) {
    const peer = peers.random.below(4);
    const text = peers.docs[peer]!.getText('t');
    if (text.length > 3 && peers.random.chance(0.3)) text.delete(peers.random.below(text.length - 1), 1);
    else text.insert(peers.random.below(text.length + 1), `${peer}`);
    peers.deliver(peers.random.below(6));
  }
  return peers;
}

const texts = (peers: Peers): string[] => peers.docs.map((doc) => doc.getText('t').toJSON());

test.each([1, 2, 3, 4, 5])('peers with seed %i end with one text', (seed) => {
  const peers = scribble(seed);
  expect(new Set(texts(peers)).size).toBeGreaterThan(1);
  peers.untilQuiet();
  expect(new Set(texts(peers)).size).toBe(1);
  expect(texts(peers)[0]).not.toBe('');
  expect(peers.underWay).toBe(0);
});

test('the same seed gives the same text', () => {
  const [one, other] = [scribble(9), scribble(9)];
  expect(texts(one)).toEqual(texts(other));
});

test('who is cut off hears nothing until the notes are compared', () => {
  const peers = createPeers({ count: 2, seed: 1, loss: 0, repeat: 0 });
  peers.cut(1);
  peers.docs[0]!.getText('t').insert(0, 'alone');
  peers.docs[1]!.getText('t').insert(0, 'offline ');
  peers.deliver(10);
  expect(texts(peers)).toEqual(['alone', 'offline ']);
  peers.join(1);
  peers.deliver(10);
  expect(texts(peers)).toEqual(['alone', 'offline ']);
  peers.untilQuiet();
  expect(texts(peers)[0]).toBe(texts(peers)[1]);
  expect(texts(peers)[0]).toHaveLength('alone'.length + 'offline '.length);
});

test('without loss, delivering everything is enough', () => {
  const peers = createPeers({ count: 3, seed: 1, loss: 0, repeat: 0 });
  peers.docs[0]!.getText('t').insert(0, 'to all');
  peers.deliver(10);
  expect(texts(peers)).toEqual(['to all', 'to all', 'to all']);
});
