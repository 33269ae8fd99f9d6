import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
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
const page = (name: string) => `<meta name="application-name" content="Plenary" />${name}`;
const signIn = async () =>
  Promise.resolve(new Response('<form>Agree</form>', { headers: { 'Content-Type': 'text/html' } }));
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
    network = async (address) => says(page(address), address === '/assets/b.js' ? 404 : 200)();
    await expect(version('one', '/assets/a.js', '/assets/b.js').install()).rejects.toThrow('/assets/b.js');
  });

  it('2: takes a page from the network, and from the device without one', async () => {
    const shell = version('one');
    network = says(page('kept'));
    await shell.install();
    network = says(page('fresh'));
    expect(await text(shell.answer(get('/s/summit', 'navigate')))).toBe(page('fresh'));
    network = async () => Promise.reject(new TypeError('no network'));
    expect(await text(shell.answer(get('/s/summit/g/one', 'navigate')))).toBe(page('kept'));
  });

  it('2: does not wait for a network that does not answer', async () => {
    vi.useFakeTimers();
    const shell = version('one');
    network = says(page('kept'));
    await shell.install();
    network = async () => Promise.withResolvers<Response>().promise;
    const answer = text(shell.answer(get('/s/summit', 'navigate')));
    await vi.advanceTimersByTimeAsync(SLOW_MS);
    expect(await answer).toBe(page('kept'));
  });

  it('5: knows its own page', () => {
    const own = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');
    network = says(own);
    return expect(version('one').install()).resolves.toBeUndefined();
  });

  it.each([
    ['a portal', signIn],
    ['a network that leads to a portal', async () => Promise.resolve(Response.error())],
    ['a proxy', says('Bad gateway', 502)],
    ['a network that wants a sign-in', says('Network Authentication Required', 511)],
  ])('5: shows what it kept, and not the page of %s', async (_who, answers) => {
    const shell = version('one');
    network = says(page('kept'));
    await shell.install();
    network = answers;
    expect(await text(shell.answer(get('/s/summit', 'navigate')))).toBe(page('kept'));
  });

  it('5: leaves the way to the network’s own page open', () => {
    expect(version('one').answer(get('/?network', 'navigate'))).toBeUndefined();
  });

  it.each(['/', '/assets/a.js'])('5: keeps no answer of a portal for %s', async (asked) => {
    network = async (address) => (address === asked ? signIn() : says(page(address))());
    await expect(version('one', '/assets/a.js').install()).rejects.toThrow(`${asked} could not be kept`);
  });

  it('3: keeps the files of the version before, for a tab that is still open', async () => {
    for (const name of ['one', 'two', 'three']) {
      network = async (address) => says(address === '/' ? page(name) : `${name} ${address}`)();
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
    expect(await text(shell.answer(get('/', 'navigate')))).toBe(page('three'));
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
