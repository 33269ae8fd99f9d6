import { randomBytes } from 'node:crypto';
import express, { Router, type Request } from 'express';
import { ProblemError, SYNC_PATH } from '@plenary/protocol';
import type { Session } from '@plenary/sync';
import type { Composition } from '../compose.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { admitAsOfNow, personFor, syncAddress } from '../ws/admission.ts';
import { MOST_FRAME_BYTES, PING_MS } from '../ws/upgrade.ts';
import { framesIn } from './frames.ts';
import { StreamSocket } from './stream-socket.ts';

/** A client posts something at least every 25 s; one that is silent for two pings of a socket is gone. */
export const SILENT_MS = 2 * PING_MS;
/** One frame of the largest size read at all, and its length. */
const MOST_POST_BYTES = MOST_FRAME_BYTES + 4;

interface Connection {
  readonly session: Session;
  readonly person: string;
  readonly group: string;
  /** The number of the next post. */
  next: number;
  heard(): void;
  drop(): void;
}

/**
 * The sync protocol for networks that let no WebSocket through: frames come down as server-sent events and go up as
 * posts, through the same admission and the same `Session` (PROTOCOL.md, section 10).
 *
 * Invariants
 * 1. A connection belongs to the person who opened it: a post of anybody else finds none.
 * 2. Posts are taken in the order of their numbers, each once: one that comes again does nothing.
 * 3. Nothing is received after the stream has ended.
 */
export function fallbackRoutes(composition: Composition): Router {
  const { clock, config, context } = composition;
  const connections = new Map<string, Connection>();
  const routes = Router();

  routes.get(`${SYNC_PATH}/:group/events`, async (request, response) => {
    const url = syncAddress(request);
    if (url === undefined) throw new ProblemError('page-unknown');
    url.pathname = url.pathname.replace(/\/events$/, '');
    const admission = await admitAsOfNow(composition, request, url, 'plenary');
    response.set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    if (request.method === 'HEAD' || response.destroyed) return void response.end();
    response.flushHeaders();
    const socket = new StreamSocket(response);
    if ('refused' in admission) return socket.close(admission.refused, admission.reason);
    const { client } = admission;
    const id = randomBytes(16).toString('base64url');
    socket.greet(id);
    const session = context.rooms.open(socket, client);
    let silence = clock.after(SILENT_MS, () => response.destroy());
    connections.set(id, {
      session,
      person: client.person.id,
      group: client.document,
      next: 1,
      heard() {
        silence();
        silence = clock.after(SILENT_MS, () => response.destroy());
      },
      drop: () => response.destroy(),
    });
    const forget = (): void => {
      silence();
      if (connections.delete(id)) session.closed();
    };
    // After the last event nothing is received, though the network may take its time to carry it away.
    response.once('finish', forget);
    response.once('close', forget);
  });

  const connectionOf = async (request: Request): Promise<Connection> => {
    const id = request.query['connection'];
    const found = typeof id === 'string' ? connections.get(id) : undefined;
    if (!isOwnOrigin(request, config.publicUrl)) throw new ProblemError('origin-foreign');
    if (found === undefined || found.group !== request.params['group'])
      throw new ProblemError('page-unknown');
    const person = await personFor(context, request, found.group);
    if (person?.id !== found.person) throw new ProblemError('page-unknown');
    return found;
  };
  const body = express.raw({ type: () => true, limit: MOST_POST_BYTES, inflate: false });
  routes.post(`${SYNC_PATH}/:group/updates`, body, async (request, response) => {
    const connection = await connectionOf(request);
    const number = Number(request.query['number']);
    if (!Number.isSafeInteger(number) || number < 1 || number > connection.next) {
      connection.drop();
      throw new ProblemError('page-unknown');
    }
    connection.heard();
    if (number === connection.next) {
      connection.next += 1;
      receive(connection.session, Buffer.isBuffer(request.body) ? request.body : new Uint8Array());
    }
    response.status(204).end();
  });

  return routes;
}

function receive(session: Session, body: Uint8Array): void {
  const frames = framesIn(body);
  // An empty frame is malformed, and so is a body that is none of frames.
  for (const frame of frames ?? [new Uint8Array()]) session.receive(frame);
}
