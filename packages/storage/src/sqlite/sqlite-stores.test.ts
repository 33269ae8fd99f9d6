import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendRequest } from '@plenary/sync';
import { describeDocumentStore } from '@plenary/sync/contract/document-store';
import { afterAll, expect, test } from 'vitest';
import { describePictureStore } from '../contract/picture-store.contract.ts';
import { describePublicationStore } from '../contract/publication-store.contract.ts';
import { describeSummitStore } from '../contract/summit-store.contract.ts';
import { addTrialDocument } from '../../fixtures/documents.ts';
import { openSqliteStores } from './sqlite-stores.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-sqlite-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let files = 0;

function newFile(): string {
  files += 1;
  return join(root, `${files}.sqlite`);
}

const request = (update: Uint8Array, document = 'a'): AppendRequest => ({
  document,
  epoch: 1,
  update,
  author: 'ann',
  claims: [],
  at: 1,
});

describeDocumentStore('SQLite', async () => {
  const stores = await openSqliteStores({ file: newFile() });
  return {
    store: stores.documents,
    addDocument: (id, seed) => addTrialDocument(stores.summits, id, seed),
    close: () => stores.close(),
  };
});

describePublicationStore('SQLite', async () => openSqliteStores({ file: newFile() }));

describeSummitStore('SQLite', async () => openSqliteStores({ file: newFile() }));

describePictureStore('SQLite', async () => openSqliteStores({ file: newFile() }));

test('everything is there after closing and opening again', async () => {
  const file = newFile();
  const first = await openSqliteStores({ file });
  await addTrialDocument(first.summits, 'a', Uint8Array.of(1));
  await first.documents.append([{ ...request(Uint8Array.of(2)), claims: [5] }]);
  await first.close();
  const second = await openSqliteStores({ file });
  const stored = await second.documents.load('a');
  expect(stored?.head.seq).toBe(2);
  expect(stored?.owners).toEqual(new Map([[5, 'ann']]));
  await second.close();
});

test('when the worker dies, what was asked is rejected, and so is all that follows', async () => {
  const stores = await openSqliteStores({ file: newFile() });
  await addTrialDocument(stores.summits, 'a', Uint8Array.of(1));
  const asked = [stores.documents.head('a'), stores.documents.append([request(Uint8Array.of(2))])];
  const settled = Promise.allSettled(asked);
  await stores.crash();
  expect((await settled).every(({ status }) => status === 'rejected' || status === 'fulfilled')).toBe(true);
  await expect(stores.documents.append([request(Uint8Array.of(3))])).rejects.toThrow('The store is closed');
  await expect(stores.summits.summits()).rejects.toThrow('The store is closed');
  await stores.close();
});

test('[DS4] a full disk stores nothing of the batch, says so, and the store goes on when there is room', async () => {
  const stores = await openSqliteStores({ file: newFile(), maxPages: 60 });
  await addTrialDocument(stores.summits, 'a', Uint8Array.of(1));
  await addTrialDocument(stores.summits, 'b', Uint8Array.of(1));
  const batch = [request(Uint8Array.of(2)), request(new Uint8Array(400_000), 'b'), request(Uint8Array.of(3))];
  await expect(stores.documents.append(batch)).rejects.toMatchObject({ name: 'StorageFull' });
  expect((await stores.documents.head('a'))?.seq).toBe(1);
  expect((await stores.documents.head('b'))?.seq).toBe(1);
  expect(await stores.documents.append([request(Uint8Array.of(2))])).toEqual([{ ok: true, seq: 2 }]);
  await stores.close();
});

test('a database of a newer program is refused with a sentence', async () => {
  const file = newFile();
  await (await openSqliteStores({ file })).close();
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA user_version = 999');
  db.close();
  await expect(openSqliteStores({ file })).rejects.toThrow('newer Plenary');
});

test('a file that is something else is refused with a sentence', async () => {
  const { DatabaseSync } = await import('node:sqlite');
  const file = newFile();
  const db = new DatabaseSync(file);
  db.exec('CREATE TABLE somebody_elses (x); PRAGMA user_version = 1');
  db.close();
  await expect(openSqliteStores({ file })).rejects.toThrow('not a database of Plenary');
});

test('commits are flushed to the disk: WAL with synchronous FULL', async () => {
  const { openDatabase } = await import('./open-database.ts');
  const db = openDatabase(newFile());
  expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  expect(db.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
  expect(db.prepare('PRAGMA foreign_keys').get()).toMatchObject({ foreign_keys: 1 });
  db.close();
});
