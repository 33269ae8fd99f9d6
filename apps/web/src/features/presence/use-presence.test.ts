import { describe, expect, it, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presenceStore } from './use-presence.ts';

function room(...states: readonly Record<string, unknown>[]) {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const state of states) {
    const other = new Awareness(new Y.Doc());
    other.setLocalState(state);
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'test');
    other.destroy();
  }
  return awareness;
}
const user = (id: string, name: string) => ({ user: { id, name, colour: 3 } });

describe('presence', () => {
  it('lists people by name, a person with two tabs once, and who has the caret', () => {
    const awareness = room(user('b', 'Ben'), { ...user('a', 'Ana'), cursor: {} }, user('a', 'Ana'));
    expect(presenceStore(awareness).read()).toEqual([
      { id: 'a', name: 'Ana', colour: 3, writing: true },
      { id: 'b', name: 'Ben', colour: 3, writing: false },
    ]);
    awareness.destroy();
  });

  it('passes over states that say nothing about a person', () => {
    const awareness = room({}, { user: 'Ben' }, { user: { name: 1, id: 'x' } }, { user: { name: 'No id' } });
    expect(presenceStore(awareness).read()).toEqual([]);
    awareness.destroy();
  });

  it('is the same list while nothing changes', () => {
    const awareness = room(user('a', 'Ana'));
    const store = presenceStore(awareness);
    expect(store.read()).toBe(store.read());
    awareness.destroy();
  });

  it('looks again now and then, and not because one’s own caret has moved', () => {
    vi.useFakeTimers();
    const awareness = new Awareness(new Y.Doc());
    awareness.setLocalState({ ...user('a', 'Ana'), cursor: null });
    const store = presenceStore(awareness);
    const told = vi.fn();
    const stop = store.subscribe(told);
    expect(store.read()).toMatchObject([{ name: 'Ana', writing: false }]);
    awareness.setLocalStateField('cursor', { head: 1 });
    awareness.setLocalStateField('cursor', { head: 2 });
    vi.advanceTimersByTime(250);
    expect(told).toHaveBeenCalledOnce();
    expect(store.read()).toMatchObject([{ name: 'Ana', writing: true }]);
    awareness.setLocalStateField('cursor', { head: 3 });
    vi.advanceTimersByTime(1000);
    expect(told).toHaveBeenCalledOnce();
    stop();
    awareness.setLocalStateField('cursor', null);
    vi.advanceTimersByTime(1000);
    expect(told).toHaveBeenCalledOnce();
    awareness.destroy();
    vi.useRealTimers();
  });

  it('shows somebody who is alone, also where their name comes after they were looked for', () => {
    vi.useFakeTimers();
    const awareness = new Awareness(new Y.Doc());
    const store = presenceStore(awareness);
    const stop = store.subscribe(() => undefined);
    expect(store.read()).toEqual([]);
    awareness.setLocalStateField('user', user('a', 'Ana').user);
    vi.advanceTimersByTime(250);
    expect(store.read()).toMatchObject([{ name: 'Ana', writing: false }]);
    stop();
    awareness.destroy();
    vi.useRealTimers();
  });
});
