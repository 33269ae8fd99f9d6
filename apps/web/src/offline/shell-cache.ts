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
 * 2. A page is taken from the server where it answers, so that a new version is used at the next load.
 * 3. The files of the version before stay, since a tab that is still open may load a part of it; older ones go.
 * 4. Only `/`, `/join/…` and `/s/…`, and files of the program, are ever answered from here.
 * 5. What answers in the server's place, as a captive portal and a proxy do, is neither kept nor shown instead of a page
 *    that is kept.
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
        if (!(await isOfTheProgram(file, response))) throw new TypeError(`${file} could not be kept`);
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
    const { origin, pathname, search } = new URL(request.url);
    if (request.method !== 'GET' || origin !== this.#scope.origin) return undefined;
    if (request.mode === 'navigate')
      return PAGES.test(pathname) && search !== FROM_THE_NETWORK ? this.#page(request) : undefined;
    return pathname.startsWith('/assets/') || this.#files.includes(pathname)
      ? this.#file(request)
      : undefined;
  }

  async #page(request: Request): Promise<Response> {
    const kept = await this.#kept('/');
    const network = this.#scope.fetch(request);
    if (!kept) return network;
    const fresh = network
      .then(async (response) => ((await isOfTheProgram('/', response)) ? response : kept))
      .catch(() => kept);
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
/** Stands in `index.html`, and in the page of no proxy and no portal, whatever status they answer with. */
const OWN_PAGE = /<meta name="?application-name"? content="?Plenary\b/;

/** Whether an answer is what was asked for. Others in the server's place answer any address with a page. */
async function isOfTheProgram(file: string, response: Response): Promise<boolean> {
  if (!response.ok || response.redirected) return false;
  if (file === '/') return OWN_PAGE.test(await response.clone().text());
  return response.headers.get('Content-Type')?.includes('text/html') !== true;
}

/** The address of `ui/sign-in.tsx`: how one gets to the page of a network that wants a sign-in. */
const FROM_THE_NETWORK = '?network';
const PAGES = /^\/(?:$|join\/|s\/)/;
