import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { IncomingUpdates } from './incoming-updates.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A document that takes so many milliseconds to show a change, and the updates of somebody who types. */
function stage({ showing = 0 } = {}) {
  let work = 0;
  const doc = new Y.Doc();
  const shown: string[] = [];
  const origins: unknown[] = [];
  doc.on('afterTransaction', ({ origin }: Y.Transaction) => {
    work += showing;
    shown.push(doc.getText('default').toString());
    origins.push(origin);
  });
  const incoming = new IncomingUpdates(doc, 'room', () => Date.now() + work);
  const other = new Y.Doc();
  const updates: Uint8Array[] = [];
  other.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of 'abcdefgh') other.getText('default').insert(other.getText('default').length, letter);
  return { doc, incoming, shown, origins, updates };
}

describe('incoming updates', () => {
  it('are shown at once after a pause, and together while they keep coming', () => {
    const { incoming, origins, shown, updates } = stage();
    for (const update of updates.slice(0, 2)) incoming.take(update);
    vi.advanceTimersByTime(0);
    expect(shown).toEqual(['ab']);
    expect(origins).toEqual(['room']);
    for (const update of updates.slice(2)) {
      incoming.take(update);
      vi.advanceTimersByTime(5);
    }
    expect(shown).toEqual(['ab']);
    vi.advanceTimersByTime(33);
    expect(shown).toEqual(['ab', 'abcdefgh']);
  });

  it('leave a slow device four fifths of its time, and no reader waiting for long', () => {
    const slow = stage({ showing: 50 });
    slow.incoming.take(slow.updates[0] ?? new Uint8Array());
    vi.advanceTimersByTime(0);
    slow.incoming.take(slow.updates[1] ?? new Uint8Array());
    vi.advanceTimersByTime(199);
    expect(slow.shown).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(slow.shown).toEqual(['a', 'ab']);

    const slowest = stage({ showing: 5_000 });
    slowest.incoming.take(slowest.updates[0] ?? new Uint8Array());
    vi.advanceTimersByTime(0);
    slowest.incoming.take(slowest.updates[1] ?? new Uint8Array());
    vi.advanceTimersByTime(400);
    expect(slowest.shown).toEqual(['a', 'ab']);
  });

  it('do not wait when somebody has to see the newest text, and are not shown twice', () => {
    const { doc, incoming, shown, updates } = stage();
    for (const update of updates) incoming.take(update);
    incoming.flush();
    expect(doc.getText('default').toString()).toBe('abcdefgh');
    incoming.flush();
    vi.advanceTimersByTime(1_000);
    expect(shown).toEqual(['abcdefgh']);
  });

  it('lets a caret follow the text that came before it, and both wait together', () => {
    const { incoming, shown, updates } = stage();
    const [first = new Uint8Array(), second = new Uint8Array()] = updates;
    const seen: string[] = [];
    incoming.take(first);
    incoming.flush();
    incoming.take(second);
    incoming.follow(() => seen.push(shown.at(-1) ?? ''));
    incoming.follow(() => seen.push('then'));
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(33);
    expect(seen).toEqual(['ab', 'then']);
    incoming.follow(() => seen.push('alone'));
    incoming.flush();
    expect(seen.at(-1)).toBe('alone');
  });

  it('wait longer where drawing them takes long', () => {
    let drawn: ((milliseconds: number) => void) | undefined;
    const { doc, shown, updates } = stage();
    const incoming = new IncomingUpdates(doc, 'room', Date.now, (callback) => {
      drawn = callback;
    });
    const [first = new Uint8Array(), second = new Uint8Array()] = updates;
    incoming.take(first);
    incoming.flush();
    incoming.take(second);
    drawn?.(50);
    vi.advanceTimersByTime(199);
    expect(shown).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual(['a', 'ab']);
  });
});
