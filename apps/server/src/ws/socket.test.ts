import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Socket } from '@plenary/sync';
import { systemClock } from '../clock.ts';
import { asSocket } from './socket.ts';
import { wireFrame, wireFrames } from './wire-frame.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

interface Pair {
  readonly socket: Socket;
  readonly client: WebSocket;
  readonly received: Uint8Array[];
  readonly writes: () => number;
}

/** A real connection: our end as the rooms see it, the other end a stock `ws` client. */
async function connect(): Promise<Pair> {
  const server = createServer();
  const upgrader = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  let writes = (): number => 0;
  const made = new Promise<Socket>((resolve) => {
    server.on('upgrade', (request, stream, head) => {
      upgrader.handleUpgrade(request, stream, head, (socket) => {
        const write = vi.spyOn(stream, 'write');
        writes = () => write.mock.calls.length;
        resolve(asSocket(socket, stream, systemClock));
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A TCP listener always answers with an AddressInfo.
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const received: Uint8Array[] = [];
  client.on('message', (data: Buffer) => received.push(new Uint8Array(data)));
  cleanups.push(async () => {
    client.terminate();
    server.close();
    await once(server, 'close');
  });
  return { socket: await made, client, received, writes: () => writes() };
}

test.each([0, 1, 125, 126, 65_535, 65_536, 1_000_000])(
  'a message of %i bytes arrives as it was',
  async (size) => {
    const { socket, client, received } = await connect();
    const message = Uint8Array.from({ length: size }, (_, index) => index % 251);
    socket.send(message);
    await once(client, 'message');
    expect(received).toEqual([message]);
  },
);

test('what is sent in one turn leaves in one write, in order', async () => {
  const { socket, client, received, writes } = await connect();
  const messages = Array.from({ length: 100 }, (_, index) => Uint8Array.of(1, index));
  for (const message of messages) socket.send(message);
  expect(socket.bufferedAmount).toBe(400);
  while (received.length < messages.length) await once(client, 'message');
  expect(received).toEqual(messages);
  expect(writes()).toBe(1);
  expect(socket.bufferedAmount).toBe(0);
});

test('what is handed over in one go arrives in order, between what came before and after', async () => {
  const { socket, client, received, writes } = await connect();
  const messages = Array.from({ length: 5 }, (_, index) => Uint8Array.of(1, index));
  socket.send(messages[0]!);
  socket.sendAll(messages.slice(1, 4));
  socket.send(messages[4]!);
  while (received.length < messages.length) await once(client, 'message');
  expect(received).toEqual(messages);
  expect(writes()).toBe(1);
});

test('what was sent before closing arrives before the close, and nothing after it', async () => {
  const { socket, client, received } = await connect();
  socket.send(Uint8Array.of(1));
  socket.close(4423, 'locked');
  socket.send(Uint8Array.of(2));
  // `close` of a `ws` client is told with its code and reason.
  const [code] = (await once(client, 'close')) as [number];
  expect(code).toBe(4423);
  expect(received).toEqual([Uint8Array.of(1)]);
});

test('a message that goes to a whole room is framed once', () => {
  const message = Uint8Array.of(0, 2, 1, 7);
  expect(wireFrame(message)).toBe(wireFrame(message));
  const messages = [message, message];
  expect(wireFrames(messages)).toBe(wireFrames(messages));
  expect(wireFrame(Uint8Array.of(0, 2, 1, 7))).not.toBe(wireFrame(message));
});
