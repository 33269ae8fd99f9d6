import type { Awareness } from 'y-protocols/awareness';
import { scrollBehaviour } from '../../ui/scroll-behaviour.ts';

/** What ends following: whoever reads on, types or points wants to be where they are. */
const OWN_ACTIONS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Marks the buttons that begin and end following. */
export const FOLLOW_BUTTON = 'data-follow';

/** A caret this close to an edge of the window, as a part of its height, is brought back to the middle. */
const EDGE = 0.2;

/**
 * Keeps somebody's caret in sight until the reader does something of their own; then `onEnd` is called once. Returns
 * what ends it from outside. `caret` finds the caret in the page, or nothing while it is not in the text.
 */
export function followCaret(
  awareness: Awareness,
  caret: () => Element | null,
  onEnd: () => void,
): () => void {
  let frame: number | undefined;
  const look = (): void => {
    // The editor draws carets after the change that is told here.
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      bringIntoSight(caret());
    });
  };
  const end = ({ target }: Event): void => {
    // The button that ends it by itself must not find it ended, and begin again.
    if (target instanceof Element && target.closest(`[${FOLLOW_BUTTON}]`) !== null) return;
    stop();
    onEnd();
  };
  function stop(): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    awareness.off('change', look);
    for (const action of OWN_ACTIONS) window.removeEventListener(action, end, CAPTURE);
  }
  awareness.on('change', look);
  for (const action of OWN_ACTIONS) window.addEventListener(action, end, CAPTURE);
  look();
  return stop;
}

const CAPTURE = { capture: true, passive: true } as const;

function bringIntoSight(caret: Element | null): void {
  if (caret === null) return;
  const { top, bottom } = caret.getBoundingClientRect();
  const height = window.innerHeight;
  if (top >= height * EDGE && bottom <= height * (1 - EDGE)) return;
  caret.scrollIntoView({ block: 'center', behavior: scrollBehaviour() });
}
