import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { CLOSE, SUBPROTOCOL } from '@plenary/protocol';
import type { Session } from '@plenary/sync';
import type { Composition } from '../compose.ts';
import { admit, syncAddress, type Admission } from './admission.ts';
import { asSocket } from './socket.ts';

/** The largest frame read at all: twice the room's own limit, which answers with a reason. Above it: 1009. */
export const MOST_FRAME_BYTES = 2 * 1024 * 1024;
/** A page that was left on a half-open network is noticed within two of these. */
export const PING_MS = 30_000;

export interface Sockets {
  readonly count: number;
  /** Stops the pings; the rooms close the sockets themselves. */
  close(): void;
  /** Cuts whoever has not gone by itself. */
  cut(): void;
}

/** Whether a request asks for a socket. Others, such as curl's offer of HTTP/2, are answered as if they had not asked. */
export function asksForSocket(request: IncomingMessage): boolean {
  return request.headers.upgrade?.toLowerCase() === 'websocket';
}

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
    stream.on('error', destroy);
    const url = syncAddress(request);
    if (url === undefined) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    answer(request, stream, head, url).catch(() => stream.destroy());
  });

  const answer = async (request: IncomingMessage, stream: Duplex, head: Buffer, url: URL): Promise<void> => {
    let decided: number;
    let admission: Admission;
    do {
      decided = context.rooms.disconnections;
      admission = await admit(composition, request, url).catch((): Admission => {
        log.error('admission failed');
        return { refused: CLOSE.overloaded, reason: 'try again later' };
      });
      // Somebody lost a right or gained one while this was being decided, and is not connected yet to be told.
    } while (decided !== context.rooms.disconnections);
    upgrader.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', ignore);
      const ours = asSocket(socket, stream, clock);
      if ('refused' in admission) ours.close(admission.refused, admission.reason);
      else serve(socket, context.rooms.open(ours, admission.client));
    });
  };

  const serve = (socket: WebSocket, session: Session): void => {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      alive.add(socket);
      if (isBinary) session.receive(data);
      else session.receiveText();
    });
    socket.on('close', () => session.closed());
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
    cut() {
      for (const socket of upgrader.clients) socket.terminate();
    },
  };
}

// These two stay with a connection for as long as it lasts: as closures they would keep its request, too.

function destroy(this: Duplex): void {
  this.destroy();
}

/** `ws` closes the socket itself with the right code after a protocol error. */
function ignore(): void {}
