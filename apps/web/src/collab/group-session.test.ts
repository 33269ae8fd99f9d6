// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Draft } from './drafts.ts';
import { GroupSession } from './group-session.ts';
import { FakeSocket } from './testing/fake-socket.ts';

const server = () => {
  const doc = new Y.Doc();
  doc.getXmlFragment('default').insert(0, [paragraph('from the server')]);
  return doc;
};
function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}
const write = (session: GroupSession, text: string) =>
  session.doc.getXmlFragment('default').insert(0, [paragraph(text)]);

/** A session in a browser that keeps no copies: jsdom has no IndexedDB. */
async function open(mayWrite = true) {
  const drafts: Draft[] = [];
  const session = new GroupSession({
    server: 'ws://test',
    group: 'g1',
    person: 'ana',
    epoch: 1,
    schema: 1,
    mayWrite,
    schemaAsked: true,
    storage: localStorage,
    onDraft: (draft) => drafts.push(draft),
  });
  await session.open();
  const socket = FakeSocket.last;
  const arrive = async () => {
    socket.open();
    const doc = server();
    socket.step1(doc);
    socket.step2(doc);
    await Promise.resolve();
  };
  const echoAll = () => {
    for (let marker = 1; marker < 10; marker += 1) socket.echo(marker);
  };
  return { session, socket, drafts, arrive, echoAll };
}

beforeEach(() => {
  FakeSocket.all = [];
  localStorage.clear();
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('group session', () => {
  it('is ready with the text of the server, and not before', async () => {
    const { session, arrive, echoAll } = await open();
    expect(session.getView()).toMatchObject({ ready: false, mark: { state: 'opening' } });
    await arrive();
    expect(session.getView().ready).toBe(true);
    echoAll();
    expect(session.getView().mark).toMatchObject({ state: 'saved', online: true });
    session.destroy();
  });

  it('never calls text stored that no marker covers', async () => {
    vi.useFakeTimers();
    const { session, arrive, echoAll } = await open();
    await arrive();
    echoAll();
    write(session, 'new');
    expect(session.getView().mark.state).toBe('saving');
    echoAll();
    expect(session.getView().mark.state).toBe('saving');
    vi.advanceTimersByTime(100);
    echoAll();
    expect(session.getView().mark.state).toBe('saved');
    session.destroy();
  });

  it('says that text is nowhere but here when there is neither copy nor connection', async () => {
    vi.useFakeTimers();
    const { session, socket, arrive } = await open();
    await arrive();
    socket.drop(1006);
    write(session, 'new');
    expect(session.getView().mark.state).toBe('unstored');
    session.destroy();
  });

  it('keeps refused text as a draft, asks for a restart, and is never saved again', async () => {
    vi.useFakeTimers();
    const { session, socket, drafts, arrive, echoAll } = await open();
    await arrive();
    echoAll();
    write(session, 'too late');
    socket.drop(4423);
    await vi.advanceTimersByTimeAsync(10);
    expect(drafts.map(({ blocks }) => blocks)).toEqual([['too late']]);
    expect(localStorage.getItem('plenary/draft/ana/g1')).toContain('too late');
    expect(session.getView()).toMatchObject({ end: 'restart', mayWrite: false, mark: { state: 'unstored' } });
    session.destroy();
  });

  it('makes no draft of what the server has', async () => {
    vi.useFakeTimers();
    const { session, socket, drafts, arrive, echoAll } = await open();
    await arrive();
    write(session, 'in time');
    vi.advanceTimersByTime(100);
    echoAll();
    socket.drop(4423);
    await vi.advanceTimersByTimeAsync(10);
    expect(drafts).toEqual([]);
    session.destroy();
  });

  it('makes no draft of what came from the server, even where it closes at once', async () => {
    vi.useFakeTimers();
    const { session, socket, drafts } = await open();
    socket.open();
    socket.step2(server());
    socket.drop(4409);
    await vi.advanceTimersByTimeAsync(10);
    expect(session.getView().end).toBe('restart');
    expect(drafts).toEqual([]);
    session.destroy();
  });

  it.each([
    [4401, 'no-session'],
    [4403, 'no-access'],
    [4404, 'gone'],
    [4409, 'restart'],
    [4426, 'reload'],
    [4400, 'restart'],
  ] as const)('ends on %i as %s', async (code, end) => {
    const { session, socket, arrive } = await open();
    await arrive();
    socket.drop(code);
    await vi.waitFor(() => expect(session.getView().end).toBe(end));
    session.destroy();
  });

  it('starts again, without the refused edits, for someone who may now only read', async () => {
    const { session, socket, drafts, arrive } = await open();
    await arrive();
    write(session, 'of a better time');
    socket.notice({ type: 'rejected', reason: 'read-only' });
    socket.drop(4403);
    await vi.waitFor(() => expect(session.getView().end).toBe('restart'));
    expect(drafts.map(({ blocks }) => blocks)).toEqual([['of a better time']]);
    session.destroy();
  });

  it('lets nobody write whom the server welcomes as a reader', async () => {
    const { session, socket, arrive } = await open();
    await arrive();
    socket.notice({ type: 'welcome', epoch: 1, access: 'read' });
    expect(session.getView().mayWrite).toBe(false);
    session.destroy();
  });
});
