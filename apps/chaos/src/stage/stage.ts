import { createMemoryStores } from '@plenary/storage';
import { createRooms, type DocumentStore, type Rooms, type StoredUpdate } from '@plenary/sync';
import { createManualClock, EMPTY_SUMMIT, type ManualClock } from '@plenary/testing';
import * as Y from 'yjs';
import { hashOf, writeParagraph } from '../writers/text.ts';
import { SCHEMA } from './near-client.ts';

/** Real rooms over a store whose answers can be held back, in this process. */
export interface Stage {
  readonly rooms: Rooms;
  readonly clock: ManualClock;
  readonly store: DocumentStore;
  /** From now on calls of the method wait. */
  hold(method: 'load' | 'append'): void;
  /** Lets them all go through. */
  release(): void;
  /** Makes a document with one paragraph, `seed`. */
  add(document: string): Promise<void>;
  log(document: string): Promise<readonly StoredUpdate[]>;
  /** What the log says, as `hash` of a fresh replica, `hashOf` unless given. Throws when an update waits for another. */
  hashOfLog(document: string, hash?: (doc: Y.Doc) => string): Promise<string>;
  /** How often each event was counted. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Builds a stage over memory, or over a store of the caller's. */
export async function createStage(given?: Stores): Promise<Stage> {
  const { documents, summits } = given ?? createMemoryStores();
  const held = new Set<string>();
  let gate = Promise.resolve();
  let open: (() => void) | undefined;
  const pass = async <T>(method: string, call: () => Promise<T>): Promise<T> => {
    if (held.has(method)) await gate;
    return call();
  };
  const store: DocumentStore = {
    load: (document) => pass('load', () => documents.load(document)),
    append: (batch) => pass('append', () => documents.append(batch)),
    head: (document) => documents.head(document),
    seal: (document, seal) => documents.seal(document, seal),
    reopen: (document) => documents.reopen(document),
    saveSnapshot: (document, seq, state) => documents.saveSnapshot(document, seq, state),
    authors: (document) => documents.authors(document),
    owners: (document) => documents.owners(document),
    history: (document, after) => documents.history(document, after),
  };
  await summits.createSummit(EMPTY_SUMMIT, [], [], 0);
  const clock = createManualClock();
  const counts = new Map<string, number>();
  const meter = {
    count: (event: string) => void counts.set(event, (counts.get(event) ?? 0) + 1),
    observe: () => undefined,
  };
  return {
    rooms: createRooms({ store, clock, meter, schemaVersion: SCHEMA }),
    clock,
    store,
    counts,
    hold(method) {
      held.add(method);
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release() {
      held.clear();
      open?.();
    },
    async add(document) {
      const group = { id: document, session: 'session', title: document, lang: 'fr' } as const;
      await summits.addGroup(EMPTY_SUMMIT.id, { group, seed: seed() }, 0);
    },
    log: (document) => documents.history(document, 0),
    async hashOfLog(document, hashed = hashOf) {
      const doc = new Y.Doc();
      for (const { seq, update } of await documents.history(document, 0)) {
        Y.applyUpdate(doc, update);
        if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
          throw new Error(`Update ${seq} waits for something that is not in the log.`);
      }
      const hash = hashed(doc);
      doc.destroy();
      return hash;
    },
  };
}

/** Lets everything happen that waits for promises and for the turn of the loop, not for time. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

type Stores = Pick<ReturnType<typeof createMemoryStores>, 'documents' | 'summits'>;

function seed(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  writeParagraph(doc, 0, 'seed');
  return Y.encodeStateAsUpdate(doc);
}
