import { MESSAGE_MARKER, MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '@plenary/protocol';
import * as decoding from 'lib0/decoding';
import { bytesOf, readTrace, type Syscall } from './strace-log.ts';
import { messagesIn } from './websocket-stream.ts';

/** What a trace of the server shows. */
export interface FsyncProof {
  /** Markers that were echoed after an update. */
  readonly echoes: number;
  /** Updates that reached somebody else. */
  readonly broadcasts: number;
  /** Completed flushes of the write-ahead log, and those that failed. */
  readonly fsyncs: number;
  readonly failedFsyncs: number;
  /** Flushes of the thread that writes the log, of any file, before the first update was read. */
  readonly flushesBefore: number;
  /** Echoes and broadcasts that no completed flush came before, a sentence each. */
  readonly broken: readonly string[];
}

/**
 * Looks in a trace for the order that durability is: the update has been read from its socket, then a flush of the
 * write-ahead log begins and ends well, then the echo of its marker, or the update on its way to others, is
 * written. Entry and return of each call are compared, so that a flush that was already running does not count.
 */
export function proveFsync(trace: string): FsyncProof {
  const calls = readTrace(trace);
  const flushes = calls.filter(({ name, target }) => FLUSHES.has(name) && target.endsWith('-wal'));
  const good = flushes.filter(({ result }) => result === 0);
  const isFlushed = (from: number, to: number): boolean =>
    good.some(({ begin, end }) => begin > from && end < to);

  const broken: string[] = [];
  const received = new Map<string, number>();
  const sent: { readonly message: Message; readonly connection: string; readonly begin: number }[] = [];
  const marked = new Map<string, number>();
  for (const [connection, { incoming, outgoing }] of connectionsIn(calls)) {
    let newest: number | undefined;
    for (const { payload, call } of messages(incoming)) {
      const message = readMessage(payload);
      if (message.kind === 'update') {
        newest = call.end;
        if (!received.has(message.bytes)) received.set(message.bytes, call.end);
      } else if (message.kind === 'marker' && newest !== undefined)
        marked.set(`${connection} ${message.number}`, newest);
    }
    for (const { payload, call } of messages(outgoing))
      sent.push({ message: readMessage(payload), connection, begin: call.begin });
  }

  const first = Math.min(...received.values());
  let echoes = 0;
  let broadcasts = 0;
  for (const { message, connection, begin } of sent) {
    if (message.kind === 'marker') {
      const from = marked.get(`${connection} ${message.number}`);
      if (from === undefined) continue;
      echoes += 1;
      if (!isFlushed(from, begin))
        broken.push(`Marker ${message.number} was echoed before its update was flushed.`);
    } else if (message.kind === 'update') {
      const from = received.get(message.bytes);
      if (from === undefined) continue;
      broadcasts += 1;
      if (!isFlushed(from, begin)) broken.push('An update reached others before it was flushed.');
    }
  }
  return {
    echoes,
    broadcasts,
    fsyncs: good.length,
    failedFsyncs: flushes.length - good.length,
    flushesBefore: calls.filter(
      ({ name, thread, begin }) => FLUSHES.has(name) && thread === flushes[0]?.thread && begin < first,
    ).length,
    broken,
  };
}

const FLUSHES = new Set(['fsync', 'fdatasync']);
const READS = new Set(['read', 'readv', 'recvfrom', 'recvmsg']);
const WRITES = new Set(['write', 'writev', 'sendto', 'sendmsg']);

interface Connection {
  readonly incoming: Syscall[];
  readonly outgoing: Syscall[];
}

/** Sockets by what `strace -yy` calls them: both addresses, hence one connection each. */
function connectionsIn(calls: readonly Syscall[]): ReadonlyMap<string, Connection> {
  const connections = new Map<string, Connection>();
  for (const call of calls) {
    if (!call.target.startsWith('TCP') || call.result <= 0) continue;
    const found = connections.get(call.target) ?? { incoming: [], outgoing: [] };
    connections.set(call.target, found);
    if (READS.has(call.name)) found.incoming.push(call);
    else if (WRITES.has(call.name)) found.outgoing.push(call);
  }
  return connections;
}

/** Messages of one direction, each with the call that moved its last byte. */
function messages(
  calls: readonly Syscall[],
): readonly { readonly payload: Buffer; readonly call: Syscall }[] {
  const ends: { readonly end: number; readonly call: Syscall }[] = [];
  let total = 0;
  const pieces = calls.map((call) => {
    const bytes = bytesOf(call);
    total += bytes.length;
    ends.push({ end: total, call });
    return bytes;
  });
  return messagesIn(Buffer.concat(pieces)).flatMap(({ payload, end }) => {
    const found = ends.find((candidate) => candidate.end >= end);
    return found === undefined ? [] : [{ payload, call: found.call }];
  });
}

type Message =
  | { readonly kind: 'update'; readonly bytes: string }
  | { readonly kind: 'marker'; readonly number: number }
  | { readonly kind: 'other' };

/** Smaller updates, an empty answer for one, are alike and prove nothing. */
const LEAST_UPDATE = 8;

function readMessage(payload: Uint8Array): Message {
  const decoder = decoding.createDecoder(payload);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_MARKER) return { kind: 'marker', number: decoding.readVarUint(decoder) };
  if (type !== MESSAGE_SYNC) return { kind: 'other' };
  const step = decoding.readVarUint(decoder);
  if (step !== SYNC_UPDATE && step !== SYNC_STEP_2) return { kind: 'other' };
  const bytes = decoding.readVarUint8Array(decoder);
  return bytes.length < LEAST_UPDATE
    ? { kind: 'other' }
    : { kind: 'update', bytes: Buffer.from(bytes).toString('base64') };
}
