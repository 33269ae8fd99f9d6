import { WebSocket, type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** Another program's replica of a group document, through y-websocket as it is published. */
export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** The words of the document, block by block. */
  blocks(): readonly string[];
  /** Adds a paragraph at the end. */
  write(text: string): void;
  /** Resolves with the code of the next close the server sends. */
  closed(): Promise<number>;
  leave(): void;
}

/** Connects with an invitation's token in the header of the upgrade, as programs do. */
export function connectStockClient(server: string, group: string, token: string): StockClient {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${server.replace(/^http/, 'ws')}/sync`, group, doc, {
    // The polyfill is all of the DOM's WebSocket that the provider uses.
    WebSocketPolyfill: withBearer(token) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const text = doc.getXmlFragment('default');
  return {
    doc,
    provider,
    blocks: () => text.toArray().map(wordsOf),
    write(words) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      text.insert(text.length, [paragraph]);
    },
    closed: () =>
      new Promise((resolve) => provider.on('connection-close', (event) => resolve(event?.code ?? 0))),
    leave() {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** A socket without y-websocket around it: resolves once it is open. */
export function openSocket(address: string, options: ClientOptions & { protocol?: string }): WebSocket {
  const { protocol, ...rest } = options;
  return new WebSocket(address, protocol === undefined ? [] : [protocol], rest);
}

/** Waits for a socket to end; gives the close code and every binary frame that came before. */
export async function ended(socket: WebSocket): Promise<{ code: number; frames: readonly Uint8Array[] }> {
  const frames: Uint8Array[] = [];
  socket.on('message', (data: Buffer) => frames.push(new Uint8Array(data)));
  const { promise, resolve } = Promise.withResolvers<number>();
  socket.on('close', resolve);
  return { code: await promise, frames };
}

function withBearer(token: string) {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols ?? [], { headers: { authorization: `Bearer ${token}` } });
    }
  };
}

function wordsOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (node instanceof Y.XmlText) return node.toString().replaceAll(/<[^>]*>/g, '');
  if (!(node instanceof Y.XmlElement)) return '';
  return node
    .toArray()
    .map((child) => wordsOf(child))
    .join('');
}
