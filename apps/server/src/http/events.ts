import { Router, type Request, type Response } from 'express';
import { documentsOf } from '@plenary/programme';
import type { SummitEvent } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { createSummitOfGroup } from './summit-of-group.ts';

/** How often presence is counted for listening pages: fast enough for a wall, cheap for a thousand groups. */
export const PRESENCE_MS = 2000;
/** A group that forty people type in changes many times a second; pages need to hear it once. */
export const CHANGE_MS = 400;
/** Proxies close a silent stream after 60 s or less. */
export const KEEP_ALIVE_MS = 20_000;
/** Hints a page has not read: some hours of a busy summit. Who reads nothing for so long comes back and fetches all. */
const MOST_UNREAD_BYTES = 2 ** 20;

interface Listener {
  readonly request: Request;
  readonly response: Response;
  readonly summit: string;
}

export interface Events {
  readonly routes: Router;
  /** Open streams. */
  readonly count: number;
  /** The list of groups of a summit changed. */
  programmeChanged(summit: string): void;
  /** How the report of a summit is put together changed. */
  planChanged(summit: string): void;
  /** Someone may have lost access: ends the streams of those who no longer have it. */
  askAgain(summit: string): void;
  /** Ends every stream, so that the server can leave. */
  close(): void;
}

/** `GET /api/summits/:summit/events`: hints, as server-sent events, that something is worth fetching again. */
export function createEvents({ context, clock }: Composition): Events {
  const listeners = new Set<Listener>();
  const summitOfGroup = createSummitOfGroup(context);
  const waiting = new Map<string, Extract<SummitEvent, { type: 'group' }>>();
  const counted = new Map<string, number>();
  let counting = false;
  let closed = false;

  const write = ({ response }: Listener, frame: string): void => {
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(frame);
  };
  const send = (summit: string, event: SummitEvent): void => {
    const frame = `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
    for (const listener of listeners) if (listener.summit === summit) write(listener, frame);
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
    const summit = await summitOfGroup(group);
    if (event !== undefined && summit !== undefined) send(summit, event);
  };

  const countPresence = async (): Promise<void> => {
    if (counting) return;
    counting = true;
    for (const id of new Set([...listeners].map(({ summit }) => summit))) {
      const summit = await context.summits.summit(id).catch(() => undefined);
      for (const { id: group } of summit === undefined ? [] : documentsOf(summit)) {
        const present = context.rooms.present(group).length;
        if ((counted.get(group) ?? 0) === present) continue;
        counted.set(group, present);
        send(id, { type: 'presence', group, present });
      }
    }
    counting = false;
  };

  const repeat = (ms: number, task: () => void): (() => void) => {
    let cancel = clock.after(ms, function tick() {
      cancel = clock.after(ms, tick);
      task();
    });
    return () => cancel();
  };
  const stopPresence = repeat(PRESENCE_MS, () => void countPresence());
  const stopKeepAlive = repeat(KEEP_ALIVE_MS, () => {
    for (const listener of listeners) write(listener, ': still here\n\n');
  });

  const routes = Router();
  routes.get('/summits/:summit/events', async (request, response) => {
    const { summit } = await askerIn(context, request, request.params.summit);
    // `no-transform` keeps the compression middleware from holding events back.
    response.set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD' || closed) {
      response.end();
      return;
    }
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    const listener: Listener = { request, response, summit };
    listeners.add(listener);
    response.on('close', () => listeners.delete(listener));
  });

  return {
    routes,
    get count() {
      return listeners.size;
    },
    programmeChanged: (summit) => send(summit, { type: 'programme' }),
    planChanged: (summit) => send(summit, { type: 'report' }),
    askAgain(summit) {
      for (const { request, response, summit: heard } of listeners) {
        if (heard === summit) askerIn(context, request, summit).catch(() => response.end());
      }
    },
    close() {
      closed = true;
      stopChanges();
      stopPresence();
      stopKeepAlive();
      for (const { response } of listeners) response.end();
    },
  };
}
