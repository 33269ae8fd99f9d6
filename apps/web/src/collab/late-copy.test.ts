// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { GroupSession } from './group-session.ts';
import { NO_COPY, type OfflineCopy } from './offline-copy.ts';
import { FakeSocket } from './testing/fake-socket.ts';

type Late = (copy: OfflineCopy) => void;

/** A device that does not answer in time; the test says when it does. */
const device = vi.hoisted((): { late: Late } => ({ late: () => undefined }));

vi.mock('./offline-copy.ts', async (original) => ({
  ...(await original<object>()),
  copiesOf: async () => Promise.resolve([]),
  openOfflineCopy: async (_name: string, _doc: Y.Doc, late: Late) => {
    device.late = late;
    return Promise.resolve(undefined);
  },
}));

function copyWith(schema: number) {
  const close = vi.fn<OfflineCopy['close']>(async () => Promise.resolve());
  const remove = vi.fn<OfflineCopy['remove']>(async () => Promise.resolve());
  const copy: OfflineCopy = { ...NO_COPY, schema, hadText: true, close, remove };
  return { copy, close, remove };
}

async function open() {
  const session = new GroupSession({
    server: 'ws://test',
    group: 'g1',
    person: 'ana',
    epoch: 1,
    schema: 1,
    mayWrite: true,
    schemaAsked: false,
    storage: localStorage,
    onDraft: () => undefined,
  });
  await session.open();
  return session;
}

const write = (session: GroupSession) =>
  session.doc.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')]);

beforeEach(() => {
  FakeSocket.all = [];
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => vi.unstubAllGlobals());

describe('a copy that comes after the page has stopped waiting for it', () => {
  it('is used: what is written is on the device from then on, and the mark says so', async () => {
    const session = await open();
    write(session);
    expect(session.getView()).toMatchObject({ ready: false, settled: true, mark: { state: 'unstored' } });
    device.late(copyWith(1).copy);
    expect(session.getView()).toMatchObject({ ready: true, mark: { state: 'device' } });
    session.destroy();
  });

  it('is bound to no editor under a schema that it is not known to have', async () => {
    const session = await open();
    device.late(copyWith(2).copy);
    expect(session.getView().ready).toBe(false);
    session.destroy();
  });

  it('is deleted where its document was refused meanwhile', async () => {
    const session = await open();
    FakeSocket.last.open();
    FakeSocket.last.drop(4423);
    await vi.waitFor(() => expect(session.getView().end).toBe('restart'));
    const { copy, remove } = copyWith(1);
    device.late(copy);
    expect(remove).toHaveBeenCalledOnce();
    session.destroy();
  });

  it('is closed, and kept, where the page is gone', async () => {
    const session = await open();
    session.destroy();
    const { close, copy, remove } = copyWith(1);
    device.late(copy);
    expect(close).toHaveBeenCalledOnce();
    expect(remove).not.toHaveBeenCalled();
  });
});
