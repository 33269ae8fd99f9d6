import * as encoding from 'lib0/encoding';

/** How a connection over HTTP speaks to its server; tests stand in for the network. */
export interface HttpNetwork {
  readonly openStream: (url: string) => EventSource;
  /** The status of the answer; rejects without a network. */
  readonly post: (url: string, body: Uint8Array<ArrayBuffer>, signal: AbortSignal) => Promise<number>;
}

/** A post that fails is tried again after this; the server knows it by its number. */
const AGAIN_MS = 1_000;
/** Then the connection is given up, and the next one begins from what the server has. */
const MOST_TRIES = 4;
/** An answer takes milliseconds; a network that swallowed the post never gives one. */
const ANSWER_MS = 8_000;
/** The server takes a client for gone that is silent for 60 s. */
const THERE_MS = 25_000;
/** The server reads no more than 2 MiB at once; what is more goes with the next post. */
const MOST_BYTES = 1024 * 1024;

/**
 * The sync protocol over server-sent events and posts, in the shape of a WebSocket (PROTOCOL.md, section 10): all above
 * it is the same.
 *
 * ```
 *  connecting ── open ──► open: one post under way at a time, in order ── close | lost ──► closed
 * ```
 *
 * Invariants:
 * 1. Frames reach the server in the order of `send`, each once.
 * 2. `onclose` is called once, with the server's code where it gave one, with 1006 for a lost network.
 * 3. After `close` nothing is called and nothing is sent any more.
 */
export class HttpSocket {
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readonly #address: string;
  readonly #network: HttpNetwork;
  readonly #stream: EventSource;
  readonly #abort = new AbortController();
  #waiting: Uint8Array[] = [];
  #connection = '';
  #number = 0;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `address`: as for a WebSocket, `ws(s)://host/sync/<group>?…`. */
  constructor(address: string, network: HttpNetwork) {
    const url = new URL(address);
    url.protocol = url.protocol === 'wss:' ? 'https:' : 'http:';
    this.#address = `${url.origin}${url.pathname}`;
    this.#network = network;
    this.#stream = network.openStream(`${this.#address}/events${url.search}`);
    this.#stream.addEventListener('open', (event) => this.#onOpen(event));
    this.#stream.addEventListener('frame', ({ data }: MessageEvent<string>) => {
      if (this.readyState === this.OPEN)
        this.onmessage?.({ data: Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)).buffer });
    });
    this.#stream.addEventListener('close', ({ data }: MessageEvent<string>) => {
      const { code, reason } = JSON.parse(data) as { readonly code: number; readonly reason: string };
      this.#end(code, reason);
    });
    // A stream would come back by itself, as another connection that nobody asked for.
    this.#stream.addEventListener('error', () => this.#end(LOST, ''));
  }

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return;
    this.#waiting.push(frame);
    // What is sent in one go, a burst or an edit and its marker, is one post.
    queueMicrotask(() => void this.#flush());
  }

  close(): void {
    this.#end(NORMAL, '');
  }

  /** The browser calls its own event `open`, too; the server's has data. */
  #onOpen(event: Event): void {
    if (!(event instanceof MessageEvent) || this.readyState !== 0) return;
    const { connection } = JSON.parse(String(event.data)) as { readonly connection: string };
    this.#connection = connection;
    this.readyState = this.OPEN;
    this.#sayLater();
    this.onopen?.();
  }

  async #flush(isThere = false): Promise<void> {
    if (this.#busy || this.readyState !== this.OPEN) return;
    if (this.#waiting.length === 0 && !isThere) return;
    this.#busy = true;
    this.#number += 1;
    const body = this.#take();
    const taken = await this.#deliver(body, 1);
    this.#busy = false;
    if (!taken) return this.#end(LOST, '');
    this.#sayLater();
    await this.#flush();
  }

  async #deliver(body: Uint8Array<ArrayBuffer>, attempt: number): Promise<boolean> {
    const url = `${this.#address}/updates?connection=${this.#connection}&number=${this.#number}`;
    const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(ANSWER_MS)]);
    const status = await this.#network.post(url, body, signal).catch(() => undefined);
    if (status === 204) return true;
    // 4xx: the server knows no such connection. 5xx: a proxy answers while the server does not.
    if (this.readyState !== this.OPEN || attempt === MOST_TRIES || (status !== undefined && status < 500))
      return false;
    await new Promise((resolve) => {
      this.#timer = setTimeout(resolve, AGAIN_MS);
    });
    return this.readyState === this.OPEN && (await this.#deliver(body, attempt + 1));
  }

  #take(): Uint8Array<ArrayBuffer> {
    const encoder = encoding.createEncoder();
    let count = 0;
    for (const frame of this.#waiting) {
      if (count > 0 && encoding.length(encoder) + frame.length > MOST_BYTES) break;
      encoding.writeVarUint8Array(encoder, frame);
      count += 1;
    }
    this.#waiting = this.#waiting.slice(count);
    return encoding.toUint8Array(encoder);
  }

  #sayLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(true), THERE_MS);
  }

  #end(code: number, reason: string): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    clearTimeout(this.#timer);
    this.#stream.close();
    this.#abort.abort();
    this.#waiting = [];
    this.onclose?.({ code, reason });
  }
}

/** How a browser speaks over HTTP. */
export const browserNetwork: HttpNetwork = {
  openStream: (url) => new EventSource(url),
  post: async (url, body, signal) => {
    const headers = { 'Content-Type': 'application/octet-stream' };
    const { status } = await fetch(url, { method: 'POST', body, headers, signal, cache: 'no-store' });
    return status;
  },
};

const CLOSED = 3;
/** As a WebSocket calls a connection that ended without a word, and one that was ended here. */
const LOST = 1006;
const NORMAL = 1000;
