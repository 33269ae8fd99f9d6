import { CLOSE, type CloseCode } from '@plenary/protocol';
import { hasPlace, peopleOf, refuseSchema } from './admission.ts';
import type { Client, Rooms, RoomsOptions, Session } from './api.ts';
import { CommitQueue } from './durability.ts';
import { NoSuchDocument, RoomEnded } from './errors.ts';
import { KEEP_ALIVE } from './frame.ts';
import { Gathering } from './gathering.ts';
import { leaveOneByOne } from './leaving.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { DocumentHead, DocumentId, Seal, SealOutcome, Socket } from './ports.ts';
import { pauseFor } from './pause.ts';
import { Replica } from './replica.ts';
import { Room } from './room.ts';
import type { RoomHost } from './room-host.ts';
import { RoomSession, type SessionRoom } from './session.ts';
import { addVitals, HEALTHY } from './vitals.ts';

/** The live documents of a server over a store. */
export function createRooms(options: RoomsOptions): Rooms {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { store, clock, meter, bus } = options;
  const rooms = new Map<DocumentId, Room>();
  const listeners = new Set<(head: DocumentHead) => void>();
  let disconnections = 0;
  let draining = false;
  let keepingAlive = false;
  let connections = 0;

  const gathering = new Gathering();
  const host: RoomHost = {
    store,
    clock,
    meter,
    limits,
    gathering,
    queue: new CommitQueue({
      store,
      clock,
      meter,
      batchRequests: limits.batchRequests,
      batchBytes: limits.batchBytes,
      pauseMs: () => pauseFor(connections, limits),
    }),
    changed(head) {
      tell(head);
      bus?.announce(head);
    },
    changedElsewhere: tell,
    came() {
      connections += 1;
    },
    left() {
      connections -= 1;
    },
    ended(document, room) {
      if (rooms.get(document) === room) rooms.delete(document);
      meter.observe('rooms', rooms.size);
    },
  };

  const stopListening = bus?.listen({
    moved(head) {
      const room = rooms.get(head.document);
      room?.hear(head);
      // A room tells when it has read on; until then `read` would not know.
      if (room?.live !== true) tell(head);
    },
    missed() {
      for (const room of rooms.values()) room.hear(undefined);
    },
  });

  return {
    open(socket: Socket, client: Client): Session {
      const refusal = refuseSchema(client, options.schemaVersion);
      const wanted = draining || refusal !== undefined ? undefined : roomOf(client.document);
      const room = wanted !== undefined && hasPlace(wanted.sessions, client, limits) ? wanted : undefined;
      const session = new RoomSession(host, room ?? NOWHERE, socket, client);
      if (draining) session.end(CLOSE.restart, 'restart');
      else if (refusal !== undefined) session.refuse(refusal.notice, refusal.code);
      else if (room === undefined) session.end(CLOSE.overloaded, 'no place left');
      else room.enter(session);
      keepAlive();
      return session;
    },

    together: (task) => gathering.during(task),

    read(document) {
      if (rooms.has(document)) return again(() => roomOf(document).use((room) => room.read()));
      return readFromLog(document);
    },

    edit(document, author, change) {
      return again(() => roomOf(document).use((room) => room.edit(author, change)));
    },

    async seal(document: DocumentId, seal: Seal): Promise<SealOutcome> {
      await rooms.get(document)?.flush();
      const outcome = await store.seal(document, seal);
      if (outcome !== 'sealed') return outcome;
      rooms.get(document)?.sealed(seal);
      const head = await store.head(document);
      if (head !== undefined) host.changed(head);
      return outcome;
    },

    async reopen(document) {
      const head = await store.reopen(document);
      if (head === undefined) return undefined;
      rooms.get(document)?.newEpoch(head.epoch);
      host.changed(head);
      return head;
    },

    present(document) {
      return peopleOf(rooms.get(document)?.sessions);
    },

    vitals() {
      const now = clock.now();
      return [...rooms.values()].map((room) => room.vitals(now)).reduce(addVitals, HEALTHY);
    },

    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },

    get disconnections() {
      return disconnections;
    },

    disconnect(person: string, code: CloseCode) {
      disconnections += 1;
      for (const room of rooms.values()) {
        for (const session of room.sessions) {
          if (session.client.person.id === person) session.end(code, 'access changed');
        }
      }
    },

    async drain() {
      draining = true;
      await Promise.all([...rooms.values()].map((room) => room.finish()));
      const everybody = [...rooms.values()].flatMap(({ sessions }) => [...sessions]);
      await leaveOneByOne(everybody, clock, limits);
      await Promise.all([...rooms.values()].map((room) => room.leave()));
      stopListening?.();
    },
  };

  function tell(head: DocumentHead): void {
    for (const listener of listeners) {
      try {
        listener(head);
      } catch {
        // Whoever listens is a guest here; the commit that is being told of must go on.
        meter.count('listener_failed');
      }
    }
  }

  function roomOf(document: DocumentId): Room {
    const existing = rooms.get(document);
    if (existing !== undefined) return existing;
    const room = new Room(host, document);
    rooms.set(document, room);
    meter.observe('rooms', rooms.size);
    return room;
  }

  /** Without a room: a report over a thousand documents must not load them all to stay. */
  async function readFromLog(
    document: DocumentId,
  ): Promise<{ readonly head: DocumentHead; readonly state: Uint8Array }> {
    const stored = await store.load(document);
    if (stored === undefined) throw new NoSuchDocument(document);
    const replica = new Replica(stored);
    const state = replica.state();
    replica.destroy();
    return { head: stored.head, state };
  }

  function keepAlive(): void {
    if (keepingAlive) return;
    keepingAlive = true;
    clock.after(limits.keepAliveMs, () => {
      keepingAlive = false;
      let anybody = false;
      for (const room of rooms.values()) {
        anybody ||= room.sessions.size > 0;
        room.broadcast(KEEP_ALIVE);
      }
      if (anybody) keepAlive();
    });
  }
}

/** Where connections are that were turned away at once. */
const NOWHERE: SessionRoom = { live: false, handle() {}, left() {} };

/** How often a task meets a room that ends under it before that is no coincidence. */
const ATTEMPTS = 3;

async function again<T>(task: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof RoomEnded) || attempt === ATTEMPTS) throw error;
    }
  }
}
