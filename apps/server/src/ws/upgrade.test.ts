import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { revokeInvitation } from '@plenary/operations';
import { SCHEMA_VERSION } from '@plenary/document';
import { CLOSE, SUBPROTOCOL } from '@plenary/protocol';
import { createManualClock, type ManualClock } from '@plenary/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';
import { openWriter, sync, type Writer, type WriterOptions } from '../../fixtures/writer.ts';
import { CLOSE_GRACE_MS } from './socket.ts';
import { acceptSockets, asksForSocket, MOST_FRAME_BYTES, PING_MS } from './upgrade.ts';

let server: TestServer;
let clock: ManualClock;
let cookie: string;
let organiser: string;

beforeAll(async () => {
  clock = createManualClock();
  server = await startTestServer({ clock, publicUrl: 'https://summit.example' });
  cookie = await server.enter('participant', server.summit.first);
  organiser = await server.enter('organiser');
});

afterAll(async () => {
  await server.stop();
});

function open(options: Partial<WriterOptions> = {}): Writer {
  const writer = openWriter({
    port: server.port,
    group: server.summit.first,
    headers: { cookie },
    ...options,
  });
  onTestFinished(() => writer.close());
  return writer;
}

describe('whose text it is', () => {
  const query = (person: string) => `?schema=${SCHEMA_VERSION}&person=${person}`;

  test('is the person’s of the session', async () => {
    const { json } = await ask(server.port, { path: '/api/me', headers: { cookie } });
    const { id } = (json as { person: { id: string } }).person;
    await expect(open({ plenary: true, query: query(id) }).synced).resolves.toBeUndefined();
  });

  test('is nobody else’s: what another person left on this laptop is not taken, before a byte is read', async () => {
    const stranger = open({ plenary: true, query: query('somebody-else') });
    expect(await stranger.closed).toBe(CLOSE.noSession);
    expect(stranger.notices).toEqual([]);
    expect(stranger.text()).toBe('');
  });
});

describe('who comes in', () => {
  test('somebody who joined, with a cookie', async () => {
    await expect(open().synced).resolves.toBeUndefined();
  });

  test('somebody who joined, from a page of ours', async () => {
    for (const origin of ['https://summit.example', `http://127.0.0.1:${server.port}`])
      await expect(open({ headers: { cookie, origin } }).synced).resolves.toBeUndefined();
  });

  test('a program with an invitation’s token', async () => {
    const { token } = await server.invite('participant');
    const program = open({ headers: { authorization: `Bearer ${token}` } });
    await program.synced;
    expect(program.socket.protocol).toBe('');
  });

  test('our own client, which is told the epoch and what it may do', async () => {
    const writer = open({ plenary: true });
    await writer.synced;
    expect(writer.socket.protocol).toBe(SUBPROTOCOL);
    expect(writer.notices[0]).toEqual({ type: 'welcome', epoch: 1, access: 'write' });
  });

  test('somebody who may only read here, and is told so', async () => {
    const elsewhere = open({ plenary: true, group: server.summit.second });
    await elsewhere.synced;
    expect(elsewhere.notices[0]).toEqual({ type: 'welcome', epoch: 1, access: 'read' });
  });
});

describe('who is turned away', () => {
  test.each([
    ['nobody', { headers: {} }, 4401],
    ['an unknown cookie', { headers: { cookie: `plenary_s1=${'x'.repeat(43)}` } }, 4401],
    ['an unknown token', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }, 4401],
    ['a token that is none', { headers: { authorization: 'Bearer ' } }, 4401],
    ['an unknown group', { group: 'gnowhere' }, 4404],
    ['no group', { group: '' }, 4404],
    ['a group that cannot be decoded', { group: '%E0' }, 4404],
    ['the older schema', { plenary: true, query: '?schema=0' }, 4426],
    ['a newer schema', { plenary: true, query: '?schema=99999' }, 4426],
    ['no schema', { plenary: true, query: '?' }, 4426],
    ['a schema that is no number', { plenary: true, query: '?schema=1e0' }, 4426],
  ] as const)('%s', async (_who, options, code) => {
    expect(await open(options).closed).toBe(code);
  });

  test('a page of another site, even with a cookie', async () => {
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://summit.example' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect(await open({ headers: { cookie, ...foreign } }).closed).toBe(4403);
  });

  test('somebody of another summit', async () => {
    const other = await server.addSummit();
    const stranger = await server.enter('organiser', undefined, other.id);
    expect(await open({ headers: { cookie: stranger } }).closed).toBe(4401);
    expect(await open({ group: other.first }).closed).toBe(4401);
  });

  test('a replica of another epoch', async () => {
    const schema = (await ask(server.port, {
      path: `/api/summits/${server.summit.id}/groups/${server.summit.first}`,
      headers: { cookie },
    }).then(({ json }) => json)) as { schema: number };
    const writer = open({ plenary: true, query: `?schema=${schema.schema}&epoch=2` });
    expect(await writer.closed).toBe(4409);
    expect(writer.notices).toEqual([{ type: 'epoch', epoch: 1 }]);
  });

  test('a reader who writes: not a byte of the document changes', async () => {
    const reader = open({ headers: { cookie: await server.enter('reader') } });
    await reader.synced;
    reader.write('not mine to say');
    expect(await reader.closed).toBe(4403);
    const { content } = await committed();
    expect(content).not.toContain('not mine to say');
  });
});

describe('what is not of the protocol', () => {
  test.each([
    ['a text frame', 'hello', 4400],
    ['nothing', new Uint8Array(), 4400],
    ['garbage', Uint8Array.of(7, 7, 7), 4400],
    ['an update that is none', sync(2, Uint8Array.of(9, 9, 9, 9)), 4400],
    ['a frame above the room’s limit', new Uint8Array(2 ** 20 + 1), 4400],
    ['a frame that is not even read', new Uint8Array(MOST_FRAME_BYTES + 1), 1009],
  ])('%s closes the connection, and only this one', async (_what, frame, code) => {
    const bystander = open();
    const writer = open();
    await Promise.all([bystander.synced, writer.synced]);
    writer.socket.send(frame);
    expect(await writer.closed).toBe(code);
    await bystander.received();
    expect(bystander.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('a handshake without a key is refused', async () => {
    const answer = await handshake('/sync/x', { upgrade: 'websocket' });
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
  });

  test.each(['//', '/other', '/api/summits', '/sync', 'http://[', '/%'])(
    'a socket for %s is refused, and the server lives on',
    async (path) => {
      expect(await handshake(path, KEYED)).toMatch(/^HTTP\/1.1 404 /);
      expect((await ask(server.port, { path: '/healthz' })).status).toBe(200);
    },
  );

  test('an address with a host in it is understood', async () => {
    const path = `http://127.0.0.1:${server.port}/sync/${server.summit.first}`;
    expect(await handshake(path, { ...KEYED, cookie })).toMatch(/^HTTP\/1.1 101 /);
  });

  test('an offer of HTTP/2, as curl makes it, is answered as any request', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
    const answer = await ask(server.port, { path: '/healthz', headers });
    expect(answer.json).toEqual({ ok: true });
  });
});

describe('access that changes', () => {
  test('a revoked program is cut off at once', async () => {
    const { id, token } = await server.invite('participant');
    const program = open({ headers: { authorization: `Bearer ${token}` } });
    await program.synced;
    const path = `/api/summits/${server.summit.id}/invitations/${id}`;
    await ask(server.port, { method: 'DELETE', path, headers: { cookie: organiser } });
    expect(await program.closed).toBe(4401);
    expect(await open({ headers: { authorization: `Bearer ${token}` } }).closed).toBe(4401);
  });

  test('a reader who becomes a writer is asked to come again, and then writes', async () => {
    const reader = await server.enter('reader');
    const before = open({ headers: { cookie: reader }, plenary: true });
    await before.synced;
    const { code } = await server.invite('participant', server.summit.first);
    const body = { code, name: '' };
    await ask(server.port, { method: 'POST', path: '/api/join', headers: { cookie: reader }, body });
    expect(await before.closed).toBe(1012);
    const after = open({ headers: { cookie: reader }, plenary: true });
    await after.synced;
    await after.acknowledgement(after.write('now it is mine to say'));
    expect((await committed()).content).toContain('now it is mine to say');
  });

  test('a revocation between asking and opening does not slip through', async () => {
    const { context } = server.composition;
    const { id, token } = await server.invite('participant');
    let asked = 0;
    const summits = new Proxy(context.summits, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (name !== 'summitOfGroup' || typeof method !== 'function') return method;
        return async (group: string) => {
          asked += 1;
          // The second look is at the access of somebody who has been recognised.
          if (asked === 2) await revokeInvitation(context, server.summit.id, id, 'operator');
          return Reflect.apply(method, target, [group]);
        };
      },
    });
    const http = createServer({ shouldUpgradeCallback: asksForSocket });
    const sockets = acceptSockets(http, { ...server.composition, context: { ...context, summits } });
    await new Promise<void>((done) => {
      http.listen(0, '127.0.0.1', done);
    });
    // A TCP listener always answers with an AddressInfo.
    const { port } = http.address() as AddressInfo;
    const program = open({ port, headers: { authorization: `Bearer ${token}` } });
    expect(await program.closed).toBe(4401);
    expect(asked).toBeGreaterThan(2);
    sockets.close();
    http.close();
  });
});

describe('connections nobody ends', () => {
  test('a peer that answers no ping is cut, one that does stays', async () => {
    const url = `ws://127.0.0.1:${server.port}/sync/${server.summit.first}`;
    const silent = new WebSocket(url, { headers: { cookie }, autoPong: false });
    const cut = new Promise<number>((done) => {
      silent.on('close', done);
    });
    const pinged = new Promise<void>((done) => {
      silent.on('ping', () => done());
    });
    await new Promise<void>((done) => {
      silent.on('open', done);
    });
    const healthy = open();
    await healthy.synced;
    clock.advance(PING_MS);
    await pinged;
    await healthy.received();
    clock.advance(PING_MS);
    expect(await cut).toBe(1006);
    await healthy.received();
    expect(healthy.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('a peer that does not answer a close is forgotten', async () => {
    const headers = Object.entries({ ...KEYED, host: 'x' }).map(([name, value]) => `${name}: ${value}\r\n`);
    const peer: Socket = connect(server.port, '127.0.0.1');
    peer.write(`GET /sync/gnowhere HTTP/1.1\r\n${headers.join('')}\r\n`);
    const ended = new Promise<void>((done) => {
      peer.on('close', () => done());
    });
    const told = new Promise<void>((done) => {
      // 0x88 is a close frame; 4404 is 0x1134.
      peer.on('data', (chunk) => chunk.includes(Buffer.from([0x11, 0x34])) && done());
    });
    await told;
    expect(peer.readyState).toBe('open');
    clock.advance(CLOSE_GRACE_MS);
    await ended;
    expect(peer.destroyed).toBe(true);
  });
});

const KEYED = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
} as const;

/** The first line a raw upgrade is answered with. The address goes out as it is. */
async function handshake(path: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    const lines = Object.entries({ host: 'x', connection: 'Upgrade', ...headers });
    socket.write(
      `GET ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    socket.once('data', (chunk) => {
      resolve(chunk.toString());
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed without an answer')));
  });
}

async function committed(): Promise<{ readonly content: string }> {
  const { state } = await server.composition.context.rooms.read(server.summit.first);
  return { content: Buffer.from(state).toString('utf8') };
}
