import {
  MESSAGE_AWARENESS,
  MESSAGE_MARKER,
  MESSAGE_NOTICE,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '@plenary/protocol';
import type { Rooms, Session, Socket } from '@plenary/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { blocksIn, writeParagraph } from '../writers/text.ts';

/** The schema version of the rooms on a stage. */
export const SCHEMA = 7;

/** A plenary client in the same process: what it sends is received before `send` returns. */
export interface NearClient {
  readonly doc: Y.Doc;
  readonly session: Session;
  /** Markers that were echoed. */
  readonly echoes: readonly number[];
  /** Update messages received. */
  readonly updates: number;
  /** The code the server closed with, once it has. */
  readonly closed: number | undefined;
  send(frame: Uint8Array): void;
  type(text: string): void;
  mark(number: number): void;
  /** Answers the server's questions from now on, those that were asked, too. */
  answer(): void;
  /** The network is gone. */
  drop(): void;
}

/** How a near client differs from a writer who behaves. */
export interface NearClientOptions {
  readonly document?: string;
  readonly person?: string;
  /** Neither asks nor answers by itself. */
  readonly silent?: boolean;
  readonly doc?: Y.Doc;
}

export function connectNear(rooms: Rooms, options: NearClientOptions = {}): NearClient {
  const { document = 'doc', person = 'ann', silent = false, doc = new Y.Doc() } = options;
  const echoes: number[] = [];
  const questions: Uint8Array[] = [];
  let answering = !silent;
  let updates = 0;
  let open = true;
  let closed: number | undefined;
  /** Empty while `open` of the rooms still runs. */
  const link: { session?: Session } = {};
  /** Said while `open` of the rooms still runs; a network would take its time. */
  const early: Uint8Array[] = [];

  const send = (frame: Uint8Array): void => {
    if (link.session === undefined) early.push(frame);
    else if (open) link.session.receive(frame);
  };
  const reply = (): void => {
    for (const vector of questions.splice(0))
      send(syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(doc, vector)));
  };
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== socket) send(syncFrame(SYNC_UPDATE, update));
  };
  const hangUp = (): void => {
    open = false;
    doc.off('update', onUpdate);
  };
  const socket: Socket = {
    bufferedAmount: 0,
    close(code) {
      closed ??= code;
      hangUp();
    },
    sendAll(frames) {
      for (const frame of frames) socket.send(frame);
    },
    send(frame) {
      if (!open) return;
      const decoder = decoding.createDecoder(frame);
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE_MARKER) echoes.push(decoding.readVarUint(decoder));
      if (type !== MESSAGE_SYNC) return;
      const step = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (step === SYNC_STEP_1) questions.push(body);
      else {
        updates += 1;
        Y.applyUpdate(doc, body, socket);
      }
      if (answering) reply();
    },
  };
  const session = rooms.open(socket, {
    document,
    person: { id: person, name: person, colour: 1 },
    access: 'write',
    dialect: { kind: 'plenary', schema: SCHEMA, epoch: undefined },
  });
  link.session = session;
  for (const frame of early) send(frame);
  if (!silent) send(syncFrame(SYNC_STEP_1, Y.encodeStateVector(doc)));
  doc.on('update', onUpdate);

  return {
    doc,
    session,
    echoes,
    get updates() {
      return updates;
    },
    get closed() {
      return closed;
    },
    send,
    type: (text) => writeParagraph(doc, blocksIn(doc), text),
    mark: (number) => send(markerFrame(number)),
    answer() {
      answering = true;
      reply();
    },
    drop() {
      hangUp();
      session.closed();
    },
  };
}

/** A sync message with a body as it is, valid or not. */
export function syncFrame(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function markerFrame(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_MARKER);
    encoding.writeVarUint(encoder, number);
  });
}

/** A presence message: client id, clock and JSON of each state. */
export function presenceFrame(...states: readonly (readonly [number, number, string])[]): Uint8Array {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const [id, clock, json] of states) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** Types of message that only a server sends, for those who lie. */
export const NOTICE = MESSAGE_NOTICE;
