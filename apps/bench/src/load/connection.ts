import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  MESSAGE_AUTH,
  MESSAGE_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '@plenary/protocol';
import { WebSocket } from 'ws';
import type { Dialect, RoomAddress } from './address.ts';

/** What a connection tells whoever holds it. */
export interface ConnectionEvents {
  /** An update of somebody, as it came. */
  update(update: Uint8Array): void;
  /** The answer to this connection's question for the whole document. */
  answer(update: Uint8Array): void;
  /** So many people's presence in one message. */
  presence(states: number): void;
  /** The server ended it; never called after `close`. */
  lost(reason: string): void;
}

/** Hocuspocus answers the question with this type of message, too. */
const HOCUSPOCUS_SYNC_REPLY = 4;
const EMPTY_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** One client without a document: speaks the protocol over a bare socket and hands on the bytes. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #dialect: Dialect;
  /** What stands before each message. */
  readonly #prefix: Uint8Array;
  readonly #events: ConnectionEvents;
  #closing = false;

  private constructor(socket: WebSocket, dialect: Dialect, events: ConnectionEvents) {
    this.#socket = socket;
    this.#dialect = dialect;
    this.#events = events;
    this.#prefix = prefixOf(dialect);
    socket.on('message', (data: Buffer) => this.#receive(data));
    socket.on('close', (code: number, reason: Buffer) => {
      if (!this.#closing) events.lost(`${code} ${reason.toString('utf8')}`.trim());
    });
  }

  /** Resolves when the socket is open and has asked for the document. Rejects when it is refused. */
  static async open(
    address: RoomAddress,
    token: string | undefined,
    events: ConnectionEvents,
  ): Promise<Connection> {
    const socket = new WebSocket(address.url, {
      perMessageDeflate: false,
      skipUTF8Validation: true,
      ...(token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }),
    });
    const connection = new Connection(socket, address.dialect, events);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    // After opening, an error is followed by `close`, which is where the loss is told.
    socket.on('error', () => undefined);
    connection.#greet();
    return connection;
  }

  send(message: Uint8Array): void {
    this.#socket.send(this.#prefix.length === 0 ? message : Buffer.concat([this.#prefix, message]));
  }

  /** Bytes not yet handed to the network. */
  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  close(): void {
    this.#closing = true;
    this.#socket.terminate();
  }

  #greet(): void {
    if (this.#dialect.kind === 'relay') return;
    if (this.#dialect.kind === 'hocuspocus') this.send(HOCUSPOCUS_TOKEN);
    this.send(syncFrame(SYNC_STEP_1, EMPTY_VECTOR));
  }

  #receive(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    // The document's name is the prefix of what comes, as it is of what goes.
    decoder.pos = this.#prefix.length;
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SYNC || (type === HOCUSPOCUS_SYNC_REPLY && this.#dialect.kind === 'hocuspocus')) {
      this.#receiveSync(decoder);
    } else if (type === MESSAGE_AWARENESS) {
      decoding.readVarUint(decoder);
      this.#events.presence(decoding.readVarUint(decoder));
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    // This client holds nothing, so it has nothing the server lacks.
    if (step === SYNC_STEP_1) this.send(syncFrame(SYNC_STEP_2, EMPTY_UPDATE));
    else if (step === SYNC_STEP_2) this.#events.answer(decoding.readVarUint8Array(decoder));
    else if (step === SYNC_UPDATE) this.#events.update(decoding.readVarUint8Array(decoder));
  }
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

function prefixOf(dialect: Dialect): Uint8Array {
  if (dialect.kind !== 'hocuspocus') return new Uint8Array(0);
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, dialect.document);
  return encoding.toUint8Array(encoder);
}

/** Message type, `Token`, an empty token. */
const HOCUSPOCUS_TOKEN = Uint8Array.of(MESSAGE_AUTH, 0, 0);
