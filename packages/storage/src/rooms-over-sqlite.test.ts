import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRooms, type Rooms, type Socket } from '@plenary/sync';
import { createManualClock } from '@plenary/testing';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addTrialDocument } from '../fixtures/documents.ts';
import { openDataFolder } from './data-folder.ts';
import { restoreDataFolder } from './restore.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-rooms-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An update that inserts a word into a document of its own: words of many do not depend on each other. */
function wordUpdate(word: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment('default').insert(0, [new Y.XmlText(word)]);
  return Y.encodeStateAsUpdate(doc);
}

function openRooms(store: Parameters<typeof createRooms>[0]['store']): Rooms {
  const meter = { count() {}, observe() {} };
  // Time stands still here, and with it every pause.
  const limits = { longestPauseMs: 0 };
  return createRooms({ store, meter, clock: createManualClock(), schemaVersion: 1, limits });
}

/** A connection that counts nothing and answers nothing: the marker comes back when its words are on disk. */
function write(rooms: Rooms, person: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = {
      bufferedAmount: 0,
      send([type]) {
        if (type === 102) resolve();
      },
      sendAll: (frames) => {
        for (const frame of frames) socket.send(frame);
      },
      close: (code) => reject(new Error(`closed with ${code}`)),
    };
    const session = rooms.open(socket, {
      document: 'doc',
      person: { id: person, name: person, colour: 0 },
      access: 'write',
      dialect: { kind: 'plenary', schema: 1, epoch: undefined },
    });
    for (const word of words) session.receive(message(2, wordUpdate(word)));
    // An empty answer to the question of the server, then the marker.
    session.receive(message(1, Uint8Array.of(0, 0)));
    session.receive(Uint8Array.of(102, 1));
  });
}

function message(step: number, body: Uint8Array): Uint8Array {
  const length: number[] = [];
  for (let rest = body.length; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      length.push(rest);
      break;
    }
    length.push((rest % 128) + 128);
  }
  const frame = new Uint8Array(2 + length.length + body.length);
  frame.set([0, step, ...length]);
  frame.set(body, 2 + length.length);
  return frame;
}

function wordsOf(state: Uint8Array): readonly string[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const nodes = doc.getXmlFragment('default').toArray();
  return nodes
    .map((node) => (node instanceof Y.XmlText ? node.toJSON() : ''))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

test('forty people write at once over SQLite; what was acknowledged is in the folder when it is opened again', async () => {
  const path = join(root, 'forty');
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'doc', wordUpdate('seed'));
  const rooms = openRooms(folder.documents);
  const people = Array.from({ length: 40 }, (_, person) => `p${person}`);
  await Promise.all(
    people.map((person) =>
      write(
        rooms,
        person,
        [1, 2, 3, 4, 5].map((number) => `${person}.${number}`),
      ),
    ),
  );
  // Acknowledged is enough: nothing is flushed or drained before the folder goes.
  await folder.close();

  const again = await openDataFolder(path);
  const { head, state } = await openRooms(again.documents).read('doc');
  const expected = [
    ...people.flatMap((person) => [1, 2, 3, 4, 5].map((number) => `${person}.${number}`)),
    'seed',
  ];
  expect(wordsOf(state)).toEqual(expected.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(head.seq).toBe(201);
  expect(await again.documents.authors('doc')).toHaveLength(41);
  expect(await again.check()).toEqual([]);
  await again.close();
});

test('a backup made while forty people write holds all that was acknowledged before it, and proves whole', async () => {
  const path = join(root, 'busy');
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'doc', wordUpdate('seed'));
  const rooms = openRooms(folder.documents);
  const stop = new AbortController();
  const acknowledged: string[] = [];
  const people = Array.from({ length: 40 }, async (_, person) => {
    for (let number = 1; !stop.signal.aborted; number += 1) {
      await write(rooms, `p${person}`, [`p${person}.${number}`]);
      acknowledged.push(`p${person}.${number}`);
    }
  });
  for (const round of [1, 2, 3]) {
    const before = [...acknowledged];
    const file = join(root, `busy-${round}.plenary-backup`);
    await folder.backup(file);
    expect(acknowledged.length).toBeGreaterThan(before.length);
    // Throws what `verify` finds: numbers, fingerprints, replay.
    const copy = join(root, `busy-copy-${round}`);
    await restoreDataFolder(file, copy);
    const restored = await openDataFolder(copy);
    const words = new Set(wordsOf((await openRooms(restored.documents).read('doc')).state));
    expect(before.filter((word) => !words.has(word))).toEqual([]);
    await restored.close();
  }
  stop.abort();
  await Promise.all(people);
  expect(await folder.check()).toEqual([]);
  await folder.close();
}, 60_000);

test('on a full disk nothing is acknowledged that is not stored, and the writer hears it', async () => {
  const path = join(root, 'full');
  const folder = await openDataFolder(path, { maxPages: 80 });
  await addTrialDocument(folder.summits, 'doc', wordUpdate('seed'));
  const rooms = openRooms(folder.documents);
  await write(rooms, 'ann', ['kept']);
  await expect(write(rooms, 'bob', ['x'.repeat(500_000)])).rejects.toThrow('closed with 1013');
  await write(rooms, 'ann', ['kept, too']);
  expect(wordsOf((await rooms.read('doc')).state)).toEqual(['kept', 'kept, too', 'seed']);
  await folder.close();
});
