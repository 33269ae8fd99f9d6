import type { SummitStore } from '@plenary/programme';
import { EMPTY_SUMMIT } from '@plenary/testing';
import { expect, test } from 'vitest';
import { describeSummitStore } from './contract/summit-store.contract.ts';
import { createMemoryStores } from './memory/memory-stores.ts';
import { withSummitCache } from './summit-cache.ts';

describeSummitStore('A store behind the cache', async () => {
  const stores = createMemoryStores();
  return { ...stores, summits: withSummitCache(stores.summits), close: async () => {} };
});

/** A cached store, what it asked the store behind it for, and a way to make that one slow. */
async function createTrial() {
  const { summits } = createMemoryStores();
  await summits.createSummit(EMPTY_SUMMIT, [], [], 0);
  const asked: string[] = [];
  const trial = { asked, delay: Promise.resolve(), cached: summits };
  const slow: SummitStore = {
    ...summits,
    async summit(id) {
      asked.push(id);
      const found = await summits.summit(id);
      await trial.delay;
      return found;
    },
  };
  return Object.assign(trial, { cached: withSummitCache(slow) });
}

const group = (id: string) => ({
  group: { id, session: 'none', title: id, lang: 'fr' as const },
  seed: Uint8Array.of(0, 0),
});

test('a crowd that asks for one summit reads it once', async () => {
  const { cached, asked } = await createTrial();
  const answers = await Promise.all(Array.from({ length: 500 }, () => cached.summit('summit')));
  expect(new Set(answers).size).toBe(1);
  await cached.summit('summit');
  expect(asked).toEqual(['summit']);
});

test('a summit is kept once, under all of its names', async () => {
  const { cached, asked } = await createTrial();
  await cached.addGroup('summit', group('g1'), 0);
  await cached.addGroup('summit', group('g2'), 0);
  const summit = await cached.summit('summit');
  expect(await cached.summitOfGroup('g1')).toBe(summit);
  expect(await cached.summitOfGroup('g2')).toBe(summit);
  expect(asked).toEqual(['summit']);
});

test('what does not exist is asked for again', async () => {
  const { cached, asked } = await createTrial();
  expect(await cached.summit('nowhere')).toBeUndefined();
  expect(await cached.summit('nowhere')).toBeUndefined();
  expect(asked).toEqual(['nowhere', 'nowhere']);
});

test('what could not be read is asked for again', async () => {
  const trial = await createTrial();
  trial.delay = Promise.reject(new Error('The disk is away.'));
  await expect(trial.cached.summit('summit')).rejects.toThrow('away');
  trial.delay = Promise.resolve();
  expect(await trial.cached.summit('summit')).toMatchObject({ id: 'summit' });
});

test('a group that is added is seen at once, also by whoever was asking meanwhile and asks again', async () => {
  const trial = await createTrial();
  const { promise, resolve } = Promise.withResolvers<void>();
  trial.delay = promise;
  const meanwhile = trial.cached.summit('summit');
  await trial.cached.addGroup('summit', group('g1'), 0);
  resolve();
  await meanwhile;
  expect((await trial.cached.summit('summit'))?.groups.map(({ id }) => id)).toEqual(['g1']);
});
