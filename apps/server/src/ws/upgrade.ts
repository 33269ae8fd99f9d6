import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { accessOf } from '@plenary/operations';
import { allows } from '@plenary/programme';
import { CLOSE, SUBPROTOCOL, SYNC_PATH, type CloseCode } from '@plenary/protocol';
import type { Client } from '@plenary/sync';
import type { Composition } from '../compose.ts';
import { askersOf } from '../http/asker.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { asSocket } from './socket.ts';

/** The largest frame read at all: twice the room's own limit, which answers with a reason. */
const MOST_FRAME_BYTES = 2 * 1024 * 1024;
/** A page that was left on a half-open network is noticed within two of these. */
const PING_MS = 30_000;

export interface Sockets {
  readonly count: number;
  /** Stops the pings; the rooms close the sockets themselves. */
  close(): void;
}

type Admission = { readonly client: Client } | { readonly refused: CloseCode; readonly reason: string };

/**
 * Takes `/sync/<group id>` upgrades. Who is asking is decided before the handshake is answered, so no frame can
 * arrive earlier; a refusal is told as a close code after it, because a browser cannot see an HTTP status there.
 */
export function acceptSockets(server: Server, composition: Composition): Sockets {
  const { context, clock, log } = composition;
  const upgrader = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_FRAME_BYTES,
    // Updates are small and already dense; compressing each would cost more time than it saves bytes.
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  const alive = new WeakSet<WebSocket>();

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith(`${SYNC_PATH}/`)) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    admit(composition, request, url)
      .catch((): Admission => {
        log.error('admission failed');
        return { refused: CLOSE.overloaded, reason: 'try again later' };
      })
      .then((admission) => {
        upgrader.handleUpgrade(request, stream, head, (socket) => {
          if ('refused' in admission) asSocket(socket).close(admission.refused, admission.reason);
          else serve(socket, admission.client);
        });
      })
      .catch(() => stream.destroy());
  });

  const serve = (socket: WebSocket, client: Client): void => {
    const session = context.rooms.open(asSocket(socket), client);
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      alive.add(socket);
      if (isBinary) session.receive(data);
      else session.receiveText();
    });
    socket.on('close', () => session.closed());
    // `ws` closes the socket itself with the right code after a protocol error.
    socket.on('error', () => undefined);
  };

  let cancelPing = clock.after(PING_MS, function ping() {
    for (const socket of upgrader.clients) {
      if (alive.has(socket)) {
        alive.delete(socket);
        socket.ping();
      } else socket.terminate();
    }
    cancelPing = clock.after(PING_MS, ping);
  });

  return {
    get count() {
      return upgrader.clients.size;
    },
    close() {
      cancelPing();
      upgrader.close();
    },
  };
}

async function admit(
  { context, config }: Composition,
  request: IncomingMessage,
  url: URL,
): Promise<Admission> {
  if (!isOwnOrigin(request, config.publicUrl)) return { refused: CLOSE.noAccess, reason: 'foreign origin' };
  const group = decodeURIComponent(url.pathname.slice(SYNC_PATH.length + 1));
  const summit = await context.summits.summitOfGroup(group);
  if (summit === undefined) return { refused: CLOSE.gone, reason: 'no such group' };
  const person = (await askersOf(context, request)).find((asker) => asker.summit === summit.id);
  if (person === undefined) return { refused: CLOSE.noSession, reason: 'join the summit first' };
  const found = await accessOf(context, person, group);
  if (found === undefined || !allows(found.access, 'read'))
    return { refused: CLOSE.noAccess, reason: 'no access to this group' };
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return {
    client: {
      document: group,
      person: { id: person.id, name: person.name, colour: person.colour },
      access: allows(found.access, 'write') ? 'write' : 'read',
      dialect: offered.includes(SUBPROTOCOL)
        ? { kind: 'plenary', schema: numberIn(url, 'schema'), epoch: numberIn(url, 'epoch') }
        : { kind: 'plain' },
    },
  };
}

function numberIn(url: URL, name: string): number | undefined {
  const value = url.searchParams.get(name);
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
