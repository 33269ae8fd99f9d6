/** Whose answer it is. A browser is one person per summit. */
export interface KeptFor {
  readonly summit: string;
  readonly person: string;
}

/** The part of `Storage` that is used. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * What the server last said about a page, kept on this device for opening it without a network. It says nothing about
 * what may be done: the server decides again at every request. What was kept for somebody else in the same summit is
 * thrown away, and a device that keeps nothing goes without.
 */
export function keepAnswer(storage: KeptStorage, path: string, owner: KeptFor, body: unknown): void {
  for (const other of kept(storage)) {
    if (other.owner.summit === owner.summit && other.owner.person !== owner.person)
      storage.removeItem(PREFIX + other.path);
  }
  try {
    storage.setItem(PREFIX + path, JSON.stringify({ owner, body }));
  } catch {
    // Full or refused: the page is opened with a network then.
  }
}

/** The answer kept for a path. Its shape is what the same program kept, or nothing. */
export function keptAnswer(storage: KeptStorage, path: string): unknown {
  return read(storage, path)?.body;
}

/** The server no longer lets this person see it. */
export function forgetAnswer(storage: KeptStorage, path: string): void {
  try {
    storage.removeItem(PREFIX + path);
  } catch {
    // Nothing was kept either.
  }
}

/** The answers kept under a path, newest use unknown, in the order of their paths. */
export function keptUnder(storage: KeptStorage, path: string): readonly unknown[] {
  return kept(storage)
    .filter((one) => one.path.startsWith(path))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ body }) => body);
}

interface Kept {
  readonly path: string;
  readonly owner: KeptFor;
  readonly body: unknown;
}

const PREFIX = 'plenary/kept';

function kept(storage: KeptStorage): readonly Kept[] {
  try {
    const paths = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
    return paths.flatMap((path) => read(storage, path) ?? []);
  } catch {
    return [];
  }
}

function read(storage: KeptStorage, path: string): Kept | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(PREFIX + path) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('owner' in stored) || !('body' in stored))
      return undefined;
    const { body, owner } = stored;
    // Written by this program alone.
    return { path, owner: owner as KeptFor, body };
  } catch {
    return undefined;
  }
}
