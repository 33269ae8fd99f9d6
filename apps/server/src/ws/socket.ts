import type { WebSocket } from 'ws';
import type { Socket } from '@plenary/sync';

/** A `ws` socket as the rooms see it. */
export function asSocket(socket: WebSocket): Socket {
  return {
    send(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame, { binary: true });
    },
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    close(code, reason) {
      socket.close(code, reason);
      // A peer that is gone never answers the close frame; without this its socket would stay for ever.
      setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref();
    },
  };
}

/** Long enough for a close frame to reach a phone on a poor network, and for its provider to read the code. */
const CLOSE_GRACE_MS = 10_000;
