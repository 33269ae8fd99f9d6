import type { WebSocket } from 'ws';
import type { Clock, Socket } from '@plenary/sync';

/** Long enough for a close frame to reach a phone on a poor network, and for its provider to read the code. */
export const CLOSE_GRACE_MS = 10_000;

/** A `ws` socket as the rooms see it. */
export function asSocket(socket: WebSocket, clock: Clock): Socket {
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
      const forget = clock.after(CLOSE_GRACE_MS, () => socket.terminate());
      socket.once('close', forget);
    },
  };
}
