import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openProxy } from './tcp-proxy.ts';

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A client and the server's end of its connection, with a proxy between them. */
async function connected() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const proxy = await openProxy(address.port);
  const accepted = once(server, 'connection');
  const near = connect(proxy.port, '127.0.0.1');
  const [far] = (await accepted) as [Socket];
  for (const end of [near, far]) end.on('error', () => undefined);
  closers.push(
    () => near.destroy(),
    () => far.destroy(),
    () => server.close(),
  );
  return { proxy, near, far };
}

test('what goes in comes out, in both directions', async () => {
  const { near, far } = await connected();
  near.write('there');
  expect(String((await once(far, 'data'))[0])).toBe('there');
  far.write('back');
  expect(String((await once(near, 'data'))[0])).toBe('back');
});

test('a slow line delivers everything, in order', async () => {
  const { proxy, near, far } = await connected();
  proxy.slow(() => true, 1);
  const sent = Buffer.from(Array.from({ length: 4000 }, (_, index) => index % 251));
  const parts: Buffer[] = [];
  far.on('data', (part: Buffer) => parts.push(part));
  near.end(sent);
  await once(far, 'end');
  expect(Buffer.concat(parts)).toEqual(sent);
});

test('a cut line ends at both ends', async () => {
  const { proxy, near, far } = await connected();
  const ended = Promise.all([once(near, 'close'), once(far, 'close')]);
  expect(proxy.cut(() => true)).toBe(1);
  await ended;
});

test('on a frozen line nothing passes, and neither end is told of the other', async () => {
  const { proxy, near, far } = await connected();
  const thaw = proxy.freeze(() => true);
  let heard = false;
  far.on('data', () => {
    heard = true;
  });
  near.write('lost');
  const ended = once(far, 'close');
  thaw();
  await ended;
  expect(heard).toBe(false);
});
