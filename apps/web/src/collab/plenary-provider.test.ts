import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { FakeSocket } from './testing/fake-socket.ts';
import { PlenaryProvider } from './plenary-provider.ts';
import { reconnectDelay } from './reconnect-delay.ts';
import type { SavedMarkInput } from './saved-mark.ts';

function start() {
  const doc = new Y.Doc();
  const marks: SavedMarkInput[] = [];
  const confirmed: ReadonlyMap<number, number>[] = [];
  const notices: unknown[] = [];
  const closed: number[] = [];
  const provider = new PlenaryProvider({
    server: 'ws://test',
    group: 'g1',
    doc,
    schema: 1,
    person: 'ana',
    epoch: 3,
    isFromCopy: (origin) => origin === 'copy',
    now: () => 5000,
    random: () => 0.5,
    // The stand-in has what the provider touches of a WebSocket.
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    events: {
      mark: (input) => marks.push(input),
      confirmed: (changes) => confirmed.push(changes),
      notice: (notice) => notices.push(notice),
      synced: () => undefined,
      closed: (code) => closed.push(code),
    },
  });
  const types = () => marks.map(({ type }) => type);
  return { doc, provider, marks, types, confirmed, notices, closed };
}

const typeInto = (doc: Y.Doc, text: string, origin?: unknown) =>
  doc.transact(() => doc.getXmlFragment('default').insert(0, [new Y.XmlText(text)]), origin);

beforeEach(() => {
  FakeSocket.all = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('plenary provider', () => {
  it('names the extension, the schema, the epoch and whose text it is', () => {
    const { provider } = start();
    provider.connect();
    expect(FakeSocket.last.url).toBe('ws://test/sync/g1?schema=1&epoch=3&person=ana');
    expect(FakeSocket.last.protocols).toEqual(['plenary.v1']);
    provider.destroy();
  });

  it('sends its first marker after the reply to SyncStep1, on the same socket', async () => {
    const { provider, types, confirmed } = start();
    provider.connect();
    const socket = FakeSocket.last;
    socket.open();
    expect(socket.types()).not.toContain(102);
    socket.step1(new Y.Doc());
    await Promise.resolve();
    const reply = socket.sent.findIndex((frame) => frame[0] === 0 && frame[1] === 1);
    expect(reply).toBeGreaterThan(-1);
    expect(socket.types().indexOf(102)).toBeGreaterThan(reply);
    expect(types()).toEqual(['connection-up', 'step1-answered', 'marker-sent']);
    expect(confirmed).toHaveLength(1);
    provider.destroy();
  });

  it('follows a burst of edits with one marker, and passes the echo with its time', async () => {
    const { doc, provider, marks, confirmed } = start();
    provider.connect();
    const socket = FakeSocket.last;
    socket.open();
    socket.step1(new Y.Doc());
    await Promise.resolve();
    typeInto(doc, 'a');
    typeInto(doc, 'b');
    expect(socket.types().filter((type) => type === 102)).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(socket.types().filter((type) => type === 102)).toHaveLength(2);
    expect(socket.types().at(-1)).toBe(102);
    socket.echo(2);
    expect(marks.at(-1)).toEqual({ type: 'marker-echoed', marker: 2, at: 5000 });
    expect(confirmed.at(-1)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
    provider.destroy();
  });

  it('does not count what came from the server or from the copy as an edit', () => {
    const { doc, provider, types } = start();
    const other = new Y.Doc();
    typeInto(other, 'theirs');
    provider.connect();
    FakeSocket.last.open();
    FakeSocket.last.step2(other);
    typeInto(doc, 'stored', 'copy');
    expect(types()).not.toContain('edit');
    typeInto(doc, 'mine');
    expect(types()).toContain('edit');
    provider.destroy();
  });

  it('sends only its own presence, also when asked for everyone’s', () => {
    const { provider } = start();
    provider.connect();
    const socket = FakeSocket.last;
    socket.open();
    const other = new Awareness(new Y.Doc());
    other.setLocalState({ user: 'Ben' });
    const before = socket.sent.length;
    socket.receive((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(other, [other.clientID]));
    });
    vi.advanceTimersByTime(33);
    expect(provider.awareness.getStates().has(other.clientID)).toBe(true);
    expect(socket.sent).toHaveLength(before);
    socket.receive((encoder) => encoding.writeVarUint(encoder, 3));
    const decoder = decoding.createDecoder(socket.sent.at(-1) ?? new Uint8Array());
    expect(decoding.readVarUint(decoder)).toBe(1);
    const seen = new Awareness(new Y.Doc());
    applyAwarenessUpdate(seen, decoding.readVarUint8Array(decoder), 'test');
    expect([...seen.getStates().keys()]).not.toContain(other.clientID);
    other.destroy();
    seen.destroy();
    provider.destroy();
  });

  it('comes back after a random wait, and never after a final close', () => {
    const { provider, closed, types } = start();
    provider.connect();
    FakeSocket.last.open();
    FakeSocket.last.drop(1006);
    expect(types().at(-1)).toBe('connection-down');
    vi.advanceTimersByTime(200);
    expect(FakeSocket.all).toHaveLength(1);
    vi.advanceTimersByTime(3000);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.last.open();
    FakeSocket.last.drop(4423);
    expect(closed).toEqual([4423]);
    expect(types().at(-1)).toBe('refused');
    vi.advanceTimersByTime(60_000);
    provider.connect();
    provider.wake();
    expect(FakeSocket.all).toHaveLength(2);
    provider.destroy();
  });

  it('gives up a handshake that does not end, and a connection that does not answer', async () => {
    const { doc, provider, types } = start();
    provider.connect();
    vi.advanceTimersByTime(5_000);
    vi.advanceTimersByTime(5_000);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
    const socket = FakeSocket.last;
    socket.open();
    socket.step1(new Y.Doc());
    await Promise.resolve();
    typeInto(doc, 'unheard');
    vi.advanceTimersByTime(5_100);
    expect(types().at(-1)).toBe('stalled');
    const sockets = FakeSocket.all.length;
    vi.advanceTimersByTime(20_000);
    expect(FakeSocket.all.length).toBeGreaterThan(sockets);
    provider.destroy();
  });

  it('passes notices on', () => {
    const { provider, notices } = start();
    provider.connect();
    FakeSocket.last.open();
    FakeSocket.last.notice({ type: 'locked' });
    expect(notices).toEqual([{ type: 'locked' }]);
    provider.destroy();
  });

  it('replaces a silent connection when the page wakes up', () => {
    const { provider } = start();
    provider.connect();
    FakeSocket.last.open();
    // The stand-in clock says 5 s after 1970, the provider's last message is later: not stale.
    provider.wake();
    expect(FakeSocket.all).toHaveLength(1);
    FakeSocket.last.drop(1006);
    provider.wake();
    expect(FakeSocket.all).toHaveLength(2);
    provider.destroy();
  });
});

describe('reconnect delay', () => {
  it('is spread, grows with failures and has an end', () => {
    expect(reconnectDelay(1006, 0, () => 0)).toBe(100);
    expect(reconnectDelay(1006, 0, () => 1)).toBe(400);
    expect(reconnectDelay(1006, 3, () => 1)).toBe(2500);
    expect(reconnectDelay(1006, 30, () => 1)).toBe(5100);
    expect(reconnectDelay(1012, 30, () => 0.5)).toBe(1600);
  });
});
