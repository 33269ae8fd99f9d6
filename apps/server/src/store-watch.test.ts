import { StorageError } from '@plenary/storage';
import { createManualClock } from '@plenary/testing';
import { describe, expect, test } from 'vitest';
import { watchStore } from './store-watch.ts';

function stage() {
  const clock = createManualClock();
  const lines: unknown[] = [];
  const counted: string[] = [];
  const log = { error: (line: unknown) => lines.push(line) };
  const watch = watchStore(log, { storeFailed: (kind) => counted.push(kind) }, clock);
  let failure: Error | undefined;
  const store = watch.over({
    name: 'disk',
    async append(word: string) {
      if (failure !== undefined) throw failure;
      return `${this.name}: ${word}`;
    },
  });
  return {
    clock,
    lines,
    counted,
    watch,
    store,
    fail: (name: string) => {
      failure = new StorageError({ name, message: 'The disk is full.' });
    },
    failOtherwise: () => {
      failure = new RangeError('secret text');
    },
  };
}

describe('the watch over the store', () => {
  test('passes on what is asked and what is answered', async () => {
    const { store, lines } = stage();
    expect(store.name).toBe('disk');
    expect(await store.append('a')).toBe('disk: a');
    expect(lines).toEqual([]);
  });

  test('says a full disk once a minute, counts it each time, and lets the caller know', async () => {
    const { store, lines, counted, clock, fail } = stage();
    fail('StorageFull');
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(store.append('a')).rejects.toThrow('full');
    expect(lines).toEqual([{ kind: 'StorageFull' }]);
    clock.advance(60_000);
    await expect(store.append('a')).rejects.toThrow(StorageError);
    expect(lines).toHaveLength(2);
    expect(counted).toEqual(Array.from({ length: 4 }, () => 'StorageFull'));
  });

  test('says it again after the clock was set back', async () => {
    const lines: unknown[] = [];
    let now = 7_200_000;
    const watch = watchStore(
      { error: (line) => lines.push(line) },
      { storeFailed: () => undefined },
      { now: () => now },
    );
    const store = watch.over({
      async append() {
        throw new StorageError({ name: 'StorageFull', message: 'The disk is full.' });
      },
    });
    for (const at of [7_200_000, 7_200_001, 3_600_000, 3_600_001]) {
      now = at;
      await expect(store.append()).rejects.toThrow('full');
    }
    expect(lines).toHaveLength(2);
  });

  test('tells when nothing can be written any more', async () => {
    const { store, watch, fail } = stage();
    fail('StorageBroken');
    await expect(store.append('a')).rejects.toThrow(StorageError);
    expect(await watch.broken).toMatchObject({ name: 'StorageBroken' });
  });

  test('has nothing to say of mistakes, whose words may be somebody’s', async () => {
    const { store, lines, failOtherwise } = stage();
    failOtherwise();
    await expect(store.append('a')).rejects.toThrow(RangeError);
    expect(lines).toEqual([]);
  });
});
