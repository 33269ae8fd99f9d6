import { describe, expect, it } from 'vitest';
import { discardDraft, keepDraft, readDrafts, type DraftStorage } from './drafts.ts';

function memory(): DraftStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

describe('drafts', () => {
  it('are kept per person and group, in order', () => {
    const storage = memory();
    keepDraft(storage, 'ana', 'g1', { id: 'a', at: 1, blocks: ['one'] });
    keepDraft(storage, 'ana', 'g1', { id: 'b', at: 2, blocks: ['two', 'three'] });
    keepDraft(storage, 'ben', 'g1', { id: 'c', at: 3, blocks: ['his'] });
    expect(readDrafts(storage, 'ana', 'g1').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readDrafts(storage, 'ben', 'g1')).toHaveLength(1);
    expect(readDrafts(storage, 'ana', 'g2')).toEqual([]);
  });

  it('go when their writer says so, and leave nothing behind', () => {
    const storage = memory();
    keepDraft(storage, 'ana', 'g1', { id: 'a', at: 1, blocks: ['one'] });
    discardDraft(storage, 'ana', 'g1', 'a');
    expect(storage.entries.size).toBe(0);
  });

  it('survive nonsense in storage', () => {
    const storage = memory();
    storage.setItem('plenary/draft/ana/g1', '{broken');
    expect(readDrafts(storage, 'ana', 'g1')).toEqual([]);
    storage.setItem('plenary/draft/ana/g1', '[1, {"id": "x"}]');
    expect(readDrafts(storage, 'ana', 'g1')).toEqual([]);
  });

  it('say when the device keeps nothing', () => {
    const full: DraftStorage = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
      removeItem: () => undefined,
    };
    expect(keepDraft(full, 'ana', 'g1', { id: 'a', at: 1, blocks: ['one'] })).toBe(false);
  });
});
