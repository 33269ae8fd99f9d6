import type {
  AppendOutcome,
  AppendRequest,
  Author,
  DocumentHead,
  DocumentStore,
  StoredUpdate,
} from '@plenary/sync';

interface MemoryDocument {
  head: DocumentHead;
  readonly log: StoredUpdate[];
  readonly owners: Map<number, Author>;
  snapshot?: { readonly seq: number; readonly state: Uint8Array };
}

/** A document store that forgets everything with the process: for tests and for trying out. */
export class MemoryDocuments implements DocumentStore {
  readonly #documents = new Map<string, MemoryDocument>();

  /** Adds a document with its seed as update 1. */
  add(document: string, seed: Uint8Array, at: number): void {
    if (this.#documents.has(document)) throw new Error(`Document ${document} exists already.`);
    this.#documents.set(document, {
      head: { document, seq: 1, epoch: 1 },
      log: [{ seq: 1, update: seed.slice(), author: 'system:seed', at }],
      owners: new Map(),
    });
  }

  async load(document: string): ReturnType<DocumentStore['load']> {
    const found = this.#documents.get(document);
    if (found === undefined) return undefined;
    const { head, log, owners, snapshot } = found;
    const tail = log.slice(snapshot?.seq ?? 0);
    return { head, tail, owners: new Map(owners), ...(snapshot === undefined ? {} : { snapshot }) };
  }

  async head(document: string): ReturnType<DocumentStore['head']> {
    return this.#documents.get(document)?.head;
  }

  async append(batch: readonly AppendRequest[]): ReturnType<DocumentStore['append']> {
    const refused = new Map<string, AppendOutcome>();
    return batch.map((request) => {
      const outcome = refused.get(request.document) ?? this.#appendOne(request);
      if (!outcome.ok) refused.set(request.document, outcome);
      return outcome;
    });
  }

  async seal(
    document: string,
    seal: Parameters<DocumentStore['seal']>[1],
  ): ReturnType<DocumentStore['seal']> {
    const found = this.#documents.get(document);
    if (found === undefined) return 'missing';
    if (found.head.seal !== undefined) return 'already-sealed';
    if (found.head.seq !== seal.seq) return 'moved-on';
    found.head = { ...found.head, seal };
    return 'sealed';
  }

  async reopen(document: string): ReturnType<DocumentStore['reopen']> {
    const found = this.#documents.get(document);
    if (found?.head.seal === undefined) return undefined;
    const { seq, epoch } = found.head;
    found.head = { document, seq, epoch: epoch + 1 };
    return found.head;
  }

  async saveSnapshot(document: string, seq: number, state: Uint8Array): Promise<void> {
    const found = this.#documents.get(document);
    if (found === undefined || seq > found.head.seq) {
      throw new Error(`The snapshot ${seq} of document ${document} is ahead of the log.`);
    }
    if (seq > (found.snapshot?.seq ?? 0)) found.snapshot = { seq, state: state.slice() };
  }

  async authors(document: string): Promise<readonly Author[]> {
    return [...new Set(this.#documents.get(document)?.log.map(({ author }) => author))];
  }

  async owners(document: string): Promise<ReadonlyMap<number, Author>> {
    return new Map(this.#documents.get(document)?.owners);
  }

  async history(document: string, after: number): Promise<readonly StoredUpdate[]> {
    return this.#documents.get(document)?.log.slice(after) ?? [];
  }

  #appendOne({ document, epoch, update, author, claims, at }: AppendRequest): AppendOutcome {
    const found = this.#documents.get(document);
    if (found === undefined) return { ok: false, refused: 'missing' };
    const { head, log, owners } = found;
    if (head.epoch !== epoch) return { ok: false, refused: 'epoch' };
    if (head.seal !== undefined) return { ok: false, refused: 'sealed' };
    if (claims.some((id) => (owners.get(id) ?? author) !== author)) return { ok: false, refused: 'conflict' };
    for (const id of claims) owners.set(id, author);
    const seq = head.seq + 1;
    log.push({ seq, update: update.slice(), author, at });
    found.head = { ...head, seq };
    return { ok: true, seq };
  }
}
