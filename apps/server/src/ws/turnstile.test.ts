import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile.ts';

test('so many run at once, in the order they came, and one that fails lets the next one in', async () => {
  const pass = createTurnstile(2);
  const began: number[] = [];
  const ends: ((failed?: Error) => void)[] = [];
  const tasks = [0, 1, 2, 3].map((task) =>
    pass(async () => {
      began.push(task);
      await new Promise<void>((resolve, reject) => {
        ends[task] = (failed) => (failed === undefined ? resolve() : reject(failed));
      });
    }),
  );
  const turn = () =>
    new Promise((resolve) => {
      setImmediate(resolve);
    });
  await turn();
  expect(began).toEqual([0, 1]);
  ends[1]?.(new Error('broken off'));
  await expect(tasks[1]).rejects.toThrow('broken off');
  await turn();
  expect(began).toEqual([0, 1, 2]);
  ends[0]?.();
  ends[2]?.();
  await turn();
  expect(began).toEqual([0, 1, 2, 3]);
  ends[3]?.();
  await Promise.allSettled(tasks);
});
