import { beforeEach, describe, expect, it } from 'vitest';
import { probeReach, type Reach } from '../api/reach.ts';
import { Transport } from './transport.ts';

let reach: Reach;
let now: number;
let opened: string[];
let memory: Map<string, string>;

const transport = () =>
  new Transport({
    openSocket: () => made('socket'),
    loadHttp: async () => Promise.resolve(() => made('http')),
    probe: async () => Promise.resolve(reach),
    now: () => now,
    memory: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    },
  });
function made(kind: string): WebSocket {
  opened.push(kind);
  // Nobody touches it here.
  return {} as WebSocket;
}

beforeEach(() => {
  reach = 'server';
  now = 1_000;
  opened = [];
  memory = new Map();
});

describe('the transport', () => {
  it('is a socket until two handshakes failed while the server was there, and again ten minutes later', async () => {
    const chosen = transport();
    chosen.open('ws://host', []);
    await chosen.failed();
    chosen.open('ws://host', []);
    await chosen.failed();
    chosen.open('ws://host', []);
    now += 11 * 60_000;
    chosen.open('ws://host', []);
    expect(opened).toEqual(['socket', 'socket', 'http', 'socket']);
  });

  it.each(['nothing', 'portal'] as const)(
    '1: stays a socket while there is %s instead of the server',
    async (there) => {
      reach = there;
      const chosen = transport();
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await chosen.failed()).toBe(there);
      chosen.open('ws://host', []);
      expect(opened).toEqual(['socket']);
    },
  );

  it('2: forgets failures once a connection has opened', async () => {
    const chosen = transport();
    await chosen.failed();
    chosen.opened();
    await chosen.failed();
    chosen.open('ws://host', []);
    expect(opened).toEqual(['socket']);
  });

  it('remembers for the session what passes here', async () => {
    const before = transport();
    await before.failed();
    await before.failed();
    const after = transport();
    // What is needed for it is on its way.
    await new Promise((resolve) => setImmediate(resolve));
    after.open('ws://host', []);
    expect(opened).toEqual(['http']);
  });
});

describe('what is there', () => {
  const answering = (body: string, status = 200) =>
    probeReach(async () => Promise.resolve(new Response(body, { status })), 'n1');

  it('is the server only with the number that was sent', async () => {
    expect(await answering('{"ok":true,"nonce":"n1"}')).toBe('server');
    expect(await answering('{"ok":true,"nonce":"n0"}')).toBe('portal');
  });

  it('is a portal where a page answers', async () => {
    expect(await answering('<html>Welcome to the hotel</html>')).toBe('portal');
    expect(await answering('<html>Sign in</html>', 511)).toBe('portal');
  });

  it('is nothing where a proxy or nobody answers', async () => {
    expect(await answering('Bad gateway', 502)).toBe('nothing');
    expect(await probeReach(async () => Promise.reject(new TypeError('no network')), 'n1')).toBe('nothing');
  });
});
