import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShellCache, SLOW_MS } from './shell-cache.ts';

type Kept = Map<string, Response>;

/** As much of a browser's caches as is used. */
function device() {
  const all = new Map<string, Kept>();
  const open = (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>();
    all.set(name, kept);
    return {
      put: async (file: string, response: Response) => Promise.resolve(void kept.set(file, response)),
      match: async (file: string) => Promise.resolve(kept.get(file)?.clone()),
    };
  };
  const caches = {
    open: async (name: string) => Promise.resolve(open(name)),
    keys: async () => Promise.resolve([...all.keys()]),
    delete: async (name: string) => Promise.resolve(all.delete(name)),
    match: async (file: string) =>
      Promise.resolve([...all.values()].map((kept) => kept.get(file)?.clone()).find((found) => found)),
  };
  return { all, caches: caches as unknown as CacheStorage };
}

const ORIGIN = 'https://plenary.example';
let network: (address: string) => Promise<Response>;
let at: ReturnType<typeof device>;
const says =
  (body: string, status = 200) =>
  async () =>
    Promise.resolve(new Response(body, { status }));
const version = (name: string, ...files: string[]) =>
  new ShellCache(
    { version: name, files: ['/', ...files] },
    {
      caches: at.caches,
      origin: ORIGIN,
      fetch: async (request) => network(typeof request === 'string' ? request : request.url),
    },
  );
const get = (path: string, mode: RequestMode = 'cors', method = 'GET', origin = ORIGIN) =>
  // A test cannot make a request for a page; a browser alone does.
  ({ url: `${origin}${path}`, mode, method }) as Request;
const text = async (answer: Promise<Response> | undefined) => (await answer)?.text();

beforeEach(() => {
  at = device();
  network = says('network');
});
afterEach(() => vi.useRealTimers());

describe('the program on the device', () => {
  it('1: offers a version only with all its files', async () => {
    network = async (address) => says(address, address === '/assets/b.js' ? 404 : 200)();
    await expect(version('one', '/assets/a.js', '/assets/b.js').install()).rejects.toThrow('/assets/b.js');
  });

  it('2: takes a page from the network, and from the device without one', async () => {
    const shell = version('one');
    network = says('kept');
    await shell.install();
    network = says('fresh');
    expect(await text(shell.answer(get('/s/summit', 'navigate')))).toBe('fresh');
    network = async () => Promise.reject(new TypeError('no network'));
    expect(await text(shell.answer(get('/s/summit/g/one', 'navigate')))).toBe('kept');
    network = says('Bad gateway', 502);
    expect(await text(shell.answer(get('/', 'navigate')))).toBe('kept');
  });

  it('2: does not wait for a network that does not answer', async () => {
    vi.useFakeTimers();
    const shell = version('one');
    network = says('kept');
    await shell.install();
    network = async () => Promise.withResolvers<Response>().promise;
    const answer = text(shell.answer(get('/s/summit', 'navigate')));
    await vi.advanceTimersByTimeAsync(SLOW_MS);
    expect(await answer).toBe('kept');
  });

  it('3: keeps the files of the version before, for a tab that is still open', async () => {
    for (const name of ['one', 'two', 'three']) {
      network = async (address) => says(`${name} ${address}`)();
      const shell = version(name, `/assets/${name}.js`);
      await shell.install();
      await shell.activate();
    }
    const shell = version('three', '/assets/three.js');
    network = says('gone', 404);
    expect(await text(shell.answer(get('/assets/three.js')))).toBe('three /assets/three.js');
    expect(await text(shell.answer(get('/assets/two.js')))).toBe('two /assets/two.js');
    expect((await shell.answer(get('/assets/one.js')))?.status).toBe(404);
    network = async () => Promise.reject(new TypeError('no network'));
    expect(await text(shell.answer(get('/', 'navigate')))).toBe('three /');
  });

  it.each([
    ['what the server says', get('/api/summits')],
    ['a published report', get('/r/token', 'navigate')],
    ['the API in a tab', get('/api/openapi.json', 'navigate')],
    ['anything sent', get('/assets/a.js', 'cors', 'POST')],
    ['another machine', get('/assets/a.js', 'cors', 'GET', 'https://elsewhere.example')],
  ])('4: answers nothing in place of %s', (_what, request) => {
    expect(version('one', '/assets/a.js').answer(request)).toBeUndefined();
  });
});
