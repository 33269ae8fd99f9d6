import { expect, test } from 'vitest';
import * as sync from './index.ts';

test('sync exports the rooms, their limits and their errors', () => {
  expect(Object.keys(sync).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'DEFAULT_LIMITS',
    'EditRefused',
    'LogDamaged',
    'NoSuchDocument',
    'ROOTS',
    'RoomEnded',
    'StoreFailed',
    'createRooms',
  ]);
});
