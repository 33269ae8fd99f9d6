import type { Rooms, Session, Socket } from '@plenary/sync';
import { createRandom, type Random } from '@plenary/testing';
import * as Y from 'yjs';
import { connectNear, SCHEMA, type NearClient } from '../stage/near-client.ts';
import { settle, type Stage } from '../stage/stage.ts';
import { hashWithoutMarks } from '../writers/text.ts';
import { nextFrame, type HostileFrame } from './frames.ts';

/** What a frame cost the loop, in milliseconds. */
export interface FrameCost {
  readonly kind: string;
  readonly bytes: number;
  /** On a busy machine the longer part of it is somebody else's. */
  readonly wallMs: number;
  /** CPU of the thread that everybody's frames go through; what other threads do meanwhile holds nobody up. */
  readonly cpuMs: number;
}

/** What no frame may cost that thread: a key that waits so long is noticed by those who type. */
export const MOST_CPU_MS = 50;

/** What a round finds out as it goes. */
export interface FuzzWatch {
  /** A frame is about to be received. */
  before(frame: HostileFrame): void;
  after(cost: FrameCost, outcome: 'taken' | 'ignored' | 'refused'): void;
}

/** A round is a document: frames of one seed against it, with honest people in it. */
export interface RoundOptions {
  readonly stage: Stage;
  readonly document: string;
  readonly seed: number;
  readonly corpus: readonly Uint8Array[];
  readonly watch: FuzzWatch;
  /** Frames to receive instead of drawing them: what once broke something. */
  readonly frames: readonly HostileFrame[] | number;
}

/**
 * Throws frames at a room and holds it to this after each of them: nothing is thrown; a refused frame leaves the log
 * as it was; an accepted one adds exactly its bytes; nobody honest is closed. And every few frames: what the room
 * would answer is what the log says, nothing in it is pending, and honest replicas agree. Throws what is broken.
 */
export async function fuzzRound(options: RoundOptions): Promise<void> {
  const { stage, document, seed, corpus, watch } = options;
  const random = createRandom(seed);
  await stage.add(document);
  const honest = ['ann', 'bob', 'eve'].map((person, index) => {
    const doc = new Y.Doc();
    doc.clientID = 1000 + index;
    return connectNear(stage.rooms, { document, person, doc });
  });
  await settle(4);
  // Whoever has not written yet has no client id that another could not take.
  for (const client of honest) client.type('here');
  await settle(4);
  const victims = honest.map(({ doc }) => doc.clientID);
  let liars = 0;
  let liar = openLiar(stage.rooms, document, `liar${seed}-${liars}`);
  const somebodyWrites = (): void => writeHonestly(random, random.pick(honest));
  let state = await committed(stage, document);
  const given = typeof options.frames === 'number' ? [] : options.frames;
  const count = typeof options.frames === 'number' ? options.frames : given.length;

  for (let index = 0; index < count; index += 1) {
    if (liar.closed !== undefined) {
      liars += 1;
      liar = openLiar(stage.rooms, document, `liar${seed}-${liars}`);
      await settle(2);
    }
    const frame = given[index] ?? nextFrame({ random, state, victims, corpus });
    await throwFrame({
      stage,
      document,
      frame,
      liar,
      watch,
      meanwhile: random.chance(SHARED_TURNS) ? somebodyWrites : undefined,
    });
    const closed = honest.find((client) => client.closed !== undefined);
    if (closed !== undefined) throw new Error(`An honest client was closed with ${closed.closed}.`);
    stage.clock.advance(FRAME_MS);
    if (random.chance(HONEST_EDITS)) {
      // Neither has seen what the other does.
      somebodyWrites();
      somebodyWrites();
      await settle(2);
    }
    if (index % COMPARED_EVERY === COMPARED_EVERY - 1 || index === count - 1) {
      await settle(4);
      await compare(stage, document, honest);
      state.destroy();
      state = await committed(stage, document);
    }
  }
  state.destroy();
  await saveOnce(honest);
  await compare(stage, document, honest);
  for (const client of honest) {
    client.drop();
    client.doc.destroy();
  }
  liar.session.closed();
  // The room leaves memory; the next round has its own.
  stage.clock.advance(60_000);
  await settle(2);
}

/** One frame, and what it did to the log; with `meanwhile`, what somebody honest does comes in the same turn, before it and after it. */
async function throwFrame({
  stage,
  document,
  frame,
  liar,
  watch,
  meanwhile,
}: {
  readonly stage: Stage;
  readonly document: string;
  readonly frame: HostileFrame;
  readonly liar: Liar;
  readonly watch: FuzzWatch;
  readonly meanwhile: (() => void) | undefined;
}): Promise<void> {
  const before = (await stage.store.head(document))?.seq ?? 0;
  watch.before(frame);
  const cost = measure(frame, () => {
    if (meanwhile === undefined) return liar.session.receive(frame.bytes);
    stage.rooms.together(() => {
      meanwhile();
      liar.session.receive(frame.bytes);
      meanwhile();
    });
  });
  await settle(2);
  const history = await stage.store.history(document, before);
  const added = history.filter(({ author }) => author === liar.person);
  const refused = liar.closed !== undefined;
  if (refused && added.length > 0) throw new Error('A frame was refused and stored.');
  if (added.length > 1) throw new Error(`One frame added ${added.length} updates.`);
  const [accepted] = added;
  if (accepted !== undefined && !Buffer.from(frame.bytes).includes(Buffer.from(accepted.update)))
    throw new Error('What was stored is not what was sent.');
  watch.after(cost, refused ? 'refused' : accepted === undefined ? 'ignored' : 'taken');
}

/** Fast enough that nobody is too fast. */
const FRAME_MS = 25;
const HONEST_EDITS = 0.1;
/** Frames that come in one turn with honest ones. */
const SHARED_TURNS = 0.3;
const COMPARED_EVERY = 100;

/** Writes a paragraph or in one, or takes one away in which others may be writing. */
function writeHonestly(random: Random, client: NearClient): void {
  const body = client.doc.getXmlFragment('default');
  const block = body.length === 0 ? undefined : body.get(random.below(Math.min(body.length, 4)));
  const text = block instanceof Y.XmlElement && block.length > 0 ? block.get(0) : undefined;
  const step = random.below(3);
  if (step === 0 && body.length > 2) body.delete(random.below(Math.min(body.length, 4)), 1);
  else if (step === 1 && text instanceof Y.XmlText && text.length > 1) text.insert(1, 'and ');
  else client.type(`honest ${random.below(1000)}`);
}

function measure({ kind, bytes }: HostileFrame, receive: () => void): FrameCost {
  const cpu = process.threadCpuUsage();
  const begin = process.hrtime.bigint();
  receive();
  const wallMs = Number(process.hrtime.bigint() - begin) / 1e6;
  const { user, system } = process.threadCpuUsage(cpu);
  // The system counts in ticks of four milliseconds, and gives a whole one to a frame that was there when it fell.
  return { kind, bytes: bytes.length, wallMs, cpuMs: Math.min(wallMs, (user + system) / 1000) };
}

/** Honest people can still save after all of this. */
async function saveOnce(honest: readonly NearClient[]): Promise<void> {
  for (const client of honest) {
    client.type('at the end');
    client.mark(1);
  }
  await settle(6);
  if (honest.some(({ echoes }) => echoes.at(-1) !== 1)) throw new Error('An honest edit was not saved.');
}

async function compare(stage: Stage, document: string, honest: readonly NearClient[]): Promise<void> {
  const log = await stage.hashOfLog(document, hashWithoutMarks);
  const room = await committed(stage, document);
  if (room.store.pendingStructs !== null || room.store.pendingDs !== null)
    throw new Error('The room holds something that is pending.');
  if (hashWithoutMarks(room) !== log) throw new Error('The room does not say what the log says.');
  room.destroy();
  for (const { doc } of honest) {
    if (hashWithoutMarks(doc) !== log) throw new Error('An honest replica does not say what the log says.');
  }
}

async function committed(stage: Stage, document: string): Promise<Y.Doc> {
  const { state } = await stage.rooms.read(document);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** A connection that says whatever it is told to, and answers nothing. */
interface Liar {
  readonly person: string;
  readonly session: Session;
  readonly closed: number | undefined;
}

function openLiar(rooms: Rooms, document: string, person: string): Liar {
  let closed: number | undefined;
  const socket: Socket = {
    bufferedAmount: 0,
    send() {},
    sendAll() {},
    close(code) {
      closed ??= code;
    },
  };
  const session = rooms.open(socket, {
    document,
    person: { id: person, name: 'me', colour: 2 },
    access: 'write',
    dialect: { kind: 'plenary', schema: SCHEMA, epoch: undefined },
  });
  return {
    person,
    session,
    get closed() {
      return closed;
    },
  };
}
