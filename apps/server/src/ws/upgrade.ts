import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { CLOSE, SUBPROTOCOL } from '@plenary/protocol';
import type { Client } from '@plenary/sync';
import type { Composition } from '../compose.ts';
import { admit, isStillAdmitted, syncAddress, type Admission } from './admission.ts';
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
    stream.on('error', () => stream.destroy());
    const url = syncAddress(request);
    if (url === undefined) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    admit(composition, request, url)
      .catch((): Admission => {
        log.error('admission failed');
        return { refused: CLOSE.overloaded, reason: 'try again later' };
      })
      .then((admission) => {
        upgrader.handleUpgrade(request, stream, head, (socket) => {
          // `ws` closes the socket itself with the right code after a protocol error.
          socket.on('error', () => undefined);
          if ('refused' in admission)
            asSocket(socket, stream, clock).close(admission.refused, admission.reason);
          else
            serve(socket, stream, admission.client, () =>
              isStillAdmitted(composition, request, url, admission.client),
            );
        });
      })
      .catch(() => stream.destroy());
  });

  const serve = (
    socket: WebSocket,
    stream: Duplex,
    client: Client,
    isStillRight: () => Promise<boolean>,
  ): void => {
    const session = context.rooms.open(asSocket(socket, stream, clock), client);
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      alive.add(socket);
      if (isBinary) session.receive(data);
      else session.receiveText();
    });
    socket.on('close', () => session.closed());
    isStillRight().then(
      (right) => {
        // Come again, and be told then what is right now.
        if (!right) context.rooms.disconnect(client.person.id, CLOSE.restart);
      },
      () => undefined,
    );
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
