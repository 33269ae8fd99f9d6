import { Router, type Response } from 'express';
import type { SummitEvent } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';

/** How often presence is counted for listening pages: fast enough for a wall, cheap for a thousand groups. */
const PRESENCE_MS = 2000;
/** A group that forty people type in changes many times a second; pages need to hear it once. */
const CHANGE_MS = 400;
/** Proxies close a silent stream after 60 s or less. */
const KEEP_ALIVE_MS = 20_000;

interface Listener {
  readonly response: Response;
  readonly summit: string;
}

export interface Events {
  readonly routes: Router;
  /** The list of groups of a summit changed. */
  programmeChanged(summit: string): void;
  /** Ends every stream, so that the server can leave. */
  close(): void;
}

/** `GET /api/summits/:summit/events`: hints, as server-sent events, that something is worth fetching again. */
export function createEvents({ context, clock }: Composition): Events {
  const listeners = new Set<Listener>();
  const summitOf = new Map<string, Promise<string | undefined>>();
  const waiting = new Map<string, Extract<SummitEvent, { type: 'group' }>>();
  const counted = new Map<string, number>();

  const send = (summit: string, event: SummitEvent): void => {
    const frame = `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
    for (const listener of listeners) if (listener.summit === summit) listener.response.write(frame);
  };
  const findSummit = (group: string): Promise<string | undefined> => {
    const known = summitOf.get(group);
    if (known !== undefined) return known;
    const found = context.summits.summitOfGroup(group).then((summit) => summit?.id);
    summitOf.set(group, found);
    found.then(
      (id) => id === undefined && summitOf.delete(group),
      () => summitOf.delete(group),
    );
    return found;
  };

  const stopChanges = context.rooms.onChange(({ document, seq, epoch, seal }) => {
    if (listeners.size === 0) return;
    const already = waiting.has(document);
    waiting.set(document, { type: 'group', group: document, seq, epoch, signed: seal !== undefined });
    if (!already) clock.after(CHANGE_MS, () => void flush(document));
  });
  const flush = async (group: string): Promise<void> => {
    const event = waiting.get(group);
    waiting.delete(group);
    const summit = await findSummit(group).catch(() => undefined);
    if (event !== undefined && summit !== undefined) send(summit, event);
  };

  const countPresence = async (): Promise<void> => {
    const watched = new Set([...listeners].map(({ summit }) => summit));
    for (const id of watched) {
      const summit = await context.summits.summit(id).catch(() => undefined);
      for (const { id: group } of summit?.groups ?? []) {
        const present = context.rooms.present(group).length;
        if (counted.get(group) === present || (present === 0 && !counted.has(group))) continue;
        counted.set(group, present);
        send(id, { type: 'presence', group, present });
      }
    }
  };

  const stopPresence = repeat(PRESENCE_MS, () => void countPresence());
  const stopKeepAlive = repeat(KEEP_ALIVE_MS, () => {
    for (const { response } of listeners) response.write(': still here\n\n');
  });
  function repeat(ms: number, task: () => void): () => void {
    let cancel = clock.after(ms, function tick() {
      task();
      cancel = clock.after(ms, tick);
    });
    return () => cancel();
  }

  const routes = Router();
  routes.get('/summits/:summit/events', async (request, response) => {
    const { summit } = await askerIn(context, request, request.params.summit);
    // `no-transform` keeps the compression middleware from holding events back.
    response.set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    const listener: Listener = { response, summit };
    listeners.add(listener);
    response.on('close', () => listeners.delete(listener));
  });

  return {
    routes,
    programmeChanged: (summit) => send(summit, { type: 'programme' }),
    close() {
      stopChanges();
      stopPresence();
      stopKeepAlive();
      for (const { response } of listeners) response.end();
    },
  };
}
