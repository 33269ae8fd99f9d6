import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Clock, Socket } from '@plenary/sync';
import { wireFrame, wireFrames } from './wire-frame.ts';

/** Long enough for a close frame to reach a phone on a poor network, and for its provider to read the code. */
export const CLOSE_GRACE_MS = 10_000;

/**
 * A `ws` socket as the rooms see it. Messages are framed here, once for a whole room, and written to the connection's
 * own stream: what comes one by one once a turn of the event loop, what comes together at once. A key in a room of
 * forty is forty writes, not hundreds. Pings and close frames remain those of `ws`.
 *
 * Invariants
 * 1. Messages leave in the order of `send`, each whole, never between the bytes of a control frame.
 * 2. What was sent before `close` leaves before the close frame; after it, or after the peer's, nothing does.
 */
export function asSocket(socket: WebSocket, stream: Duplex, clock: Clock): Socket {
  return new WireSocket(socket, stream, clock);
}

/** A class, since a thousand objects with an accessor of their own would have a thousand shapes. */
class WireSocket implements Socket {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #clock: Clock;
  #waiting: Buffer[] | undefined;
  #waitingBytes = 0;

  constructor(socket: WebSocket, stream: Duplex, clock: Clock) {
    this.#socket = socket;
    this.#stream = stream;
    this.#clock = clock;
  }

  send(message: Uint8Array): void {
    this.#queue(wireFrame(message));
  }

  sendAll(messages: readonly Uint8Array[]): void {
    const bytes = wireFrames(messages);
    // Mostly there is nothing else to send, and two thousand connections need not be lined up for that.
    if (this.#waitingBytes > 0) this.#queue(bytes);
    else if (this.#socket.readyState === this.#socket.OPEN) this.#stream.write(bytes);
  }

  get bufferedAmount(): number {
    return this.#waitingBytes + this.#stream.writableLength;
  }

  close(code: number, reason: string): void {
    this.flush();
    const socket = this.#socket;
    socket.close(code, reason);
    // A peer that is gone never answers the close frame; without this its socket would stay for ever.
    const forget = this.#clock.after(CLOSE_GRACE_MS, () => socket.terminate());
    socket.once('close', forget);
  }

  /** Writes what waits; returns how many bytes that were. */
  flush(): number {
    const frames = this.#waiting;
    const bytes = this.#waitingBytes;
    if (frames === undefined) return 0;
    this.#waiting = undefined;
    this.#waitingBytes = 0;
    if (this.#socket.readyState !== this.#socket.OPEN) return 0;
    this.#stream.write(frames.length === 1 ? frames[0] : Buffer.concat(frames, bytes));
    return bytes;
  }

  #queue(bytes: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#waiting ??= [];
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (dirty.size === 0) setImmediate(flushAll);
    dirty.add(this);
  }
}

/** Connections with something to write; one immediate serves all of them. */
const dirty = new Set<WireSocket>();
/** Bytes written in one turn: a crowd that opens a long document must not keep others' keys waiting while it is served. */
const MOST_BYTES_A_TURN = 2 * 1024 * 1024;

function flushAll(): void {
  let bytes = 0;
  for (const socket of dirty) {
    if (bytes >= MOST_BYTES_A_TURN) {
      setImmediate(flushAll);
      return;
    }
    dirty.delete(socket);
    bytes += socket.flush();
  }
}
