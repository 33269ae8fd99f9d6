import * as encoding from 'lib0/encoding';
import { writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync';
import type * as Y from 'yjs';

/** A socket a test plays the server on. It has what the y-websocket provider touches of a WebSocket. */
export class FakeSocket {
  static all: FakeSocket[] = [];
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: Uint8Array[] = [];
  readonly url: string;
  readonly protocols: readonly string[];
  constructor(url: string, protocols: readonly string[]) {
    this.url = url;
    this.protocols = protocols;
    FakeSocket.all.push(this);
  }
  static get last(): FakeSocket {
    const socket = FakeSocket.all.at(-1);
    if (!socket) throw new Error('no socket');
    return socket;
  }
  send(data: Uint8Array): void {
    this.sent.push(data);
  }
  close(): void {
    this.readyState = 3;
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  receive(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    write(encoder);
    this.onmessage?.({ data: encoding.toUint8Array(encoder).slice().buffer });
  }
  step1(doc: Y.Doc): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, 0);
      writeSyncStep1(encoder, doc);
    });
  }
  step2(doc: Y.Doc): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, 0);
      writeSyncStep2(encoder, doc);
    });
  }
  echo(marker: number): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, 102);
      encoding.writeVarUint(encoder, marker);
    });
  }
  notice(notice: unknown): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, 103);
      encoding.writeVarString(encoder, JSON.stringify(notice));
    });
  }
  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }
  types(): readonly number[] {
    return this.sent.map((frame) => frame[0] ?? -1);
  }
}
