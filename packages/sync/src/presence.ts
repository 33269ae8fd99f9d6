import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { decodeUtf8 } from 'lib0/string';
import type { ConnectedPerson } from './api.ts';
import { presenceFrame } from './frame.ts';
import type { Limits } from './limits.ts';
import type { Author, Clock } from './ports.ts';

/** A connection, as presence sees it. */
export interface Present {
  readonly client: { readonly person: ConnectedPerson };
  send(frame: Uint8Array): void;
}

/** What `Presence` needs of its room. */
export interface PresenceOptions {
  readonly clock: Clock;
  readonly limits: Limits;
  /** Who writes with a client id; undefined when nobody does yet. */
  readonly ownerOf: (client: number) => Author | undefined;
  /** How many are connected. */
  readonly people: () => number;
  /** Sends one frame to everybody. */
  readonly broadcast: (frame: Uint8Array) => void;
}

/** A client id that was seen. `state` is JSON, absent after its connection left. */
interface Known {
  readonly person: string;
  holder: Present | undefined;
  state: string | undefined;
  /** Clock as others know it. */
  clock: number;
  /** Clock as its own client counts. */
  clientClock: number;
}

const MAX_CLOCK = 2 ** 31;
const NOBODY = 'null';

/**
 * Who is here and where their carets are. Loss-tolerant: nothing here is stored.
 *
 * Invariants
 * 1. A connection changes one client id, the first it spoke for that was free or its person's.
 * 2. `user` of every state sent is the session's person.
 * 3. Clocks of an id only grow, also over leaving and coming back.
 * 4. Between two frames lies a tick, and everybody gets the same bytes.
 * 5. What changed leaves by itself within two ticks, or earlier with an update that is sent anyway.
 */
export class Presence {
  readonly #options: PresenceOptions;
  readonly #known = new Map<number, Known>();
  readonly #idOf = new Map<Present, number>();
  readonly #changed = new Set<number>();
  /** Ends the rest after a frame. */
  #cancelRest: (() => void) | undefined;
  /** Ends the wait for an update to leave with. */
  #cancelWait: (() => void) | undefined;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** Takes a presence message. False when it is malformed; ids that are not the connection's own are skipped. */
  receive(from: Present, payload: Uint8Array): boolean {
    try {
      const decoder = decoding.createDecoder(payload);
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const id = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const text = decoding.readVarUint8Array(decoder);
        if (this.#isOwn(from, id, text)) this.#take(from, id, clock, text);
      }
      return !decoding.hasContent(decoder);
    } catch {
      return false;
    }
  }

  /** The connection is gone: so is its caret. */
  leave(from: Present): void {
    const id = this.#idOf.get(from);
    this.#idOf.delete(from);
    const known = id === undefined ? undefined : this.#known.get(id);
    if (id === undefined || known?.holder !== from) return;
    known.holder = undefined;
    if (known.state !== undefined) this.#set(id, known, undefined, known.clock + 1);
  }

  /** Whose a client id was last, as far as presence remembers. */
  personOf(client: number): string | undefined {
    return this.#known.get(client)?.person;
  }

  /** Tells a connection who is here, if anybody is. */
  tell(to: Present): void {
    const here = [...this.#known].filter(([, { state }]) => state !== undefined);
    if (here.length > 0) to.send(encode(here));
  }

  /** What changed, to leave with updates that are sent now; undefined when nothing did or the last frame was just now. */
  due(): Uint8Array | undefined {
    return this.#cancelRest === undefined ? this.#gather() : undefined;
  }

  stop(): void {
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    this.#cancelWait?.();
    this.#cancelWait = undefined;
  }

  /** Binds the id at its first non-null state; an echo of somebody else's is never bound. */
  #isOwn(from: Present, id: number, text: Uint8Array): boolean {
    const own = this.#idOf.get(from);
    if (own !== undefined) return own === id;
    if (isNull(text)) return false;
    const { id: person } = from.client.person;
    const owner = this.#options.ownerOf(id);
    if (owner !== undefined && owner !== person) return false;
    const known = this.#known.get(id);
    if (known !== undefined && known.person !== person) return false;
    if (known === undefined)
      this.#known.set(id, { person, holder: from, state: undefined, clock: 0, clientClock: -1 });
    else Object.assign(known, { holder: from, clientClock: -1 } satisfies Partial<Known>);
    this.#idOf.set(from, id);
    this.#forget();
    return true;
  }

  #take(from: Present, id: number, clock: number, text: Uint8Array): void {
    const known = this.#known.get(id);
    // Taken over by a newer connection of the same person: the old one is half-open.
    if (known === undefined || known.holder !== from || text.length > this.#options.limits.presenceBytes)
      return;
    const gone = isNull(text);
    if (clock > MAX_CLOCK || clock < known.clientClock || (clock === known.clientClock && !gone)) return;
    known.clientClock = clock;
    const state = gone ? undefined : withUser(text, from.client.person);
    // Stock clients send back their own state, too, when its clock was raised here: answering would never end.
    if (state === known.state && (gone || clock <= known.clock)) return;
    this.#set(id, known, state, Math.max(clock, known.clock + 1));
  }

  #set(id: number, known: Known, state: string | undefined, clock: number): void {
    known.state = state;
    known.clock = clock;
    this.#changed.add(id);
    if (this.#cancelRest === undefined) this.#wait(this.#tickMs);
  }

  get #tickMs(): number {
    const { limits } = this.#options;
    return this.#isCrowded ? limits.crowdedPresenceMs : limits.presenceMs;
  }

  get #isCrowded(): boolean {
    return this.#options.people() > this.#options.limits.crowd;
  }

  #wait(ms: number): void {
    this.#cancelWait ??= this.#options.clock.after(ms, () => {
      this.#cancelWait = undefined;
      const frame = this.#gather();
      if (frame !== undefined) this.#options.broadcast(frame);
    });
  }

  /** Takes out what changed, and rests. */
  #gather(): Uint8Array | undefined {
    const changed: [number, Known][] = [];
    for (const id of this.#changed) {
      const known = this.#known.get(id);
      if (known !== undefined) changed.push([id, known]);
    }
    this.#changed.clear();
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    if (changed.length === 0) return undefined;
    this.#cancelRest = this.#options.clock.after(this.#tickMs, () => {
      this.#cancelRest = undefined;
      // In a crowd a write of its own is dear, and somebody's next key is never far.
      if (this.#changed.size > 0) this.#wait(this.#isCrowded ? this.#tickMs : 0);
    });
    return encode(changed);
  }

  /** The longest unseen go first; a room of thousands of reloads stays small. */
  #forget(): void {
    const over = this.#known.size - this.#options.limits.rememberedPresences;
    if (over <= 0) return;
    const left = [...this.#known].filter(
      ([id, { holder }]) => holder === undefined && !this.#changed.has(id),
    );
    for (const [id] of left.slice(0, over)) this.#known.delete(id);
  }
}

function encode(entries: readonly (readonly [number, Known])[]): Uint8Array {
  return presenceFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length);
      for (const [id, { clock, state }] of entries) {
        encoding.writeVarUint(encoder, id);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, state ?? NOBODY);
      }
    }),
  );
}

function isNull(text: Uint8Array): boolean {
  return text.length === 4 && text[0] === 0x6e && text[1] === 0x75 && text[2] === 0x6c && text[3] === 0x6c;
}

/** Throws on anything but a JSON object. */
function withUser(text: Uint8Array, person: ConnectedPerson): string {
  const state: unknown = JSON.parse(decodeUtf8(text));
  if (typeof state !== 'object' || state === null || Array.isArray(state)) throw new TypeError('not a state');
  const { id, name, colour } = person;
  return JSON.stringify({ ...state, user: { id, name, colour } });
}
