import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { contentHash, readState } from '@plenary/document';
import type { Picture } from '@plenary/programme';
import { createRooms, type Rooms } from '@plenary/sync';
import { createManualClock, EMPTY_SUMMIT } from '@plenary/testing';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addTrialDocument } from '../fixtures/documents.ts';
import { pen, SEED, word } from '../fixtures/written.ts';
import { backupDataFolder, checkDataFolder, DATABASE, openDataFolder } from './data-folder.ts';
import { restoreDataFolder } from './restore.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-verify-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

function newPath(): string {
  folders += 1;
  return join(root, String(folders));
}

/** A folder with the document `a`, to which ann has added six words with the client id 7, and a quiet neighbour. */
async function folderOfSix(): Promise<string> {
  const path = newPath();
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'a', SEED);
  await addTrialDocument(folder.summits, 'b', SEED);
  const write = pen(7);
  for (const text of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const claims = text === 'one' ? [7] : [];
    await folder.documents.append([{ ...word('a', ''), update: write(text), claims }]);
  }
  await folder.pictures.addPicture(
    PICTURE,
    { summit: EMPTY_SUMMIT.id, group: 'a', author: 'ann', at: 1 },
    10,
  );
  await folder.publications.publish(PUBLISHED, [
    { name: 'fr', mediaType: 'text/html', bytes: PICTURE.bytes },
  ]);
  expect(await folder.check()).toEqual([]);
  await folder.close();
  return path;
}

const PUBLISHED = {
  summit: EMPTY_SUMMIT.id,
  by: 'ann',
  at: 1,
  langs: ['fr'],
  findable: false,
  sources: {},
} as const;

const PICTURE: Picture = {
  id: createHash('sha256')
    .update(Uint8Array.of(1, 2, 3))
    .digest('hex'),
  type: 'image/png',
  width: 1,
  height: 1,
  bytes: Uint8Array.of(1, 2, 3),
};

/** Does to a database what a disk, or somebody with a tool, does to it. */
function harm(path: string, sql: string): void {
  const db = new DatabaseSync(join(path, DATABASE), { enableForeignKeyConstraints: false });
  db.exec(sql);
  db.close();
}

/** Makes a database of today one of the first version. */
const BEFORE_FINGERPRINTS = `ALTER TABLE document DROP COLUMN chain; ALTER TABLE document_update DROP COLUMN chain;
  DROP TABLE picture; DROP TABLE published_file; DROP TABLE published_bytes; DROP TABLE publication;
  DROP TABLE report_plan; PRAGMA user_version = 1`;

const A = `(SELECT key FROM document WHERE id = 'a')`;

/** The state of `a` as the log says it after this update. */
async function stateOf(path: string, seq: number): Promise<Uint8Array> {
  const folder = await openDataFolder(path);
  const doc = new Y.Doc();
  for (const row of await folder.documents.history('a', 0)) {
    if (row.seq <= seq) Y.applyUpdate(doc, row.update);
  }
  await folder.close();
  return Y.encodeStateAsUpdate(doc);
}

const hex = (bytes: Uint8Array): string => `x'${Buffer.from(bytes).toString('hex')}'`;

const DAMAGE: readonly (readonly [name: string, sql: string, sentence: string])[] = [
  [
    'a row that is gone',
    `DELETE FROM document_update WHERE document = ${A} AND seq = 3`,
    'The log of document a has a gap: 6 updates, the newest 7, expected 7.',
  ],
  [
    'a lost seed',
    `DELETE FROM document_update WHERE document = ${A} AND seq = 1`,
    'The log of document a has lost its seed.',
  ],
  [
    'the newest row gone, and its number with it',
    `DELETE FROM document_update WHERE document = ${A} AND seq = 7; UPDATE document SET seq = 6 WHERE id = 'a'`,
    'The newest update of document a is not the one that was stored last.',
  ],
  [
    'a changed text',
    `UPDATE document_update SET bytes = CAST(replace(bytes, 'three', 'seven') AS BLOB) WHERE document = ${A} AND seq = 4`,
    'Update 4 of document a is not what was stored.',
  ],
  [
    'a changed author',
    `UPDATE document_update SET author = 'bob' WHERE document = ${A} AND seq = 4`,
    'Update 4 of document a is not what was stored.',
  ],
  [
    'a changed time',
    `UPDATE document_update SET at = at + 1 WHERE document = ${A} AND seq = 7`,
    'Update 7 of document a is not what was stored.',
  ],
  [
    'two rows swapped',
    `UPDATE document_update SET seq = -seq WHERE document = ${A} AND seq IN (3, 4);
     UPDATE document_update SET seq = 7 + seq WHERE document = ${A} AND seq < 0`,
    'Update 3 of document a is not what was stored (and 2 more after it).',
  ],
  [
    'a row of another document in its place',
    `UPDATE document_update SET (bytes, author, at, chain) = (SELECT bytes, author, at, chain FROM document_update
       WHERE document <> ${A} AND seq = 1) WHERE document = ${A} AND seq = 1`,
    'Update 1 of document a is not what was stored (and 1 more after it).',
  ],
  [
    'a snapshot ahead of the log',
    `INSERT INTO document_snapshot VALUES (${A}, 9, x'00')`,
    'The snapshot of document a is ahead of its log (9).',
  ],
  [
    'a snapshot that cannot be read',
    `INSERT INTO document_snapshot VALUES (${A}, 5, x'0102')`,
    'The snapshot of document a cannot be read.',
  ],
  [
    'a signed document that went on',
    `UPDATE document SET sealed_seq = 2, sealed_hash = '', sealed_by = '', sealed_at = 0 WHERE id = 'a'`,
    'Document a was signed at 2 and has gone on to 7.',
  ],
  [
    'a signature over another text',
    `UPDATE document SET sealed_seq = 7, sealed_hash = 'ab', sealed_by = 'ann', sealed_at = 0 WHERE id = 'a'`,
    'The text of document a is not the one that was signed.',
  ],
  [
    'a client id that changed hands',
    `UPDATE client_owner SET author = 'bob' WHERE document = ${A} AND client = 7`,
    'Client id 7 of document a belongs to bob, but ann wrote with it in update 2.',
  ],
  [
    'a client id that lost its owner',
    `DELETE FROM client_owner WHERE document = ${A} AND client = 7`,
    'Client id 7 of document a belongs to nobody, but ann wrote with it in update 2.',
  ],
  [
    'a client id nobody used',
    `INSERT INTO client_owner VALUES (${A}, 99, 'bob')`,
    'Client id 99 of document a belongs to bob, who never wrote with it.',
  ],
  [
    'a changed file of a published report',
    `UPDATE published_bytes SET bytes = x'010203ff'`,
    'File fr of the published report of summit summit is not what was published.',
  ],
  [
    'a changed picture',
    `UPDATE picture SET bytes = x'010203ff'`,
    `Picture ${PICTURE.id} of summit summit is not what was stored.`,
  ],
  [
    'a row that points to nothing',
    `INSERT INTO client_owner VALUES (77, 1, 'bob')`,
    'A row of client_owner points to nothing in document.',
  ],
];

test.each(DAMAGE)('verify names %s', async (_, sql, sentence) => {
  const path = await folderOfSix();
  harm(path, sql);
  expect(await checkDataFolder(path)).toEqual([sentence]);
  const file = `${path}.plenary-backup`;
  await backupDataFolder(path, file);
  await expect(restoreDataFolder(file, newPath())).rejects.toThrow(sentence);
});

test.each([
  ['of an older moment', 4],
  ['of another text', 5],
])('verify names a snapshot %s', async (_, seq) => {
  const path = await folderOfSix();
  const state = seq === 5 ? pen(7)('other text') : await stateOf(path, seq);
  harm(path, `INSERT INTO document_snapshot VALUES (${A}, 5, ${hex(state)})`);
  expect(await checkDataFolder(path)).toEqual([
    'The snapshot of document a is not what its log says at update 5.',
  ]);
});

test('a snapshot that is what the log says, and a signature over the text, are in order', async () => {
  const path = await folderOfSix();
  const state = await stateOf(path, 7);
  const signed = contentHash(readState(state));
  harm(
    path,
    `INSERT INTO document_snapshot VALUES (${A}, 5, ${hex(await stateOf(path, 5))});
     UPDATE document SET sealed_seq = 7, sealed_hash = '${signed}', sealed_by = 'ann', sealed_at = 0 WHERE id = 'a'`,
  );
  expect(await checkDataFolder(path)).toEqual([]);
});

test('verify names an update that was stored well and cannot be read, and one that lacks what it refers to', async () => {
  const path = newPath();
  const folder = await openDataFolder(path);
  for (const id of ['a', 'b']) await addTrialDocument(folder.summits, id, SEED);
  await folder.documents.append([{ ...word('a', 'x'), update: Uint8Array.of(9, 9), claims: [] }]);
  const write = pen(7);
  write('never sent');
  await folder.documents.append([{ ...word('b', 'x'), update: write('sent'), claims: [7] }]);
  expect(await folder.check()).toEqual([
    'The log of document a does not fit together: update 2 cannot be read.',
    'The log of document b does not fit together: update 2, or one shortly before it, refers to something that is not there.',
  ]);
  await folder.close();
});

test('a folder from before there were fingerprints opens, gets them, and is whole; so does its backup', async () => {
  const path = await folderOfSix();
  harm(path, BEFORE_FINGERPRINTS);
  const old = `${path}.plenary-backup`;
  await backupDataFolder(path, old);
  const restored = newPath();
  await restoreDataFolder(old, restored);
  for (const each of [path, restored]) {
    await (await openDataFolder(each)).close();
    expect(await checkDataFolder(each)).toEqual([]);
    harm(each, `UPDATE document_update SET author = 'bob' WHERE document = ${A} AND seq = 4`);
    expect(await checkDataFolder(each)).toEqual(['Update 4 of document a is not what was stored.']);
  }
});

test('more rows than one page get their fingerprints', async () => {
  const path = newPath();
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'a', SEED);
  await folder.documents.append(Array.from({ length: 450 }, (_, index) => word('a', `word ${index}`)));
  await folder.close();
  harm(path, `UPDATE document SET chain = x''; UPDATE document_update SET chain = x''`);
  harm(path, BEFORE_FINGERPRINTS);
  await (await openDataFolder(path)).close();
  expect(await checkDataFolder(path)).toEqual([]);
});

test('a backup holds the pictures and what is published, and restoring brings them back', async () => {
  const path = await folderOfSix();
  const file = `${path}.plenary-backup`;
  const busy = await openDataFolder(path);
  await busy.backup(file);
  await busy.close();
  const restored = newPath();
  await restoreDataFolder(file, restored);
  const folder = await openDataFolder(restored);
  expect(await folder.pictures.picture(EMPTY_SUMMIT.id, PICTURE.id)).toEqual(PICTURE);
  expect(await folder.publications.publishedBytes(EMPTY_SUMMIT.id, 'fr')).toEqual(PICTURE.bytes);
  expect(await folder.check()).toEqual([]);
  await folder.close();
});

test('a backup made by a newer program is not restored', async () => {
  const path = await folderOfSix();
  harm(path, 'PRAGMA user_version = 99');
  const file = `${path}.plenary-backup`;
  await backupDataFolder(path, file);
  await expect(restoreDataFolder(file, newPath())).rejects.toThrow('newer Plenary');
});

test('what rooms and the server itself write is consistent: owners, snapshots, signatures', async () => {
  const path = newPath();
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'a', SEED);
  const meter = { count() {}, observe() {} };
  const options = { store: folder.documents, meter, clock: createManualClock(), schemaVersion: 1 };
  const rooms: Rooms = createRooms({ ...options, limits: { snapshotEvery: 5 } });
  for (let edit = 1; edit <= 12; edit += 1) {
    await rooms.edit('a', edit % 2 === 0 ? 'ann' : 'system:import', (doc) => {
      const body = doc.getXmlFragment('default');
      body.push([new Y.XmlText(`edit ${edit}`)]);
      if (edit > 6) body.delete(1, 1);
      doc.getMap('meta').set('edit', edit);
    });
  }
  const { head, state } = await rooms.read('a');
  const seal = { seq: head.seq, hash: contentHash(readState(state)), by: 'ann', at: 1 };
  expect(await rooms.seal('a', seal)).toBe('sealed');
  await rooms.drain();
  expect(await folder.check()).toEqual([]);
  expect((await folder.documents.load('a'))?.snapshot?.seq).toBeGreaterThan(5);
  await folder.close();
});
