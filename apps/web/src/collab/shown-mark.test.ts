import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SavedMark } from './saved-mark.ts';
import { SETTLED_MS, shownMark } from './shown-mark.ts';

const SAVING: SavedMark = { state: 'saving' };
const saved = (at: number, online = true): SavedMark => ({ state: 'saved', at, online });

function session(mark: SavedMark) {
  const listeners = new Set<() => void>();
  return {
    getView: () => ({ mark }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next: SavedMark) {
      mark = next;
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the mark on the page', () => {
  it('says at once what is not saved, and saved once that has lasted', () => {
    const source = session(saved(1));
    const mark = shownMark(source);
    const told = vi.fn();
    mark.subscribe(told);
    source.become(SAVING);
    expect(mark.read()).toEqual(SAVING);
    source.become(saved(2));
    vi.advanceTimersByTime(SETTLED_MS - 1);
    expect(mark.read()).toEqual(SAVING);
    vi.advanceTimersByTime(1);
    expect(mark.read()).toEqual(saved(2));
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('stays as it is while somebody types', () => {
    const source = session(saved(1));
    const mark = shownMark(source);
    const told = vi.fn();
    mark.subscribe(told);
    for (let letter = 0; letter < 10; letter += 1) {
      source.become({ state: 'saving' });
      vi.advanceTimersByTime(50);
      source.become(saved(letter + 2));
      vi.advanceTimersByTime(SETTLED_MS - 50);
    }
    expect(mark.read()).toEqual(SAVING);
    expect(told).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(SETTLED_MS);
    expect(mark.read()).toEqual(saved(11));
  });

  it('never says saved of what has become less meanwhile', () => {
    const source = session(SAVING);
    const mark = shownMark(source);
    mark.subscribe(vi.fn());
    source.become(saved(1));
    vi.advanceTimersByTime(SETTLED_MS - 1);
    source.become({ state: 'device' });
    expect(mark.read()).toEqual({ state: 'device' });
    vi.advanceTimersByTime(10 * SETTLED_MS);
    expect(mark.read()).toEqual({ state: 'device' });
  });

  it('tells at once that a saved text is offline, and of the first connection', () => {
    const source = session({ state: 'opening' });
    const mark = shownMark(source);
    mark.subscribe(vi.fn());
    source.become(saved(1));
    expect(mark.read()).toEqual(saved(1));
    source.become(saved(1, false));
    expect(mark.read()).toEqual(saved(1, false));
  });

  it('looks again when somebody comes back to it, and leaves nothing behind', () => {
    const source = session(saved(1));
    const mark = shownMark(source);
    mark.subscribe(vi.fn())();
    expect(source.listeners.size).toBe(0);
    source.become(SAVING);
    mark.subscribe(vi.fn());
    expect(mark.read()).toEqual(SAVING);
  });
});
