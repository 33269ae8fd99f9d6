import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { type OfflineCopy, openOfflineCopy } from './offline-copy.ts';

/** What a browser would have written, and whether it has closed the database under the page. */
const database = vi.hoisted(() => ({
  current: new EventTarget(),
  closed: false,
  opened: Promise.resolve(),
  written: [] as string[],
}));

vi.mock('lib0/indexeddb', () => ({
  openDB: async () => {
    await database.opened;
    return { close: () => undefined };
  },
  createStores: () => undefined,
  deleteDB: async () => Promise.resolve(),
}));
vi.mock('y-indexeddb', () => ({
  PREFERRED_TRIM_SIZE: 3,
  IndexeddbPersistence: class {
    db = Object.assign(database.current, {
      transaction: () => {
        if (database.closed)
          throw new DOMException('The database connection is closing.', 'InvalidStateError');
        return {
          objectStore: () => ({ add: () => void database.written.push('edit') }),
          commit: () => void database.written.push('commit'),
        };
      },
    });
    whenSynced = Promise.resolve();
    _dbsize = 0;
    _storeUpdate = () => void database.written.push('folded');
    constructor(_name: string, doc: Y.Doc) {
      doc.on('update', this._storeUpdate);
    }
    get = async () => Promise.resolve(undefined);
    destroy = async () => Promise.resolve();
  },
}));

async function open() {
  database.current = new EventTarget();
  database.closed = false;
  database.written = [];
  const doc = new Y.Doc();
  const copy = await openOfflineCopy('plenary/ana/g1/1', doc);
  const failed = vi.fn<() => void>();
  copy?.onFailure(failed);
  return { doc, failed };
}

describe('the copy on this device', () => {
  it('keeps no edit from the connection when it is closed under the page, and says that it has ended', async () => {
    const { doc, failed } = await open();
    const heard = vi.fn<() => void>();
    doc.on('update', heard);
    doc.getText().insert(0, 'kept');
    expect(failed).not.toHaveBeenCalled();
    database.closed = true;
    expect(() => doc.getText().insert(0, 'not kept')).not.toThrow();
    expect(heard).toHaveBeenCalledTimes(2);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  });

  it('is handed each edit at once, and folds them when they are many', async () => {
    const { doc } = await open();
    for (const letter of 'abc') doc.getText().insert(0, letter);
    expect(database.written).toEqual(['edit', 'commit', 'edit', 'commit', 'folded']);
  });

  it.each(['error', 'abort', 'close'])(
    'says that it has ended at the first %s of its database',
    async (type) => {
      const { failed } = await open();
      database.current.dispatchEvent(new Event(type));
      database.current.dispatchEvent(new Event(type));
      await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    },
  );

  it('comes late where the device is slow', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = Promise.withResolvers<void>();
    database.opened = promise;
    const late = vi.fn<(copy: OfflineCopy) => void>();
    const opening = openOfflineCopy('plenary/ana/g1/1', new Y.Doc(), late);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await opening).toBeUndefined();
    expect(late).not.toHaveBeenCalled();
    resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(late).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
