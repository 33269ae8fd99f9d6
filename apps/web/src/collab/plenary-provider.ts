import {
  MESSAGE_AWARENESS,
  MESSAGE_MARKER,
  MESSAGE_NOTICE,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  SUBPROTOCOL,
  SYNC_PATH,
  SYNC_STEP_1,
  SYNC_UPDATE,
  type Notice,
} from '@plenary/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { socketClassOf, type Transport } from './transport.ts';
import * as Y from 'yjs';
import { IncomingUpdates } from './incoming-updates.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { ProviderEvents } from './provider-events.ts';

/** What a connection is made with. The last three stand in for the clock, chance and the network in tests. */
export interface PlenaryProviderOptions {
  /** `wss://host`, without the path. */
  readonly server: string;
  readonly group: string;
  readonly doc: Y.Doc;
  readonly schema: number;
  readonly epoch: number;
  /** Whose text this is: a server that takes this browser for somebody else refuses it. */
  readonly person: string;
  /** Whether a change came from the copy on this device: it is handed over as it was, and is no new edit. */
  readonly isFromCopy: (origin: unknown) => boolean;
  readonly events: ProviderEvents;
  readonly now?: () => number;
  /** Milliseconds that go on evenly, whatever the clock on the wall does. */
  readonly elapsed?: () => number;
  readonly random?: () => number;
  readonly WebSocket?: typeof WebSocket;
  /** Chooses what a connection is made of; a WebSocket without it. */
  readonly transport?: Transport;
}

/** Waits for more edits before a marker follows them: below what an eye sees, and one marker a burst. */
const MARKER_DELAY_MS = 40;
/** A commit takes milliseconds; a marker that waits this long is no longer called "saving". */
const STALLED_MS = 5_000;
/** After this long without the echo the connection is taken for dead, and a new one is made. */
const DEAD_MS = 15_000;
/** A handshake that takes longer never ends: phones that change networks leave such sockets behind. */
const CONNECT_TIMEOUT_MS = 5_000;
/** The server says something at least every 15 s; silence beyond this, on coming back, is a dead socket. */
const STALE_MS = 20_000;

/**
 * The stock y-websocket client with Plenary's extension: durable markers, notices, reconnecting with jitter.
 *
 * Invariants:
 * 1. A marker leaves only after the reply to the server's SyncStep1 on the same socket, and after the edits it covers.
 * 2. Only this client's own presence is sent; what was received is never sent back.
 * 3. After a final close nothing connects again.
 * 4. Whatever else the server says is heard after all updates that came before it.
 */
export class PlenaryProvider {
  readonly #provider: WebsocketProvider;
  readonly #options: PlenaryProviderOptions;
  readonly #incoming: IncomingUpdates;
  readonly #vectors = new Map<number, Uint8Array>();
  readonly #timers = new Map<Timer, ReturnType<typeof setTimeout>>();
  #opened = false;
  #answered = false;
  #finished = false;
  #marker = 0;

  constructor(options: PlenaryProviderOptions) {
    this.#options = options;
    const { doc, epoch, group, person, schema, server } = options;
    const provider = new WebsocketProvider(`${server}${SYNC_PATH}`, group, doc, {
      connect: false,
      // Tabs that share a channel announce each other's departures for everyone.
      disableBc: true,
      protocols: [SUBPROTOCOL],
      params: { schema: String(schema), epoch: String(epoch), person },
      ...(options.WebSocket && { WebSocketPolyfill: options.WebSocket }),
      ...(options.transport && { WebSocketPolyfill: socketClassOf(options.transport) }),
    });
    this.#provider = provider;
    this.#incoming = new IncomingUpdates(doc, provider, options.elapsed ?? (() => performance.now()));
    this.#listenToMessages();
    this.#sendOwnPresenceOnly();
    provider.on('status', ({ status }) => this.#onStatus(status));
    provider.on('connection-close', (event) => this.#onConnectionClose(event?.code));
    provider.on('closed', ({ code }) => this.#onFinalClose(code));
    provider.on('sync', (synced) => {
      if (synced) options.events.synced();
    });
    doc.on('update', this.#onUpdate);
  }

  get awareness(): Awareness {
    return this.#provider.awareness;
  }

  connect(): void {
    if (!this.#finished) this.#provider.connect();
  }

  /** Called when the page wakes up or the network is back: replaces a dead connection now, not in half a minute. */
  wake(): void {
    if (this.#finished) return;
    const { wsconnected, wsLastMessageReceived } = this.#provider;
    if (wsconnected && this.#now() - wsLastMessageReceived < STALE_MS) return;
    this.#drop();
    this.#clear('reconnect');
    this.connect();
  }

  /** The device says that its network is gone: what is sent now would vanish without a trace. Tries again at once. */
  interrupt(): void {
    this.#drop();
  }

  destroy(): void {
    this.#finished = true;
    this.#incoming.flush();
    for (const timer of this.#timers.keys()) this.#clear(timer);
    this.#options.doc.off('update', this.#onUpdate);
    this.#provider.awareness.off('update', this.#onPresence);
    this.#provider.destroy();
    this.#provider.awareness.destroy();
  }

  #listenToMessages(): void {
    const { messageHandlers } = this.#provider;
    const readSync = messageHandlers[MESSAGE_SYNC];
    messageHandlers[MESSAGE_SYNC] = (encoder, decoder, provider, emitSynced, type) => {
      const peek = decoding.clone(decoder);
      const step = decoding.readVarUint(peek);
      if (step === SYNC_UPDATE) return this.#incoming.take(decoding.readVarUint8Array(peek));
      const read = () => readSync?.(encoder, decoder, provider, emitSynced, type);
      if (step !== SYNC_STEP_1) return this.#incoming.takeAll(decoding.readVarUint8Array(peek), read);
      this.#incoming.flush();
      read();
      this.#options.events.confirmed(Y.decodeStateVector(decoding.readVarUint8Array(peek)));
      const socket = provider.ws;
      // The provider sends the reply after this handler returns; a microtask comes after that.
      queueMicrotask(() => this.#onStep1Answered(socket));
    };
    const readPresence = messageHandlers[MESSAGE_AWARENESS];
    messageHandlers[MESSAGE_AWARENESS] = (...message) => {
      this.#incoming.follow(() => readPresence?.(...message));
    };
    messageHandlers[MESSAGE_QUERY_AWARENESS] = (encoder) => this.#writeOwnPresence(encoder);
    messageHandlers[MESSAGE_MARKER] = (_encoder, decoder) => this.#onEcho(decoding.readVarUint(decoder));
    messageHandlers[MESSAGE_NOTICE] = (_encoder, decoder) => {
      // Only the server writes here, in the protocol's own type; a notice without meaning is passed by the listener.
      const notice = JSON.parse(decoding.readVarString(decoder)) as Notice;
      this.#incoming.flush();
      this.#options.events.notice(notice);
    };
  }

  #sendOwnPresenceOnly(): void {
    const { awareness } = this.#provider;
    // The stock handler sends back everything it receives: with sixty people, sixty times sixty frames.
    awareness.off('update', this.#provider._awarenessUpdateHandler);
    awareness.on('update', this.#onPresence);
  }

  readonly #onPresence = (_changes: unknown, origin: unknown): void => {
    if (origin === this.#provider) return;
    const encoder = encoding.createEncoder();
    this.#writeOwnPresence(encoder);
    this.#send(encoder);
  };

  #writeOwnPresence(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    const { awareness } = this.#provider;
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    // The server passes on only what it has on disk.
    if (origin === this.#provider) this.#options.events.confirmed(Y.parseUpdateMeta(update).to);
    if (origin === this.#provider || this.#options.isFromCopy(origin)) return;
    this.#options.events.mark({ type: 'edit' });
    this.#start('marker', MARKER_DELAY_MS, () => this.#sendMarker());
  };

  #onStatus(status: 'connected' | 'disconnected' | 'connecting'): void {
    if (status === 'connecting') this.#start('connect', CONNECT_TIMEOUT_MS, () => this.#drop());
    if (status !== 'connected') return;
    this.#opened = true;
    this.#options.transport?.opened();
    this.#clear('connect');
    this.#options.events.mark({ type: 'connection-up' });
  }

  #onStep1Answered(socket: WebSocket | null): void {
    if (socket === null || socket !== this.#provider.ws) return;
    this.#answered = true;
    this.#options.events.mark({ type: 'step1-answered' });
    this.#sendMarker();
  }

  #sendMarker(): void {
    if (!this.#answered || !this.#provider.wsconnected) return;
    this.#marker += 1;
    this.#vectors.set(this.#marker, Y.encodeStateVector(this.#options.doc));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_MARKER);
    encoding.writeVarUint(encoder, this.#marker);
    this.#options.events.mark({ type: 'marker-sent', marker: this.#marker });
    this.#send(encoder);
    if (!this.#timers.has('stalled')) this.#expectEcho();
  }

  #expectEcho(): void {
    this.#start('stalled', STALLED_MS, () => this.#options.events.mark({ type: 'stalled' }));
    this.#start('dead', DEAD_MS, () => this.#drop());
  }

  #onEcho(marker: number): void {
    const vector = this.#vectors.get(marker);
    if (!vector) return;
    for (const known of this.#vectors.keys()) if (known <= marker) this.#vectors.delete(known);
    this.#clear('stalled');
    this.#clear('dead');
    if (this.#vectors.size > 0) this.#expectEcho();
    this.#options.events.confirmed(Y.decodeStateVector(vector));
    this.#options.events.mark({ type: 'marker-echoed', marker, at: this.#now() });
  }

  #onConnectionClose(code: number | undefined): void {
    this.#incoming.flush();
    for (const timer of ['connect', 'marker', 'stalled', 'dead'] as const) this.#clear(timer);
    if (!this.#opened && !this.#finished) void this.#askWhatIsThere();
    this.#opened = false;
    this.#answered = false;
    this.#vectors.clear();
    this.#options.events.mark({ type: 'connection-down' });
    // The stock client comes back after the same delays in every tab of the hall; ours are spread out.
    this.#provider.shouldConnect = false;
    if (this.#finished || isFinal(code)) return;
    const delay = reconnectDelay(
      code,
      this.#provider.wsUnsuccessfulReconnects,
      this.#options.random ?? Math.random,
    );
    this.#start('reconnect', delay, () => this.connect());
  }

  async #askWhatIsThere(): Promise<void> {
    const reach = await this.#options.transport?.failed();
    if (reach && !this.#finished && !this.#opened) this.#options.events.unreached?.(reach);
  }

  #onFinalClose(code: number): void {
    this.#finished = true;
    this.#clear('reconnect');
    this.#options.events.mark({ type: 'refused' });
    this.#options.events.closed(code);
  }

  #drop(): void {
    if (this.#provider.ws) this.#provider.disconnect();
  }

  #send(encoder: encoding.Encoder): void {
    const { ws, wsconnected } = this.#provider;
    if (wsconnected && ws?.readyState === ws?.OPEN) ws?.send(encoding.toUint8Array(encoder));
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #start(timer: Timer, delay: number, action: () => void): void {
    if (this.#timers.has(timer)) return;
    const run = () => {
      this.#timers.delete(timer);
      action();
    };
    this.#timers.set(timer, setTimeout(run, delay));
  }

  #clear(timer: Timer): void {
    clearTimeout(this.#timers.get(timer));
    this.#timers.delete(timer);
  }
}

type Timer = 'marker' | 'stalled' | 'dead' | 'connect' | 'reconnect';

function isFinal(code: number | undefined): boolean {
  return code !== undefined && code >= 4400 && code < 4500;
}
