import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

describe('the stock y-websocket provider', () => {
  test('a participant’s browser and a rapporteur’s program write one document, and see each other', async () => {
    const { token } = await server.invite('rapporteur', server.summit.first);
    const browser = join({ cookie: await server.enter('participant', server.summit.first) });
    const program = join({ authorization: `Bearer ${token}` });
    await Promise.all([browser.synced, program.synced]);
    type(browser.doc, 'du navigateur');
    type(program.doc, 'du programme');
    await Promise.all([holds(browser.doc, 'du programme'), holds(program.doc, 'du navigateur')]);
    expect(text(browser.doc)).toBe(text(program.doc));
    browser.provider.destroy();
    program.provider.destroy();
    const { state } = await server.composition.context.rooms.read(server.summit.first);
    const stored = new Y.Doc();
    Y.applyUpdate(stored, state);
    expect(text(stored)).toBe(text(browser.doc));
  });

  test('a reader sees what is written; when it writes itself, it is closed with 4403 and stays away', async () => {
    const writer = join({ cookie: await server.enter('participant', server.summit.first) });
    const reader = join({ cookie: await server.enter('reader') });
    await Promise.all([writer.synced, reader.synced]);
    type(writer.doc, 'à lire');
    await holds(reader.doc, 'à lire');
    const closed = new Promise<number | undefined>((resolve) => {
      reader.provider.on('connection-close', (event) => resolve(event?.code));
    });
    type(reader.doc, 'interdit');
    expect(await closed).toBe(4403);
    expect(reader.provider.shouldConnect).toBe(false);
    type(writer.doc, 'encore');
    expect(text(writer.doc)).not.toContain('interdit');
    writer.provider.destroy();
    reader.provider.destroy();
  });

  test('presence bears the name of the session, whatever the client says', async () => {
    const cookie = await server.enter('participant', server.summit.first);
    const one = join({ cookie });
    const other = join({ cookie: await server.enter('participant', server.summit.first) });
    await Promise.all([one.synced, other.synced]);
    const seen = new Promise<unknown>((resolve) => {
      other.provider.awareness.on('change', () => {
        const user: unknown = other.provider.awareness.getStates().get(one.doc.clientID)?.['user'];
        if (user !== undefined) resolve(user);
      });
    });
    one.provider.awareness.setLocalStateField('user', { name: 'Somebody else', colour: 99 });
    // A client id is bound to its person by its first edit.
    type(one.doc, 'ici');
    expect(await seen).toMatchObject({ name: expect.stringMatching(/^participant [\da-f]{12}$/) });
    one.provider.destroy();
    other.provider.destroy();
  });
});

function join(headers: Record<string, string>) {
  const doc = new Y.Doc();
  class WithHeaders extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers });
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${server.port}/sync`, server.summit.first, doc, {
    // The provider uses what `ws` has in common with a browser's socket.
    WebSocketPolyfill: WithHeaders as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  const synced = new Promise<void>((resolve) => {
    provider.on('sync', (state) => state && resolve());
  });
  return { doc, provider, synced };
}

function type(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  const body = doc.getXmlFragment('default');
  body.insert(body.length, [paragraph]);
}

function text(doc: Y.Doc): string {
  return doc.getXmlFragment('default').toString();
}

async function holds(doc: Y.Doc, words: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!text(doc).includes(words)) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
}
