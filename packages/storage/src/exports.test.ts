import { expect, test } from 'vitest';
import * as storage from './index.ts';

test('storage exports the data folder, and stores and a bus in memory', () => {
  expect(Object.keys(storage).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'DataFolderInUse',
    'StorageError',
    'backupDataFolder',
    'checkDataFolder',
    'createMemoryBus',
    'createMemoryStores',
    'openDataFolder',
    'restoreDataFolder',
  ]);
});
