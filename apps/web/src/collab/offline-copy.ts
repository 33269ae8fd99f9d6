import { createStores, deleteDB, openDB } from 'lib0/indexeddb';
import { IndexeddbPersistence, PREFERRED_TRIM_SIZE } from 'y-indexeddb';
import * as Y from 'yjs';

/** The copy of a group document on this device. */
export interface OfflineCopy {
  /** The copy held text, and the document has it now. */
  readonly hadText: boolean;
  /** The schema it was last in step with the server under; unknown until it was once. */
  readonly schema: number | undefined;
  /** What the server was known to have when this device last heard from it. */
  readonly confirmed: Uint8Array | undefined;
  readonly isOrigin: (origin: unknown) => boolean;
  keepConfirmed(vector: Uint8Array): void;
  keepSchema(schema: number): void;
  /** Calls back once the device no longer stores what is written. */
  onFailure(listener: () => void): void;
  close(): Promise<void>;
  /** Closes and deletes the copy: its document was refused and must never be offered again. */
  remove(): Promise<void>;
}

/** Stands for a device that keeps nothing. */
export const NO_COPY: OfflineCopy = {
  schema: undefined,
  hadText: false,
  confirmed: undefined,
  isOrigin: () => false,
  keepConfirmed: () => undefined,
  keepSchema: () => undefined,
  onFailure: () => undefined,
  close: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

/** Nobody waits longer for a device (old phones, private windows, full disks) before they may write. */
const OPEN_TIMEOUT_MS = 3_000;
/** Where a copy remembers what the server has, beside the updates. */
const CONFIRMED = 'confirmed';
const SCHEMA = 'schema';
const PREFIX = 'plenary';

/** One copy per person, group and epoch: a shared laptop or a reopened section never mixes two texts. */
export function copyName(person: string, group: string, epoch: number): string {
  return `${PREFIX}/${person}/${group}/${epoch}`;
}

/**
 * Opens the copy and loads it into the document; undefined where the device keeps nothing, or has not answered in time.
 * One that comes after that is given to `late`: its text is in the document by then, and it keeps what is written.
 * Never rejects.
 */
export async function openOfflineCopy(
  name: string,
  doc: Y.Doc,
  late: (copy: OfflineCopy) => void = (copy) => void copy.close(),
): Promise<OfflineCopy | undefined> {
  const loading = load(name, doc);
  try {
    return await within(OPEN_TIMEOUT_MS, loading);
  } catch {
    loading.then(late, () => undefined);
    return undefined;
  }
}

/** Names of the copies this device holds of a group for a person. Empty where a browser does not tell. */
export async function copiesOf(person: string, group: string): Promise<readonly string[]> {
  try {
    const databases = await indexedDB.databases();
    const start = `${PREFIX}/${person}/${group}/`;
    return databases.flatMap(({ name }) => (name?.startsWith(start) ? [name] : []));
  } catch {
    return [];
  }
}

async function load(name: string, doc: Y.Doc): Promise<OfflineCopy> {
  // y-indexeddb leaves a failed opening unhandled and never settles; this opening fails where it can be caught.
  const probe = await openDB(name, (db) =>
    createStores(db, [['updates', { autoIncrement: true }], ['custom']]),
  );
  probe.close();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const failure = keepEdits(persistence, doc);
  const stored: unknown = await persistence.get(CONFIRMED).catch(() => undefined);
  const schema: unknown = await persistence.get(SCHEMA).catch(() => undefined);
  return {
    schema: typeof schema === 'number' ? schema : undefined,
    hadText: Y.encodeStateVector(doc).length > 1,
    confirmed: stored instanceof ArrayBuffer ? new Uint8Array(stored) : undefined,
    isOrigin: (origin) => origin === persistence,
    keepConfirmed(vector) {
      // Losing it makes a later draft longer, never shorter.
      persistence.set(CONFIRMED, vector.slice().buffer).catch(() => undefined);
    },
    keepSchema(version) {
      persistence.set(SCHEMA, version).catch(() => undefined);
    },
    onFailure(listener) {
      void failure.then(listener);
    },
    close: () => closed(persistence),
    async remove() {
      await closed(persistence);
      await deleteDB(name).catch(() => undefined);
    },
  };
}

/**
 * Writes edits in place of y-indexeddb, and resolves once the device no longer stores: it is full, or somebody has cleared
 * the site's data, which closes the copy under the open page. y-indexeddb throws then out of the document's update, and
 * what listens after it, the connection and the saved mark among them, would not hear of the edit.
 */
async function keepEdits(persistence: IndexeddbPersistence, doc: Y.Doc): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const store = persistence._storeUpdate;
  doc.off('update', store);
  persistence._storeUpdate = (update, origin) => {
    const { db } = persistence;
    if (!db || origin === persistence) return;
    try {
      // Where many have gathered, y-indexeddb folds them into one.
      if (persistence._dbsize >= PREFERRED_TRIM_SIZE - 1) store(update, origin);
      else {
        const writing = db.transaction(['updates'], 'readwrite');
        writing.objectStore('updates').add(update);
        // Without waiting for an answer: a page that is left while a slow device writes has handed over all of it.
        writing.commit();
        persistence._dbsize += 1;
      }
    } catch {
      resolve();
    }
  };
  doc.on('update', persistence._storeUpdate);
  for (const type of ['error', 'abort', 'close']) persistence.db?.addEventListener(type, () => resolve());
  return promise;
}

async function closed(persistence: IndexeddbPersistence): Promise<void> {
  await persistence.destroy().catch(() => undefined);
}

function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
