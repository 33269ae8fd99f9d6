import type { Notice } from '@plenary/protocol';
import { createManualClock, type ManualClock } from '@plenary/testing';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Client, Rooms, RoomsOptions, Session } from './api.ts';
import { createRooms } from './rooms.ts';
import {
  createFakeMeter,
  createFakeSocket,
  createFakeStore,
  type FakeMeter,
  type FakeSocket,
  type FakeStore,
} from './testing-fakes.ts';

export const SCHEMA = 7;

/** Rooms over fakes, with the document `doc`, in whose root `default` there is a paragraph `seed`. */
export interface Stage {
  readonly store: FakeStore;
  readonly clock: ManualClock;
  readonly meter: FakeMeter;
  readonly rooms: Rooms;
}

export function createStage(limits: RoomsOptions['limits'] = {}): Stage {
  const store = createFakeStore();
  store.add('doc', seedUpdate());
  const clock = createManualClock();
  const meter = createFakeMeter();
  return { store, clock, meter, rooms: createRooms({ store, clock, meter, schemaVersion: SCHEMA, limits }) };
}

/** Lets everything that only waits for promises happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** How a test client differs from a plain writer who behaves. */
export interface TestClientOptions {
  readonly document?: string;
  readonly person?: string;
  readonly access?: 'read' | 'write';
  /** Plenary with the right schema and without an epoch unless told otherwise. */
  readonly dialect?: 'plain' | 'plenary' | Client['dialect'];
  readonly doc?: Y.Doc;
  /** Says nothing by itself: neither asks nor answers nor sends what is typed. */
  readonly silent?: boolean;
}

/** A client as y-websocket is one, with our extension, in the same process. */
export interface TestClient {
  readonly doc: Y.Doc;
  readonly socket: FakeSocket;
  readonly session: Session;
  readonly person: string;
  readonly notices: Notice[];
  /** Markers that were echoed. */
  readonly markers: number[];
  /** Kinds of the frames received, in order. */
  readonly kinds: string[];
  /** Updates received, as they came. */
  readonly updates: Uint8Array[];
  readonly code: number | undefined;
  send(frame: Uint8Array): void;
  mark(number: number): void;
  /** Inserts a paragraph at the front. */
  type(text: string): void;
  text(): string;
  /** The network is gone. */
  drop(): void;
}

export function connect(stage: Pick<Stage, 'rooms'>, options: TestClientOptions = {}): TestClient {
  const { document = 'doc', person = 'ann', access = 'write', silent = false } = options;
  const doc = options.doc ?? new Y.Doc();
  const socket = createFakeSocket();
  const notices: Notice[] = [];
  const markers: number[] = [];
  const kinds: string[] = [];
  const updates: Uint8Array[] = [];
  let open = true;
  /** What is answered while `open` still runs; a network would take its time. */
  const early: Uint8Array[] = [];
  let opened = false;
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== socket) send(syncMessage(2, update));
  };
  const hangUp = (): void => {
    open = false;
    doc.off('update', onUpdate);
  };

  socket.onClose = hangUp;
  socket.onFrame = (frame) => {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case 0: {
        const step = decoding.readVarUint(decoder);
        const body = decoding.readVarUint8Array(decoder);
        kinds.push(`step${step}`);
        if (step === 0 && !silent) send(syncMessage(1, Y.encodeStateAsUpdate(doc, body)));
        if (step === 2) updates.push(body);
        if (step !== 0) Y.applyUpdate(doc, body, socket);
        break;
      }
      case 1:
        kinds.push('presence');
        break;
      case 102:
        kinds.push('marker');
        markers.push(decoding.readVarUint(decoder));
        break;
      case 103: {
        // The server writes nothing but notices here.
        const notice = JSON.parse(decoding.readVarString(decoder)) as Notice;
        kinds.push(notice.type);
        notices.push(notice);
        break;
      }
      default:
        throw new Error('The server sent an unknown type.');
    }
  };

  const { dialect = 'plain' } = options;
  const session = stage.rooms.open(socket, {
    document,
    person: { id: person, name: person.toUpperCase(), colour: 3 },
    access,
    dialect: dialectOf(dialect),
  });
  function send(frame: Uint8Array): void {
    if (!opened) early.push(frame);
    else if (open) session.receive(frame);
  }
  opened = true;
  for (const frame of early) send(frame);
  if (!silent) {
    doc.on('update', onUpdate);
    send(syncMessage(0, Y.encodeStateVector(doc)));
  }

  return {
    doc,
    socket,
    session,
    person,
    notices,
    markers,
    kinds,
    updates,
    get code() {
      return socket.closed?.code;
    },
    send,
    mark: (number) => send(markerMessage(number)),
    type: (text) => insertParagraph(doc, text),
    text: () => textOf(doc),
    drop() {
      hangUp();
      session.closed();
    },
  };
}

function dialectOf(dialect: NonNullable<TestClientOptions['dialect']>): Client['dialect'] {
  if (typeof dialect !== 'string') return dialect;
  return dialect === 'plain' ? { kind: 'plain' } : { kind: 'plenary', schema: SCHEMA, epoch: undefined };
}

/** A sync message with a body as it is, valid or not. */
export function syncMessage(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export function markerMessage(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 102);
    encoding.writeVarUint(encoder, number);
  });
}

/** Client id, clock and JSON of each state. */
export type PresenceEntry = readonly [number, number, string];

export function presenceMessage(...entries: readonly PresenceEntry[]): Uint8Array {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [id, clock, json] of entries) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** Presence frames a socket got, decoded; keep-alives are empty ones. */
export function presenceOf(socket: FakeSocket): PresenceEntry[][] {
  return socket.frames
    .filter(([type]) => type === 1)
    .map((frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      const payload = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      const count = decoding.readVarUint(payload);
      return Array.from(
        { length: count },
        () =>
          [
            decoding.readVarUint(payload),
            decoding.readVarUint(payload),
            decoding.readVarString(payload),
          ] as const,
      );
    });
}

/** A document with one paragraph, `seed`, by the server's client id 1. */
export function seedUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  insertParagraph(doc, 'seed');
  return Y.encodeStateAsUpdate(doc);
}

export function insertParagraph(doc: Y.Doc, text: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    doc.getXmlFragment('default').insert(0, [paragraph]);
  });
}

/** Paragraphs joined by bars. */
export function textOf(doc: Y.Doc): string {
  const paragraphs = doc.getXmlFragment('default').toArray();
  return paragraphs.map((node) => (node instanceof Y.XmlElement ? contentOf(node) : '')).join('|');
}

function contentOf(element: Y.XmlElement): string {
  return element
    .toArray()
    .map((node) => (node instanceof Y.XmlText ? node.toJSON() : ''))
    .join('');
}

/** What the log says, replayed into a fresh document. */
export function replay(store: FakeStore, document = 'doc'): Y.Doc {
  const doc = new Y.Doc();
  for (const { update } of store.documents.get(document)?.log ?? []) Y.applyUpdate(doc, update);
  return doc;
}
