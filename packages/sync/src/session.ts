import { CLOSE, type CloseCode, type Notice, type RejectReason } from '@plenary/protocol';
import { Allowance } from './allowance.ts';
import type { Client, Session } from './api.ts';
import { decodeFrame, markerFrame, type Message, noticeFrame } from './frame.ts';
import { Markers } from './markers.ts';
import type { Socket } from './ports.ts';
import { REJECT_CODES } from './reject-codes.ts';
import type { RoomHost } from './room-host.ts';

/** The room, as its sessions see it. */
export interface SessionRoom {
  /** False while the room loads: frames wait. */
  readonly live: boolean;
  /** `bytes`: the frame as it came, to be handed in `again` when it cannot be handled now. */
  handle(session: RoomSession, frame: Message, bytes: Uint8Array): void;
  left(session: RoomSession): void;
}

/** What all sessions of a server share. */
export type SessionHost = Pick<RoomHost, 'clock' | 'meter' | 'limits'>;

/**
 * One connection.
 *
 *            begin()              end() / closed()
 *   greeting ───────▶ live ─────────────▶ closed
 *      └─────────────────────────────────────▲
 *
 * Invariants
 * 1. Frames reach the room in the order they came, and only while the room is live.
 * 2. After `closed` nothing is sent and nothing reaches the room.
 * 3. Nothing is sent before `begin`, except the notice that goes with a refusal.
 * 4. What waits here is bounded, in frames and bytes; so is what waits in the socket.
 *
 * A silent connection holds little: what only some need is made when they do.
 */
export class RoomSession implements Session {
  readonly client: Client;
  readonly markers = new Markers();
  /** Updates up to this sequence number are in an answer on its way to this client. */
  answeredUpTo = 0;
  readonly #host: SessionHost;
  readonly #room: SessionRoom;
  readonly #socket: Socket;
  readonly #allowance: Allowance;
  #state: 'greeting' | 'live' | 'closed' = 'greeting';
  #deaf = false;
  #waiting: Uint8Array[] | undefined;
  #waitingBytes = 0;
  #incomplete = 0;
  /** Bytes of answers that may still be in the socket: a big document is no sign of a slow reader. */
  #grace = 0;

  constructor(host: SessionHost, room: SessionRoom, socket: Socket, client: Client) {
    this.#host = host;
    this.#room = room;
    this.#socket = socket;
    this.client = client;
    this.#allowance = new Allowance(host.limits, host.clock.now());
  }

  get state(): 'greeting' | 'live' | 'closed' {
    return this.#state;
  }

  receive(frame: Uint8Array): void {
    if (this.#state === 'closed' || this.#deaf) return;
    const { limits, clock } = this.#host;
    if (frame.length > limits.frameBytes) {
      this.reject('too-large');
    } else if (!this.#allowance.takeFrame(clock.now())) {
      this.reject('too-fast');
    } else if (this.#state === 'greeting' || !this.#room.live) {
      this.#wait(frame);
    } else {
      this.#handle(frame);
    }
  }

  receiveText(): void {
    if (!this.#deaf) this.reject('malformed');
  }

  closed(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#waiting = undefined;
    this.#room.left(this);
  }

  /** The room is live and has taken this connection in. */
  begin(): void {
    if (this.#state === 'greeting') this.#state = 'live';
  }

  /** Hands over the frames that waited, as long as the room takes them. */
  resume(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    this.#waitingBytes = 0;
    for (const [index, frame] of waiting.entries()) {
      if (this.#state !== 'live') return;
      if (!this.#room.live) {
        for (const later of waiting.slice(index)) this.#wait(later);
        return;
      }
      this.#handle(frame);
    }
  }

  /** Lets a frame wait (once more), since the room has to load again before it can be handled. */
  again(frame: Uint8Array): void {
    if (this.#state !== 'closed') this.#wait(frame);
  }

  /** Nothing more is received; what was, is still handled. */
  deafen(): void {
    this.#deaf = true;
  }

  send(frame: Uint8Array): void {
    if (this.#keepsUp()) this.#socket.send(frame);
  }

  /** Sends several frames in one go. */
  sendAll(frames: readonly Uint8Array[]): void {
    if (frames.length > 0 && this.#keepsUp()) this.#socket.sendAll(frames);
  }

  /** Sends the answer to a SyncStep1, however large the document. */
  sendAnswer(frame: Uint8Array): void {
    const { documentBytes } = this.#host.limits;
    this.send(frame);
    this.#grace = Math.min(this.#grace + frame.length, 2 * documentBytes);
  }

  /** Tells a plenary client; a plain one would not understand. */
  notify(notice: Notice): void {
    if (this.client.dialect.kind === 'plenary') this.send(noticeFrame(notice));
  }

  /** Refuses what the client sent, says why, and closes. */
  reject(reason: RejectReason): void {
    if (this.#state === 'closed') return;
    this.#host.meter.count('rejected', { reason });
    this.notify({ type: 'rejected', reason });
    this.end(REJECT_CODES[reason], reason);
  }

  /** The section was signed. */
  lock(): void {
    this.notify({ type: 'locked' });
    this.end(CLOSE.locked, 'locked');
  }

  /** The document began another epoch. */
  endEpoch(epoch: number): void {
    this.refuse({ type: 'epoch', epoch }, CLOSE.conflict);
  }

  /** Turns the client away. */
  refuse(notice: Notice, code: CloseCode): void {
    this.notify(notice);
    this.end(code, notice.type);
  }

  end(code: CloseCode, reason: string): void {
    if (this.#state === 'closed') return;
    this.#host.meter.count('closed', { code: String(code) });
    this.#socket.close(code, reason);
    this.closed();
  }

  /** Bytes that the network has not taken yet. */
  get buffered(): number {
    return this.#socket.bufferedAmount;
  }

  /** Whether another SyncStep1 may be answered now. */
  mayAsk(): boolean {
    return this.#allowance.takeAnswer();
  }

  /** Counts an update that referred to something missing; true when it is one too many. */
  incompleteOnceMore(): boolean {
    this.#incomplete += 1;
    return this.#incomplete > this.#host.limits.incompleteUpdates;
  }

  /** Echoes the markers that are due. */
  acknowledge(committed: number): void {
    for (const { number, at } of this.markers.due(committed)) {
      this.send(markerFrame(number));
      this.#host.meter.observe('marker_ms', this.#host.clock.now() - at);
    }
  }

  /** Whether more may be sent; a reader who is too slow is closed. */
  #keepsUp(): boolean {
    if (this.#state === 'closed') return false;
    const { limits, meter } = this.#host;
    const buffered = this.#socket.bufferedAmount;
    // Nearly all of thousands are asked in a row; to write to each of them only costs memory traffic.
    if (buffered === 0 && this.#grace > 0) this.#grace = 0;
    if (buffered - this.#grace <= limits.bufferedBytes) return true;
    meter.count('slow_reader');
    this.end(CLOSE.overloaded, 'too slow');
    return false;
  }

  #wait(frame: Uint8Array): void {
    const { limits } = this.#host;
    this.#waiting ??= [];
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
    if (this.#waiting.length > limits.waitingFrames || this.#waitingBytes > limits.waitingBytes) {
      this.reject('too-fast');
    }
  }

  #handle(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (frame.kind === 'malformed' || (frame.kind === 'marker' && this.client.dialect.kind === 'plain')) {
      this.reject('malformed');
    } else if (frame.kind === 'update' && !this.#allowance.takeBytes(bytes.length)) {
      this.reject('too-fast');
    } else {
      this.#room.handle(this, frame, bytes);
    }
  }
}
