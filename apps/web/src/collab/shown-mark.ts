import type { SavedMark } from './saved-mark.ts';

/** Where a mark comes from: a session. */
interface MarkSource {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getView: () => { readonly mark: SavedMark };
}

/** The text counts as saved on the page once it has been for so long: the pause between two letters is shorter. */
export const SETTLED_MS = 400;

/**
 * The saved mark as a page shows it. With each letter of somebody who types, text is on its way and then stored; a page
 * that showed both would draw twice for every letter, and flicker.
 *
 * Invariants:
 * 1. What says less than `saved` is shown at once.
 * 2. `saved` is shown only while it is true; after anything less, once it has been true for `SETTLED_MS`.
 */
export function shownMark(source: MarkSource) {
  let shown = source.getView().mark;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const show = (mark: SavedMark): void => {
    clearTimeout(timer);
    timer = undefined;
    if (mark === shown || (mark.state !== 'saved' && mark.state === shown.state)) return;
    shown = mark;
    for (const listener of listeners) listener();
  };
  const look = (): void => {
    const { mark } = source.getView();
    if (mark.state !== 'saved' || shown.state === 'saved' || shown.state === 'opening') show(mark);
    else timer ??= setTimeout(() => show(source.getView().mark), SETTLED_MS);
  };
  let stop: (() => void) | undefined;
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    stop ??= source.subscribe(look);
    look();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearTimeout(timer);
      timer = undefined;
      stop?.();
      stop = undefined;
    };
  };
  return { read: (): SavedMark => shown, subscribe };
}
