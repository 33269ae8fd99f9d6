import { useCallback, useEffect, useRef } from 'react';

/**
 * An action that is called as often as hints come in and done at most once in `milliseconds`, the last hint included:
 * seven groups that type make a hint a moment, and three hundred people may be listening.
 */
export function useCalm(action: () => void, milliseconds: number): () => void {
  const current = useRef(action);
  useEffect(() => {
    current.current = action;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      current.current();
    }, milliseconds);
  }, [milliseconds]);
}

/** What a list of groups may lag behind. */
export const LIST_MS = 1_200;
