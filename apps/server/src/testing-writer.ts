import { SCHEMA_VERSION } from '@plenary/document';
import { SUBPROTOCOL, type Notice } from '@plenary/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export interface WriterOptions {
  readonly port: number;
  readonly group: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Plain, as a stock client, unless told otherwise. */
  readonly plenary?: boolean;
  /** What stands behind the question mark. */
  readonly query?: string;
}

/** A client on a real socket that tells what it saw. */
export interface Writer {
  readonly socket: WebSocket;
  readonly doc: Y.Doc;
  readonly notices: readonly Notice[];
  /** The largest marker that was echoed. */
  readonly acknowledged: number;
  /** Resolves when the server's state has arrived; rejects when the connection is closed before. */
  readonly synced: Promise<void>;
  /** The close code. */
  readonly closed: Promise<number>;
  /** Writes a paragraph and sends it, followed by a marker when it speaks plenary. Returns the marker. */
  write(text: string): number;
  /** Resolves when the marker, or a later one, was echoed. */
  acknowledgement(marker: number): Promise<void>;
  /** Resolves when the server has taken everything sent so far from the socket. */
  received(): Promise<void>;
  text(): string;
  close(): void;
}

export function openWriter({ port, group, headers = {}, plenary = false, query }: WriterOptions): Writer {
  const doc = new Y.Doc();
  const asked = query ?? (plenary ? `?schema=${SCHEMA_VERSION}` : '');
  const address = `ws://127.0.0.1:${port}/sync/${group}${asked}`;
  const socket = new WebSocket(address, plenary ? [SUBPROTOCOL] : [], { headers });
  const notices: Notice[] = [];
  const waiting: { readonly marker: number; readonly done: () => void }[] = [];
  let acknowledged = 0;
  let marker = 0;
  const send = (frame: Uint8Array): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  };

  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => resolve(code));
  });
  socket.on('error', () => undefined);
  socket.on('open', () => send(sync(0, Y.encodeStateVector(doc))));
  const synced = new Promise<void>((resolve, reject) => {
    void closed.then((code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data);
      const type = decoding.readVarUint(decoder);
      if (type === 0) {
        const step = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (step === 0) send(sync(1, Y.encodeStateAsUpdate(doc, bytes)));
        else Y.applyUpdate(doc, bytes, socket);
        if (step === 1) resolve();
      } else if (type === 102) {
        acknowledged = decoding.readVarUint(decoder);
        for (const { marker: wanted, done } of waiting) if (wanted <= acknowledged) done();
      } else if (type === 103) {
        // The server writes nothing but notices here.
        notices.push(JSON.parse(decoding.readVarString(decoder)) as Notice);
      }
    });
  });
  // Whoever does not wait for it must not fall over it.
  synced.catch(() => undefined);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) send(sync(2, update));
  });

  return {
    socket,
    doc,
    notices,
    get acknowledged() {
      return acknowledged;
    },
    synced,
    closed,
    write(text) {
      doc.transact(() => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(text)]);
        const body = doc.getXmlFragment('default');
        body.insert(body.length, [paragraph]);
      });
      marker += 1;
      if (plenary) send(markerFrame(marker));
      return marker;
    },
    acknowledgement: (wanted) =>
      new Promise((resolve) => {
        if (acknowledged >= wanted) resolve();
        else waiting.push({ marker: wanted, done: resolve });
      }),
    received: () =>
      new Promise((resolve) => {
        socket.once('pong', () => resolve());
        socket.ping();
      }),
    text: () => doc.getXmlFragment('default').toString(),
    close: () => socket.terminate(),
  };
}

/** A sync message with a body as it is. */
export function sync(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function markerFrame(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 102);
    encoding.writeVarUint(encoder, number);
  });
}
