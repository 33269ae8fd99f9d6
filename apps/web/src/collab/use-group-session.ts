import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { reachNow } from '../api/reach.ts';
import type { Draft } from './drafts.ts';
import { Transport } from './transport.ts';
import { GroupSession, type SessionView } from './group-session.ts';
import type { SavedMark } from './saved-mark.ts';
import { shownMark } from './shown-mark.ts';

/** What identifies a session; a change of any of it ends the old one and begins a new one. */
export interface SessionKey {
  readonly group: string;
  readonly person: string;
  readonly epoch: number;
  readonly schema: number;
  readonly mayWrite: boolean;
  /** Stays what it was when the page opened. */
  readonly schemaAsked: boolean;
  /** Grows when the same document must be opened afresh. */
  readonly attempt: number;
}

/** What a page shows of a session beside the saved mark, which changes with every letter. */
export interface StandingView extends Omit<SessionView, 'mark'> {
  /** The saved mark says that text is nowhere but in this tab. */
  readonly unstored: boolean;
}

/** The session of a group document for as long as the component stays, and what to show of it. */
export function useGroupSession(
  key: SessionKey,
  onDraft: (draft: Draft, kept: boolean) => void,
): { readonly session: GroupSession | undefined; readonly view: StandingView } {
  const [session, setSession] = useState<GroupSession>();
  const { attempt, epoch, group, mayWrite, person, schema, schemaAsked } = key;
  useEffect(() => {
    const opened = new GroupSession({
      server: socketServer(window.location),
      storage: window.localStorage,
      transport: browserTransport(),
      group,
      person,
      epoch,
      schema,
      mayWrite,
      schemaAsked,
      onDraft,
    });
    // The session lives as long as this effect; rendering must not open sockets.
    // oxlint-disable-next-line react/set-state-in-effect
    setSession(opened);
    void opened.open();
    const stopWaking = wakeWithPage(
      () => opened.wake(),
      () => opened.interrupt(),
    );
    return () => {
      stopWaking();
      setSession(undefined);
      opened.destroy();
    };
    // A new attempt opens the same document afresh.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [attempt, epoch, group, mayWrite, onDraft, person, schema, schemaAsked]);
  const standing = useMemo(() => standingOf(session?.getView ?? openingView), [session]);
  const view = useSyncExternalStore(session?.subscribe ?? subscribeToNothing, standing);
  return { session, view };
}

/** The saved mark of a session, as a page shows it. */
export function useShownMark(session: GroupSession | undefined): SavedMark {
  const mark = useMemo(() => shownMark(session ?? NO_SESSION), [session]);
  return useSyncExternalStore(mark.subscribe, mark.read);
}

/** Asks before the tab closes while text is only here. */
export function useWarningBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

function wakeWithPage(wake: () => void, interrupt: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', onVisible);
  // A page that was frozen may wake up in full view.
  document.addEventListener('resume', wake);
  window.addEventListener('pageshow', wake);
  window.addEventListener('online', wake);
  window.addEventListener('offline', interrupt);
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    document.removeEventListener('resume', wake);
    window.removeEventListener('pageshow', wake);
    window.removeEventListener('online', wake);
    window.removeEventListener('offline', interrupt);
  };
}

function browserTransport(): Transport {
  return new Transport({
    openSocket: (url, protocols) => new WebSocket(url, protocols),
    loadHttp: async () => {
      const { browserNetwork, HttpSocket } = await import('./http-socket.ts');
      // It has what the stock client touches of a WebSocket.
      return (url) => new HttpSocket(url, browserNetwork) as unknown as WebSocket;
    },
    probe: reachNow,
    now: Date.now,
    memory: window.sessionStorage,
  });
}

function socketServer({ host, protocol }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
}

/** Reads a view without its mark so that an unchanged one is the same one. */
function standingOf(getView: () => SessionView): () => StandingView {
  let last: StandingView | undefined;
  return () => {
    const { mark, ...rest } = getView();
    const view: StandingView = { ...rest, unstored: mark.state === 'unstored' };
    const keys = Object.keys(view) as (keyof StandingView)[];
    if (last === undefined || keys.some((key) => view[key] !== last?.[key])) last = view;
    return last;
  };
}

const OPENING: SessionView = {
  mark: { state: 'opening' },
  ready: false,
  settled: false,
  portal: false,
  mayWrite: false,
  end: undefined,
  notice: undefined,
};
const openingView = (): SessionView => OPENING;
const subscribeToNothing = () => () => undefined;
const NO_SESSION = { getView: openingView, subscribe: subscribeToNothing };
