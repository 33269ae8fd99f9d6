import type { SummitEvent } from '@plenary/protocol';
import { useEffect, useRef } from 'react';

/** What a page hears: an event, or that some may have been missed and everything is worth fetching again. */
export type SummitHint = SummitEvent | { readonly type: 'missed' };

/** A stream the server refused (restarting, proxy) is asked for again after this. */
const RETRY_MS = 4_000;

/** Listens to a summit's events while the component stays, and comes back when the stream ends. */
export function useSummitEvents(summit: string | undefined, listener: (hint: SummitHint) => void): void {
  const current = useRef(listener);
  useEffect(() => {
    current.current = listener;
  });
  useEffect(() => {
    if (summit === undefined) return undefined;
    return listen(`/api/summits/${encodeURIComponent(summit)}/events`, (hint) => current.current(hint));
  }, [summit]);
}

function listen(url: string, hear: (hint: SummitHint) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let interrupted = false;
  const connect = () => {
    source = new EventSource(url);
    source.addEventListener('open', () => {
      if (interrupted) hear({ type: 'missed' });
      interrupted = false;
    });
    source.addEventListener('error', () => {
      interrupted = true;
      // The browser comes back by itself after a lost connection, not after an answer that is no stream.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, RETRY_MS);
    });
    for (const type of ['group', 'presence', 'programme', 'report'] as const) {
      source.addEventListener(type, ({ data }: MessageEvent<string>) => {
        // The server writes the protocol's own type.
        hear(JSON.parse(data) as SummitEvent);
      });
    }
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
