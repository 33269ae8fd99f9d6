import type {
  AppendOutcome,
  AppendRequest,
  DocumentHead,
  DocumentStore,
  Meter,
  Seal,
  Socket,
  StoredUpdate,
} from './ports.ts';

/** A document in the fake store. */
interface FakeDocument {
  head: DocumentHead;
  readonly log: StoredUpdate[];
  readonly owners: Map<number, string>;
  snapshot?: { readonly seq: number; readonly state: Uint8Array };
}

/** A store in memory that can be held back and made to fail. For the tests of this package alone. */
export interface FakeStore extends DocumentStore {
  readonly documents: Map<string, FakeDocument>;
  /** Calls of each method so far. */
  readonly calls: Record<'load' | 'append' | 'saveSnapshot', number>;
  add(document: string, seed: Uint8Array): void;
  /** From now on, appends wait for `release`. */
  hold(): void;
  /** Lets the appends that wait, and those to come, go through. */
  release(): void;
  /** Every call of the method is rejected until it is mended. */
  fail(method: 'load' | 'append' | 'saveSnapshot'): void;
  mend(): void;
}

/** Makes an empty store. */
export function createFakeStore(): FakeStore {
  const documents = new Map<string, FakeDocument>();
  const calls = { load: 0, append: 0, saveSnapshot: 0 };
  const failing = new Set<string>();
  let gate: Promise<void> | undefined;
  let open: (() => void) | undefined;

  const enter = (method: 'load' | 'append' | 'saveSnapshot'): void => {
    calls[method] += 1;
    if (failing.has(method)) throw new Error(`The fake disk fails to ${method}.`);
  };
  const appendOne = (request: AppendRequest): AppendOutcome => {
    const document = documents.get(request.document);
    if (document === undefined) return { ok: false, refused: 'missing' };
    const { head, log, owners } = document;
    if (head.epoch !== request.epoch) return { ok: false, refused: 'epoch' };
    if (head.seal !== undefined) return { ok: false, refused: 'sealed' };
    if (request.claims.some((id) => (owners.get(id) ?? request.author) !== request.author)) {
      return { ok: false, refused: 'conflict' };
    }
    for (const id of request.claims) owners.set(id, request.author);
    const seq = head.seq + 1;
    log.push({ seq, update: request.update.slice(), author: request.author, at: request.at });
    document.head = { ...head, seq };
    return { ok: true, seq };
  };

  return {
    documents,
    calls,
    add(document, seed) {
      const log = [{ seq: 1, update: seed, author: 'system:seed', at: 0 }];
      documents.set(document, { head: { document, seq: 1, epoch: 1 }, log, owners: new Map() });
    },
    hold() {
      gate ??= new Promise((resolve) => {
        open = resolve;
      });
    },
    release() {
      open?.();
      gate = undefined;
    },
    fail(method) {
      failing.add(method);
    },
    mend() {
      failing.clear();
    },
    async load(id) {
      enter('load');
      const document = documents.get(id);
      if (document === undefined) return undefined;
      const { head, log, owners, snapshot } = document;
      const tail = log.filter(({ seq }) => seq > (snapshot?.seq ?? 0));
      return { head, tail, owners: new Map(owners), ...(snapshot === undefined ? {} : { snapshot }) };
    },
    async head(id) {
      return documents.get(id)?.head;
    },
    async append(batch) {
      const copy = batch.map((request) => ({ ...request, update: request.update.slice() }));
      await gate;
      enter('append');
      const refused = new Map<string, AppendOutcome>();
      return copy.map((request) => {
        const outcome = refused.get(request.document) ?? appendOne(request);
        if (!outcome.ok) refused.set(request.document, outcome);
        return outcome;
      });
    },
    async seal(id, seal: Seal) {
      const document = documents.get(id);
      if (document === undefined) return 'missing';
      if (document.head.seal !== undefined) return 'already-sealed';
      if (document.head.seq !== seal.seq) return 'moved-on';
      document.head = { ...document.head, seal };
      return 'sealed';
    },
    async reopen(id) {
      const document = documents.get(id);
      if (document?.head.seal === undefined) return undefined;
      const { seal: _, ...head } = document.head;
      document.head = { ...head, epoch: head.epoch + 1 };
      return document.head;
    },
    async saveSnapshot(id, seq, state) {
      enter('saveSnapshot');
      const document = documents.get(id);
      if (document === undefined || seq > document.head.seq)
        throw new Error('The snapshot is ahead of the log.');
      if (seq > (document.snapshot?.seq ?? 0)) document.snapshot = { seq, state };
    },
    async authors(id) {
      return [...new Set(documents.get(id)?.log.map(({ author }) => author))];
    },
    async history(id, after) {
      return documents.get(id)?.log.filter(({ seq }) => seq > after) ?? [];
    },
  };
}

/** A socket that keeps what it was given. */
export interface FakeSocket extends Socket {
  readonly frames: Uint8Array[];
  /** Code and reason, once closed. */
  closed: { readonly code: number; readonly reason: string } | undefined;
  bufferedAmount: number;
  /** Called for each frame, at once. */
  onFrame: (frame: Uint8Array) => void;
  onClose: (code: number) => void;
}

export function createFakeSocket(): FakeSocket {
  return {
    frames: [],
    closed: undefined,
    bufferedAmount: 0,
    onFrame() {},
    onClose() {},
    send(frame) {
      if (this.closed !== undefined) return;
      this.frames.push(frame);
      this.onFrame(frame);
    },
    close(code, reason) {
      if (this.closed !== undefined) return;
      this.closed = { code, reason };
      this.onClose(code);
    },
  };
}

/** A meter whose counts can be read. */
export interface FakeMeter extends Meter {
  readonly counts: Map<string, number>;
}

export function createFakeMeter(): FakeMeter {
  const counts = new Map<string, number>();
  return {
    counts,
    count(event) {
      counts.set(event, (counts.get(event) ?? 0) + 1);
    },
    observe() {},
  };
}
