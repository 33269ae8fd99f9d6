import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { isAbort, RequestFailed } from './request.ts';

/** Something fetched: kept on the page while it is fetched again, and when fetching again fails. */
export interface Resource<T> {
  readonly data: T | undefined;
  readonly failure: RequestFailed | undefined;
  readonly refetch: () => void;
}

/**
 * Fetches for as long as the component stays; `key` names what is fetched, and a new key starts afresh. Answers that
 * arrive late are dropped, and hints that arrive while a request is under way lead to one more request, not to many.
 */
export function useResource<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ key: string; data?: T; failure?: RequestFailed }>({ key });
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    const abort = new AbortController();
    let busy = false;
    let wanted = false;
    const run = async () => {
      if (busy) {
        wanted = true;
        return;
      }
      busy = true;
      try {
        const data = await loader.current(abort.signal);
        if (!abort.signal.aborted) setState({ key, data });
      } catch (error) {
        if (!abort.signal.aborted && !isAbort(error)) setState((old) => failed(old, key, error));
      } finally {
        busy = false;
        if (wanted && !abort.signal.aborted) {
          wanted = false;
          void run();
        }
      }
    };
    again.current = () => void run();
    const retry = () => void run();
    retry();
    // The answer that could not come may come now.
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      abort.abort();
    };
  }, [key]);
  // The server writes some of its texts in the reader's language.
  const language = useTranslation().lang;
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current !== language) again.current();
    asked.current = language;
  }, [language]);
  const refetch = useCallback(() => again.current(), []);
  const current = state.key === key ? state : { key };
  return { data: current.data, failure: current.failure, refetch };
}

function failed<T>(old: { key: string; data?: T }, key: string, error: unknown) {
  const failure = error instanceof RequestFailed ? error : new RequestFailed('unreachable', undefined);
  return old.key === key && old.data !== undefined ? { key, data: old.data, failure } : { key, failure };
}
