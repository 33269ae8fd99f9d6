import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Clock, Socket } from '@plenary/sync';
import { wireFrame, wireFrames } from './wire-frame.ts';

/** Long enough for a close frame to reach a phone on a poor network, and for its provider to read the code. */
export const CLOSE_GRACE_MS = 10_000;

/**
 * A `ws` socket as the rooms see it. Messages are framed here, once for a whole room, and written to the connection's
 * own stream once a turn of the event loop: a key in a room of forty is forty writes, not hundreds. Pings and close
 * frames remain those of `ws`.
 *
 * Invariants
 * 1. Messages leave in the order of `send`, each whole, never between the bytes of a control frame.
 * 2. What was sent before `close` leaves before the close frame; after it, or after the peer's, nothing does.
 */
export function asSocket(socket: WebSocket, stream: Duplex, clock: Clock): Socket {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;

  const flush = (): void => {
    const frames = waiting;
    const bytes = waitingBytes;
    waiting = [];
    waitingBytes = 0;
    if (bytes === 0 || socket.readyState !== socket.OPEN) return;
    stream.write(frames.length === 1 ? frames[0] : Buffer.concat(frames, bytes));
  };

  const queue = (bytes: Buffer): void => {
    if (socket.readyState !== socket.OPEN) return;
    waiting.push(bytes);
    waitingBytes += bytes.length;
    atEndOfTurn(flush);
  };

  return {
    send(message) {
      queue(wireFrame(message));
    },
    sendAll(messages) {
      queue(wireFrames(messages));
    },
    get bufferedAmount() {
      return waitingBytes + stream.writableLength;
    },
    close(code, reason) {
      flush();
      socket.close(code, reason);
      // A peer that is gone never answers the close frame; without this its socket would stay for ever.
      const forget = clock.after(CLOSE_GRACE_MS, () => socket.terminate());
      socket.once('close', forget);
    },
  };
}

/** Connections with something to write; one immediate serves all of them. */
const dirty = new Set<() => void>();

function atEndOfTurn(flush: () => void): void {
  if (dirty.size === 0) setImmediate(flushAll);
  dirty.add(flush);
}

function flushAll(): void {
  const flushes = [...dirty];
  dirty.clear();
  for (const flush of flushes) flush();
}
