import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addTrialDocument } from '../fixtures/documents.ts';
import { SEED, word } from '../fixtures/written.ts';
import { checkDataFolder, DATABASE, openDataFolder } from './data-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'plenary-gone-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LOSSES: readonly (readonly [what: string, lose: (database: string) => void])[] = [
  ['the database is removed', (database) => rmSync(database)],
  ['its log is removed', (database) => rmSync(`${database}-wal`)],
  ['the whole folder is removed', (database) => rmSync(join(database, '..'), { recursive: true })],
  [
    'the folder is moved away',
    (database) => renameSync(join(database, '..'), `${join(database, '..')}-moved`),
  ],
  [
    'another file takes its place',
    (database) => {
      copyFileSync(database, `${database}.copy`);
      renameSync(`${database}.copy`, database);
    },
  ],
];

test.each(LOSSES)('when %s, nothing is acknowledged any more, in words', async (what, lose) => {
  const path = join(root, what.replaceAll(' ', '-'));
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'a', SEED);
  expect(await folder.documents.append([word('a', 'kept')])).toEqual([{ ok: true, seq: 2 }]);
  lose(join(path, DATABASE));
  const lost = folder.documents.append([word('a', 'lost')]);
  await expect(lost).rejects.toMatchObject({ name: 'StorageBroken' });
  await expect(lost).rejects.toThrow(/was removed or replaced while Plenary ran/);
  await expect(folder.documents.append([word('a', 'later')])).rejects.toMatchObject({
    name: 'StorageBroken',
  });
  await expect(folder.summits.summits()).rejects.toMatchObject({ name: 'StorageBroken' });
  await folder.close();
});

test('what lies beside the database, and a check of another process, are no loss', async () => {
  const path = join(root, 'quiet');
  const folder = await openDataFolder(path);
  await addTrialDocument(folder.summits, 'a', SEED);
  writeFileSync(join(path, 'note.txt'), 'x');
  expect(await checkDataFolder(path)).toEqual([]);
  for (let seq = 2; seq < 30; seq += 1)
    expect(await folder.documents.append([word('a', 'x'.repeat(100_000))])).toEqual([{ ok: true, seq }]);
  await folder.close();
});
