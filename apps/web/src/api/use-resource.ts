import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { forgetAnswer, keepAnswer, keptAnswer, type KeptFor } from './kept-answers.ts';
import { isAbort, RequestFailed } from './request.ts';

/** Something fetched: kept on the page while it is fetched again, and when fetching again fails. */
export interface Resource<T> {
  readonly data: T | undefined;
  readonly failure: RequestFailed | undefined;
  /** The server cannot be reached, and this is what it said the last time, on this device. */
  readonly kept: boolean;
  readonly refetch: () => void;
}

/**
 * Fetches for as long as the component stays; `key` names what is fetched, and a new key starts afresh. Answers that
 * arrive late are dropped, and hints that arrive while a request is under way lead to one more request, not to many.
 * With `ownerOf` the answer is kept on the device for its owner, and shown where the server cannot be reached.
 */
export function useResource<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  ownerOf?: (data: T) => KeptFor,
): Resource<T> {
  const [state, setState] = useState<State<T>>({ key });
  const loader = useRef({ load, ownerOf });
  useEffect(() => {
    loader.current = { load, ownerOf };
  });
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    const abort = new AbortController();
    let busy = false;
    let wanted = false;
    let later: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      if (busy) {
        wanted = true;
        return;
      }
      busy = true;
      try {
        const data = await loader.current.load(abort.signal);
        if (abort.signal.aborted) return;
        setState({ key, data });
        const owner = loader.current.ownerOf?.(data);
        if (owner) keepAnswer(localStorage, `/${key}`, owner, data);
      } catch (error) {
        if (abort.signal.aborted || isAbort(error)) return;
        const failure = error instanceof RequestFailed ? error : new RequestFailed('unreachable', undefined);
        if (GONE.has(failure.code)) forgetAnswer(localStorage, `/${key}`);
        // What was kept under this key is what this loader once gave.
        const kept = loader.current.ownerOf && (keptAnswer(localStorage, `/${key}`) as T | undefined);
        setState((old) => failed(old, key, failure, kept));
        if (failure.code === 'unreachable' && kept) later = setTimeout(retry, AGAIN_MS);
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
      clearTimeout(later);
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
  return { data: current.data, failure: current.failure, kept: current.kept === true, refetch };
}

interface State<T> {
  readonly key: string;
  readonly data?: T;
  readonly failure?: RequestFailed;
  readonly kept?: boolean;
}

/** A server that did not answer is asked again after this while an old answer is shown. */
const AGAIN_MS = 10_000;
/** Answers after which the old one must not be shown any more. */
const GONE: ReadonlySet<RequestFailed['code']> = new Set([
  'session-missing',
  'forbidden',
  'summit-unknown',
  'group-unknown',
]);

function failed<T>(old: State<T>, key: string, failure: RequestFailed, kept: T | undefined): State<T> {
  if (old.key === key && old.data !== undefined) return { ...old, failure };
  if (failure.code === 'unreachable' && kept !== undefined) return { key, data: kept, failure, kept: true };
  return { key, failure };
}
