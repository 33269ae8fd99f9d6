import {
  MESSAGE_AWARENESS,
  MESSAGE_MARKER,
  MESSAGE_NOTICE,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
  type Notice,
} from '@plenary/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A message from a client, its body not yet looked into. */
export type Message =
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  | {
      readonly kind: 'update';
      readonly update: Uint8Array;
      /** Answers the server's SyncStep1. */ readonly answer: boolean;
    }
  | { readonly kind: 'presence'; readonly payload: Uint8Array }
  | { readonly kind: 'query-presence' }
  | { readonly kind: 'marker'; readonly number: number };

/** What a frame turned out to be. */
export type Frame = Message | { readonly kind: 'malformed' };

const MALFORMED: Frame = { kind: 'malformed' };

/** Reads exactly one message; anything else, and a byte too many, is `malformed`. Never throws. */
export function decodeFrame(bytes: Uint8Array): Frame {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readMessage(decoder);
    return decoding.hasContent(decoder) ? MALFORMED : frame;
  } catch {
    return MALFORMED;
  }
}

function readMessage(decoder: decoding.Decoder): Frame {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE_SYNC:
      return readSync(decoder);
    case MESSAGE_AWARENESS:
      return { kind: 'presence', payload: decoding.readVarUint8Array(decoder) };
    case MESSAGE_QUERY_AWARENESS:
      return { kind: 'query-presence' };
    case MESSAGE_MARKER:
      return { kind: 'marker', number: decoding.readVarUint(decoder) };
    default:
      return MALFORMED;
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC_STEP_1:
      return { kind: 'ask', vector: body };
    case SYNC_STEP_2:
      return { kind: 'update', update: body, answer: true };
    case SYNC_UPDATE:
      return { kind: 'update', update: body, answer: false };
    default:
      return MALFORMED;
  }
}

/** The server's question: what it has. */
export function askFrame(vector: Uint8Array): Uint8Array {
  return syncFrame(SYNC_STEP_1, vector);
}

/** The answer to a client's question. */
export function answerFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_STEP_2, update);
}

/** A committed update on its way to the others. */
export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_UPDATE, update);
}

/** Presence states, encoded by `Presence`. */
export function presenceFrame(payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

/** The echo of a marker. */
export function markerFrame(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_MARKER);
    encoding.writeVarUint(encoder, number);
  });
}

/** A notice, for plenary clients only. */
export function noticeFrame(notice: Notice): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_NOTICE);
    encoding.writeVarString(encoder, JSON.stringify(notice));
  });
}

/** Presence of nobody: keeps stock clients from thinking the line is dead. */
export const KEEP_ALIVE: Uint8Array = presenceFrame(Uint8Array.of(0));

function syncFrame(step: number, body: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}
