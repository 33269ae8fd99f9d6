import { MESSAGE_MARKER, MESSAGE_NOTICE, SUBPROTOCOL, type Notice } from '@plenary/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { SCHEMA_VERSION } from '@plenary/document';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';

/** How a stock client is opened. */
export interface StockClientOptions {
  readonly url: string;
  readonly group: string;
  /** Sent as bearer, as programs do. */
  readonly token: string;
  readonly doc: Y.Doc;
  readonly onEcho?: (marker: number) => void;
  readonly onNotice?: (notice: Notice) => void;
  /** A connection begins; nothing has been sent on it. */
  readonly onConnect?: () => void;
  /** The server said not to come back. */
  readonly onTurnedAway?: (code: number, reason: string) => void;
}

/** A `WebsocketProvider` as it comes from npm, that has learnt markers and notices and nothing else. */
export interface StockClient {
  readonly connected: boolean;
  readonly provider: WebsocketProvider;
  /** Sends a marker now; false when there is no connection to send it on. */
  mark(number: number): boolean;
  destroy(): void;
}

/** Upper bound of the pause between attempts; the stock one of 2.5 s would make kills a matter of waiting. */
const MAX_BACKOFF_MS = 400;

/** Connects, and goes on connecting. */
export function openStockClient(options: StockClientOptions): StockClient {
  const { url, group, token, doc } = options;
  class AuthorisedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { authorization: `Bearer ${token}` } });
    }
  }
  const provider = new WebsocketProvider(url, group, doc, {
    connect: false,
    disableBc: true,
    maxBackoffTime: MAX_BACKOFF_MS,
    protocols: [SUBPROTOCOL],
    params: { schema: String(SCHEMA_VERSION) },
    // `ws` is the browser's WebSocket as far as the provider uses it.
    WebSocketPolyfill: AuthorisedSocket as unknown as typeof globalThis.WebSocket,
  });
  provider.messageHandlers[MESSAGE_MARKER] = (_encoder, decoder) =>
    options.onEcho?.(decoding.readVarUint(decoder));
  provider.messageHandlers[MESSAGE_NOTICE] = (_encoder, decoder) => {
    // The server writes nothing but notices here.
    const notice = JSON.parse(decoding.readVarString(decoder)) as Notice;
    // Said again at every connection, so that a replica of an older epoch is never merged.
    if (notice.type === 'welcome') provider.params = { ...provider.params, epoch: String(notice.epoch) };
    options.onNotice?.(notice);
  };
  provider.on('status', ({ status }) => {
    if (status === 'connected') options.onConnect?.();
  });
  provider.on('closed', ({ code, reason }) => options.onTurnedAway?.(code, reason));
  provider.connect();

  return {
    provider,
    get connected() {
      return provider.wsconnected;
    },
    mark(number) {
      const { ws } = provider;
      if (!provider.wsconnected || ws === null || ws.readyState !== WebSocket.OPEN) return false;
      ws.send(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE_MARKER);
          encoding.writeVarUint(encoder, number);
        }),
      );
      return true;
    },
    destroy() {
      provider.destroy();
      provider.awareness.destroy();
    },
  };
}
