import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LONGEST_MS, QUIET_MS, whenQuiet } from './use-quiet-state.ts';

type Listener = (change: { readonly transaction: object }) => void;

function watched() {
  const listeners = new Set<Listener>();
  const editor = {
    on: (_event: string, listener: Listener) => void listeners.add(listener),
    off: (_event: string, listener: Listener) => void listeners.delete(listener),
  };
  const told = vi.fn();
  // All that is used of an editor.
  const stop = whenQuiet(editor as never, told);
  const change = (transaction: object = { docChanged: true, selectionSet: false }) =>
    listeners.forEach((listener) => listener({ transaction }));
  return { told, stop, change, listeners };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what stands around the text', () => {
  it('follows once nothing has changed for a while', () => {
    const { change, told } = watched();
    change();
    vi.advanceTimersByTime(QUIET_MS - 1);
    change();
    vi.advanceTimersByTime(QUIET_MS - 1);
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(told).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10 * LONGEST_MS);
    expect(told).toHaveBeenCalledOnce();
  });

  it('is never older than a second while somebody types', () => {
    const { change, told } = watched();
    for (let at = 0; at < 5 * LONGEST_MS; at += 100) {
      change();
      vi.advanceTimersByTime(100);
    }
    expect(told).toHaveBeenCalledTimes(5);
  });

  it('does not mind what changes neither text nor caret', () => {
    const { change, told } = watched();
    change({ docChanged: false, selectionSet: false });
    vi.advanceTimersByTime(LONGEST_MS);
    expect(told).not.toHaveBeenCalled();
  });

  it('is left alone once nobody looks', () => {
    const { change, listeners, stop, told } = watched();
    change();
    stop();
    vi.advanceTimersByTime(LONGEST_MS);
    expect(told).not.toHaveBeenCalled();
    expect(listeners.size).toBe(0);
  });
});
