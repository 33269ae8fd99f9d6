// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HttpNetwork, HttpSocket } from './http-socket.ts';

interface Post {
  readonly url: string;
  readonly frames: readonly number[][];
  readonly answer: (status: number) => void;
  readonly fail: () => void;
}

let stream: EventTarget & { closed: boolean };
let posts: Post[];

const network: HttpNetwork = {
  openStream: (url) => {
    stream = Object.assign(new EventTarget(), { closed: false, url, close: () => (stream.closed = true) });
    // It has what is touched of an EventSource.
    return stream as unknown as EventSource;
  },
  post: async (url, body) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    posts.push({ url, frames: framesOf(body), answer: resolve, fail: () => reject(new TypeError('lost')) });
    return promise;
  },
};

/** All frames of these tests are short: their length is one byte. */
function framesOf(body: Uint8Array): number[][] {
  const frames: number[][] = [];
  for (let at = 0; at < body.length; at += 1 + (body[at] ?? 0))
    frames.push([...body.subarray(at + 1, at + 1 + (body[at] ?? 0))]);
  return frames;
}

function open() {
  const heard: unknown[] = [];
  const socket = new HttpSocket('wss://host/sync/g?schema=2', network);
  Object.assign(socket, {
    onopen: () => heard.push('open'),
    onmessage: ({ data }: { data: ArrayBuffer }) => heard.push([...new Uint8Array(data)]),
    onclose: ({ code }: { code: number }) => heard.push(code),
  });
  return { socket, heard };
}
const say = (name: string, data: string) => stream.dispatchEvent(new MessageEvent(name, { data }));
const greet = () => say('open', '{"connection":"secret"}');
const settle = () => vi.advanceTimersByTimeAsync(0);
const frame = (...bytes: number[]) => Uint8Array.from(bytes);

beforeEach(() => {
  posts = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('a socket over HTTP', () => {
  it('opens when the server has given it a name, and passes frames down', () => {
    const { socket, heard } = open();
    stream.dispatchEvent(new Event('open'));
    expect(socket.readyState).toBe(0);
    greet();
    say('frame', btoa('\u0001\u0002'));
    expect(heard).toEqual(['open', [1, 2]]);
    expect(stream).toMatchObject({ url: 'https://host/sync/g/events?schema=2' });
  });

  it('1: has one post under way at a time, numbered and in order', async () => {
    const { socket } = open();
    greet();
    socket.send(frame(1));
    socket.send(frame(2));
    await settle();
    socket.send(frame(3));
    await settle();
    expect(posts.map(({ frames }) => frames)).toEqual([[[1], [2]]]);
    posts[0]?.answer(204);
    await settle();
    expect(posts.map(({ frames }) => frames)).toEqual([[[1], [2]], [[3]]]);
    expect(posts[1]?.url).toBe('https://host/sync/g/updates?connection=secret&number=2');
    socket.close();
  });

  it('1: sends a post whose answer was lost again, under its number', async () => {
    const { socket, heard } = open();
    greet();
    socket.send(frame(1));
    await settle();
    posts[0]?.fail();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posts.map(({ url, frames }) => [url.at(-1), frames])).toEqual([
      ['1', [[1]]],
      ['1', [[1]]],
    ]);
    posts[1]?.answer(204);
    await settle();
    expect(heard).toEqual(['open']);
    socket.close();
  });

  it.each([404, 409])(
    '2: is lost when the server answers %d: it knows no such connection',
    async (status) => {
      const { socket, heard } = open();
      greet();
      socket.send(frame(1));
      await settle();
      posts[0]?.answer(status);
      await settle();
      expect(heard).toEqual(['open', 1006]);
      expect(stream.closed).toBe(true);
    },
  );

  it('2: closes once, with the code of the server', () => {
    const { socket, heard } = open();
    greet();
    say('close', '{"code":4423,"reason":"signed"}');
    stream.dispatchEvent(new Event('error'));
    socket.close();
    expect(heard).toEqual(['open', 4423]);
  });

  it('2: is lost with its stream', () => {
    const { heard } = open();
    stream.dispatchEvent(new Event('error'));
    expect(heard).toEqual([1006]);
  });

  it('3: neither hears nor sends after its end', async () => {
    const { socket, heard } = open();
    greet();
    socket.close();
    say('frame', btoa('\u0001'));
    socket.send(frame(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posts).toEqual([]);
    expect(heard).toEqual(['open', 1000]);
  });

  it('says that it is there when there is nothing else to say', async () => {
    const { socket } = open();
    greet();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(posts.map(({ frames }) => frames)).toEqual([[]]);
    socket.close();
  });
});
