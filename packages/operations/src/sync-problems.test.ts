import { NoSuchDocument, RoomEnded, StoreFailed } from '@plenary/sync';
import { expect, test } from 'vitest';
import { onRoom } from './sync-problems.ts';

test.each([
  [new NoSuchDocument('g0'), 'group-unknown'],
  [new StoreFailed('g0'), 'storage-failed'],
  [new RoomEnded(), 'storage-failed'],
])('%s is told as %s', async (error, code) => {
  await expect(onRoom(failing(error))).rejects.toMatchObject({ code });
});

test('what nobody foresaw passes as it is', async () => {
  const error = new Error('unforeseen');
  await expect(onRoom(failing(error))).rejects.toBe(error);
  expect(await onRoom(async () => 7)).toBe(7);
});

function failing(error: Error): () => Promise<never> {
  return async () => {
    throw error;
  };
}
