import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  createStage,
  insertParagraph,
  presenceMessage,
  settle,
  type Stage,
  textOf,
} from '../fixtures/client.ts';
import { createFakeSocket } from '../fixtures/fakes.ts';

const awarenesses: Awareness[] = [];
afterEach(() => {
  for (const awareness of awarenesses.splice(0)) awareness.destroy();
});

/** What `y-websocket` 3.1 does with its socket, with the libraries it does it with: echo of presence included. */
function connectStock(stage: Stage, person: string, doc = new Y.Doc()) {
  const socket = createFakeSocket();
  const awareness = new Awareness(doc);
  awarenesses.push(awareness);
  const outbox: Uint8Array[] = [];
  let synced = false;
  const frame = (type: number, write: (encoder: encoding.Encoder) => void) =>
    outbox.push(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, type);
        write(encoder);
      }),
    );
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) frame(0, (encoder) => writeUpdate(encoder, update));
  });
  interface Change {
    readonly added: number[];
    readonly updated: number[];
    readonly removed: number[];
  }
  awareness.on('update', ({ added, updated, removed }: Change) => {
    const changed = [...added, ...updated, ...removed];
    frame(1, (encoder) => encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, changed)));
  });
  socket.onFrame = (bytes) => {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === 1) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), socket);
    if (type !== 0) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    if (readSyncMessage(decoder, encoder, doc, socket) === 1) synced = true;
    if (encoding.length(encoder) > 1) outbox.push(encoding.toUint8Array(encoder));
  };
  const session = stage.rooms.open(socket, {
    document: 'doc',
    person: { id: person, name: person.toUpperCase(), colour: 3 },
    access: 'write',
    dialect: { kind: 'plain' },
  });
  frame(0, (encoder) => writeSyncStep1(encoder, doc));
  frame(1, (encoder) =>
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID])),
  );
  return {
    doc,
    awareness,
    socket,
    session,
    get synced() {
      return synced;
    },
    /** Hands over what waits to be sent; says how much that was. */
    deliver() {
      const frames = outbox.splice(0);
      for (const bytes of frames) session.receive(bytes);
      return frames.length;
    },
  };
}

async function untilQuiet(stage: Stage, clients: readonly ReturnType<typeof connectStock>[]): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    await settle();
    stage.clock.advance(100);
    const sent = clients.reduce((sum, client) => sum + client.deliver(), 0);
    quiet = sent === 0 ? quiet + 1 : 0;
  }
}

test('stock clients sync, converge and see each other under the names of their sessions', async () => {
  const stage = createStage();
  const ann = connectStock(stage, 'ann');
  const bob = connectStock(stage, 'bob');
  const clients = [ann, bob];
  await untilQuiet(stage, clients);
  expect([ann.synced, bob.synced]).toEqual([true, true]);
  insertParagraph(ann.doc, 'from ann');
  insertParagraph(bob.doc, 'from bob');
  ann.awareness.setLocalState({ user: { name: 'The Queen' }, cursor: 4 });
  await untilQuiet(stage, clients);
  expect(textOf(ann.doc)).toBe(textOf(bob.doc));
  expect(bob.awareness.getStates().get(ann.doc.clientID)).toEqual({
    user: { id: 'ann', name: 'ANN', colour: 3 },
    cursor: 4,
  });
  expect([ann.socket.closed, bob.socket.closed]).toEqual([undefined, undefined]);
});

test('[SY43] a stock client that reconnects with the clock it left with is seen again at once', async () => {
  const stage = createStage();
  const bob = connectStock(stage, 'bob');
  const ann = connectStock(stage, 'ann');
  await untilQuiet(stage, [ann, bob]);
  expect(bob.awareness.getStates().has(ann.doc.clientID)).toBe(true);
  ann.session.closed();
  await untilQuiet(stage, [bob]);
  expect(bob.awareness.getStates().has(ann.doc.clientID)).toBe(false);
  const again = connectStock(stage, 'ann', ann.doc);
  await untilQuiet(stage, [again, bob]);
  expect(bob.awareness.getStates().has(ann.doc.clientID)).toBe(true);
});

test('[SY40] the echo of a crowd of stock clients dies here', async () => {
  const stage = createStage();
  const clients = Array.from({ length: 20 }, (_, index) => connectStock(stage, `p${index}`));
  await untilQuiet(stage, clients);
  const before = clients.map(({ socket }) => socket.frames.length);
  clients[0]?.awareness.setLocalStateField('cursor', 7);
  await untilQuiet(stage, clients);
  for (const [index, { socket }] of clients.entries())
    expect(socket.frames.length - (before[index] ?? 0)).toBe(1);
});

test('[SY44] the keep-alive is a frame stock clients read without a change to anything', async () => {
  const stage = createStage();
  const ann = connectStock(stage, 'ann');
  await untilQuiet(stage, [ann]);
  let changes = 0;
  ann.awareness.on('change', () => {
    changes += 1;
  });
  stage.clock.advance(15_000);
  expect(ann.socket.frames.at(-1)).toEqual(Uint8Array.of(1, 1, 0));
  expect(changes).toBe(0);
  expect(presenceMessage()).toEqual(Uint8Array.of(1, 1, 0));
});
