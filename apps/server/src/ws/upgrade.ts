import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { SUBPROTOCOL } from '@plenary/protocol';
import type { Session } from '@plenary/sync';
import type { Composition } from '../compose.ts';
import { admitAsOfNow, offeredDialect, syncAddress } from './admission.ts';
import { createInbox } from './inbox.ts';
import { asSocket } from './socket.ts';
import { createTurnstile } from './turnstile.ts';

/** The largest frame read at all: twice the room's own limit, which answers with a reason. Above it: 1009. */
export const MOST_FRAME_BYTES = 2 * 1024 * 1024;
/** A page that was left on a half-open network is noticed within two of these. */
export const PING_MS = 30_000;

/**
 * Connections that are let in at once. Each asks the database and is answered with a document; eight keep both busy, and
 * hundreds would all stand before the next commit of those who write.
 */
const AT_THE_DOOR = 8;

export interface Sockets {
  readonly count: number;
  /** Hands over what has come in this turn. */
  handOver(): void;
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
  const { context, clock } = composition;
  const upgrader = new WebSocketServer({
    noServer: true,
    WebSocket: Connection,
    maxPayload: MOST_FRAME_BYTES,
    // Updates are small and already dense; compressing each would cost more time than it saves bytes.
    perMessageDeflate: false,
    // Connections are kept in `connections`: `ws` would give each a closure for it.
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });

  const connections = new Set<Connection>();
  const door = createTurnstile(AT_THE_DOOR);
  const inbox = createInbox(context.rooms);

  // One function for all connections.
  function receive(this: WebSocket, data: Buffer, isBinary: boolean): void {
    if (!(this instanceof Connection) || this.session === undefined) return;
    if (isBinary) return inbox.add(this.session, data);
    inbox.empty();
    this.session.receiveText();
  }

  function left(this: WebSocket): void {
    if (!(this instanceof Connection)) return;
    connections.delete(this);
    // Who writes and leaves has written.
    inbox.empty();
    this.session?.closed();
  }

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', destroy);
    const url = syncAddress(request);
    if (url === undefined) {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    door(() => answer(request, stream, head, url)).catch(() => stream.destroy());
  });

  const answer = async (request: IncomingMessage, stream: Duplex, head: Buffer, url: URL): Promise<void> => {
    const admission = await admitAsOfNow(composition, request, url, offeredDialect(request));
    upgrader.handleUpgrade(request, stream, head, (socket) => {
      stream.off('error', destroy);
      socket.on('error', ignore);
      const ours = asSocket(socket, stream, clock);
      connections.add(socket);
      socket.stream = request.socket;
      socket.on('message', receive).on('close', left);
      if ('refused' in admission) ours.close(admission.refused, admission.reason);
      else socket.session = context.rooms.open(ours, admission.client);
    });
  };

  let cancelPing = clock.after(PING_MS, function ping() {
    for (const connection of connections) {
      if (connection.hasSpoken()) connection.ping();
      else connection.terminate();
    }
    cancelPing = clock.after(PING_MS, ping);
  });

  return {
    get count() {
      return connections.size;
    },
    handOver: () => inbox.empty(),
    close() {
      cancelPing();
      upgrader.close();
    },
    cut() {
      for (const connection of connections) connection.terminate();
    },
  };
}

/**
 * What `ws` makes of a connection, and what is kept with it. Fields, and listeners that all have in common: a closure
 * for each would be a tenth of what a silent connection holds, and keep its request, too.
 */
class Connection extends WebSocket {
  session: Session | undefined = undefined;
  stream: Socket | undefined = undefined;
  /** Bytes that had come by the last ping. */
  #heard = -1;

  /** Whether anything came since the last time, be it only a pong. */
  hasSpoken(): boolean {
    const before = this.#heard;
    this.#heard = this.stream?.bytesRead ?? before;
    return this.#heard > before;
  }
}

function destroy(this: Duplex): void {
  this.destroy();
}

/** `ws` closes the socket itself with the right code after a protocol error. */
function ignore(): void {}
