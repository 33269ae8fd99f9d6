import { expect, test } from 'vitest';
import * as storage from './index.ts';

test('storage exports the data folder and the stores in memory', () => {
  expect(Object.keys(storage).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'DataFolderInUse',
    'StorageError',
    'backupDataFolder',
    'checkDataFolder',
    'createMemoryStores',
    'openDataFolder',
    'restoreDataFolder',
  ]);
});
