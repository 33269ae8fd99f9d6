import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createRooms, type DocumentStore, type Rooms, type StoredUpdate } from '@plenary/sync';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import type { RoomAddress } from './address.ts';
import { startChecking } from './checking.ts';
import { FIRST_KEY } from './typist.ts';
import { WritersAndReaders } from './writers.ts';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

test('every key is counted once on every other screen, and the server has what was counted', async () => {
  const room = await serve(createRooms({ ...PARTS, store: storeInMemory() }));
  const people = await WritersAndReaders.enter({
    rooms: [room],
    writers: 4,
    readers: 3,
    keysPerSecond: 1,
    cursors: true,
    seed: 11,
  });
  endings.push(() => people.leave());
  for (let key = 0; key < 25; key += 1) people.pressAll();
  await people.settled();
  expect(people.lost).toEqual([]);
  expect(people.keys).toBe(100);
  expect(people.expected).toBe(600);
  expect(people.screens.deliveries).toBe(600);
  expect([...people.screens.seen().values()]).toEqual([1, 1, 1, 1].map(() => FIRST_KEY + 24));

  const check = await startChecking({ kind: 'checking', rooms: [room] });
  const served = await check.end();
  for (const client of people.screens.seen().keys()) expect(served[client]).toBe(FIRST_KEY + 25);
});

test('whoever is turned away is told and does not hold up the others', async () => {
  const room = await serve(
    createRooms({ ...PARTS, store: { ...storeInMemory(), load: async () => undefined } }),
  );
  const people = await WritersAndReaders.enter({
    rooms: [room],
    writers: 1,
    readers: 1,
    keysPerSecond: 1,
    cursors: false,
    seed: 11,
  });
  expect(people.lost).toEqual(['4404 no such document', '4404 no such document']);
  people.leave();
});

const PARTS = {
  clock: {
    now: () => 0,
    after: (ms: number, task: () => void) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
  meter: { count: () => undefined, observe: () => undefined },
  schemaVersion: 1,
};

/** A real socket before real rooms, as the server does it, without a session. */
async function serve(rooms: Rooms): Promise<RoomAddress> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  let people = 0;
  server.on('connection', (socket) => {
    people += 1;
    const session = rooms.open(
      {
        send: (frame) => socket.send(frame),
        sendAll: (frames) => {
          for (const frame of frames) socket.send(frame);
        },
        get bufferedAmount() {
          return socket.bufferedAmount;
        },
        close: (code, reason) => socket.close(code, reason),
      },
      {
        document: 'group',
        person: { id: `person-${people}`, name: `Person ${people}`, colour: 0 },
        access: 'write',
        dialect: { kind: 'plain' },
      },
    );
    socket.on('message', (frame: Buffer) => session.receive(frame));
    socket.on('close', () => session.closed());
  });
  await once(server, 'listening');
  endings.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/`, dialect: { kind: 'y-websocket' }, writers: [] };
}

/** One document that begins empty; nothing else of a store is needed here. */
function storeInMemory(): DocumentStore {
  const log: StoredUpdate[] = [
    { seq: 1, update: Y.encodeStateAsUpdate(new Y.Doc()), author: 'system:seed', at: 0 },
  ];
  const head = () => ({ document: 'group', seq: log.length, epoch: 1 });
  return {
    load: async () => ({ head: head(), tail: [...log], owners: new Map() }),
    head: async () => head(),
    append: async (batch) =>
      batch.map(({ update, author }) => {
        log.push({ seq: log.length + 1, update: update.slice(), author, at: 0 });
        return { ok: true, seq: log.length };
      }),
    seal: async () => 'missing',
    reopen: async () => undefined,
    saveSnapshot: async () => undefined,
    authors: async () => [],
    owners: async () => new Map(),
    history: async () => [...log],
  };
}
