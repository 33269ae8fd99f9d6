// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { FOLLOW_BUTTON, followCaret } from './follow.ts';

const awareness = new Awareness(new Y.Doc());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A caret at some height of a window of a thousand pixels; frames come when the test says so. */
function stage(top: number) {
  const caret = document.createElement('span');
  const moved = vi.fn();
  caret.scrollIntoView = moved;
  vi.spyOn(caret, 'getBoundingClientRect').mockReturnValue({ top, bottom: top + 20 } as DOMRect); // all that is read
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal('innerHeight', 1000);
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  const next = (): void => frames.splice(0).forEach((frame) => frame(0));
  return { caret, moved, next };
}
const somebodyMoves = (): void => awareness.setLocalStateField('cursor', Math.random());

describe('following a caret', () => {
  it('brings it to the middle when it is near an edge or beyond, and once for many changes', () => {
    const { caret, moved, next } = stage(950);
    const stop = followCaret(awareness, () => caret, vi.fn());
    somebodyMoves();
    somebodyMoves();
    next();
    expect(moved).toHaveBeenCalledExactlyOnceWith({ block: 'center', behavior: 'auto' });
    stop();
    somebodyMoves();
    next();
    expect(moved).toHaveBeenCalledOnce();
  });

  it('leaves the page where it is while the caret is well in sight, or not in the text', () => {
    const { caret, moved, next } = stage(500);
    const stops = [() => caret, () => null].map((find) => followCaret(awareness, find, vi.fn()));
    somebodyMoves();
    next();
    expect(moved).not.toHaveBeenCalled();
    for (const stop of stops) stop();
  });

  it.each(['wheel', 'touchmove', 'keydown', 'pointerdown'])('ends with one’s own %s', (action) => {
    const { caret, moved, next } = stage(950);
    const ended = vi.fn();
    followCaret(awareness, () => caret, ended);
    const button = document.body.appendChild(document.createElement('button'));
    button.setAttribute(FOLLOW_BUTTON, '');
    button.dispatchEvent(new Event(action, { bubbles: true }));
    expect(ended).not.toHaveBeenCalled();
    window.dispatchEvent(new Event(action));
    window.dispatchEvent(new Event(action));
    somebodyMoves();
    next();
    expect(ended).toHaveBeenCalledOnce();
    expect(moved).not.toHaveBeenCalled();
  });
});
