/** What the build knows of the program: every file a page may load, and a name that changes with any of them. */
export interface Shell {
  readonly version: string;
  readonly files: readonly string[];
}

/** The parts of a service worker that are used; a test stands in for the rest. */
export interface ShellScope {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  readonly origin: string;
}

/** A network that has not answered by then is done without where the program is on the device. */
export const SLOW_MS = 3_000;

/**
 * Keeps the program on the device, so that pages open without a network. It never keeps what the server says about
 * people and texts, and decides nothing: whether a document may be opened with it is asked of the server by the page.
 *
 * Invariants:
 * 1. A version is offered only when all its files are there.
 * 2. A page is taken from the network where there is one, so that a new version is used at the next load.
 * 3. The files of the version before stay, since a tab that is still open may load a part of it; older ones go.
 * 4. Only `/`, `/join/…` and `/s/…`, and files of the program, are ever answered from here.
 */
export class ShellCache {
  readonly #scope: ShellScope;
  readonly #name: string;
  readonly #files: readonly string[];

  constructor(shell: Shell, scope: ShellScope) {
    this.#scope = scope;
    this.#name = `${PREFIX}${shell.version}`;
    this.#files = shell.files;
  }

  /** Fetches every file; rejects when one is missing, and the version before goes on. */
  async install(): Promise<void> {
    const cache = await this.#scope.caches.open(this.#name);
    await Promise.all(
      this.#files.map(async (file) => {
        // A name with a hash is the same bytes wherever it is kept; the others may be old in the browser's own cache.
        const response = await this.#scope.fetch(file, {
          cache: file.startsWith('/assets/') ? 'default' : 'reload',
        });
        if (!response.ok || response.redirected) throw new TypeError(`${file} could not be kept`);
        await cache.put(file, response);
      }),
    );
  }

  /** Forgets all versions but this one and the one before it. */
  async activate(): Promise<void> {
    const others = (await this.#scope.caches.keys()).filter(
      (name) => name.startsWith(PREFIX) && name !== this.#name,
    );
    await Promise.all(others.slice(0, -1).map((name) => this.#scope.caches.delete(name)));
  }

  /** The answer to a request, or undefined where it is none of this cache's business. */
  answer(request: Pick<Request, 'method' | 'mode' | 'url'> & Request): Promise<Response> | undefined {
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== this.#scope.origin) return undefined;
    if (request.mode === 'navigate') return PAGES.test(pathname) ? this.#page(request) : undefined;
    return pathname.startsWith('/assets/') || this.#files.includes(pathname)
      ? this.#file(request)
      : undefined;
  }

  async #page(request: Request): Promise<Response> {
    const kept = await this.#kept('/');
    const network = this.#scope.fetch(request);
    if (!kept) return network;
    // A server that restarts behind a proxy answers with an error of the proxy's.
    const fresh = network.then(
      (response) => (response.status >= 500 ? kept : response),
      () => kept,
    );
    const { promise: late, resolve } = Promise.withResolvers<Response>();
    const timer = setTimeout(() => resolve(kept), SLOW_MS);
    return Promise.race([fresh, late]).finally(() => clearTimeout(timer));
  }

  async #file(request: Request): Promise<Response> {
    return (await this.#kept(new URL(request.url).pathname)) ?? this.#scope.fetch(request);
  }

  /** This version's own file first: `/` is there in every one. */
  async #kept(file: string): Promise<Response | undefined> {
    const own = await this.#scope.caches.open(this.#name);
    return (await own.match(file)) ?? (file === '/' ? undefined : this.#scope.caches.match(file));
  }
}

const PREFIX = 'plenary-shell-';
const PAGES = /^\/(?:$|join\/|s\/)/;
