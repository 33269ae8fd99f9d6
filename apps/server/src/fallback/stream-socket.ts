import type { ServerResponse } from 'node:http';
import type { Socket } from '@plenary/sync';

/**
 * A stream of server-sent events as the rooms see it: a socket. Frames are base64 in `frame` events; the close code and
 * its reason are a `close` event, the last one (PROTOCOL.md, section 10).
 */
export class StreamSocket implements Socket {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  /** The first event: what posts have to name. */
  greet(connection: string): void {
    this.#write(event('open', JSON.stringify({ connection })));
  }

  send(frame: Uint8Array): void {
    this.#write(frameEvent(frame));
  }

  sendAll(frames: readonly Uint8Array[]): void {
    this.#write(frames.map(frameEvent).join(''));
  }

  get bufferedAmount(): number {
    return this.#response.writableLength;
  }

  close(code: number, reason: string): void {
    if (this.#response.writableEnded) return;
    this.#response.end(event('close', JSON.stringify({ code, reason })));
  }

  #write(text: string): void {
    if (!this.#response.writableEnded && !this.#response.destroyed) this.#response.write(text);
  }
}

/** A room hands the same frame to one connection after the other. */
const written = new WeakMap<Uint8Array, string>();

function frameEvent(frame: Uint8Array): string {
  const known = written.get(frame);
  if (known !== undefined) return known;
  const text = event(
    'frame',
    Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString('base64'),
  );
  written.set(frame, text);
  return text;
}

function event(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}
