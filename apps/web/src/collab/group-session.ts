import { newBlockId } from '@plenary/document';
import { CLOSE, type Notice } from '@plenary/protocol';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Draft, keepDraft } from './drafts.ts';
import { copyName, NO_COPY, openOfflineCopy, type OfflineCopy } from './offline-copy.ts';
import { PlenaryProvider } from './plenary-provider.ts';
import type { Transport } from './transport.ts';
import { salvageOlderCopies } from './salvage-older-copies.ts';
import {
  INITIAL_SAVED_MARK,
  nextSavedMark,
  type SavedMark,
  type SavedMarkInput,
  savedMarkOf,
  type SavedMarkState,
} from './saved-mark.ts';
import { type Confirmed, decodeConfirmed, unconfirmedBlocks } from './unconfirmed-text.ts';

/** Why a session ended. After `restart` the group is asked for again and a new session begins. */
export type SessionEnd = 'restart' | 'no-session' | 'no-access' | 'gone' | 'reload';

/** What a page shows of a session. */
export interface SessionView {
  readonly mark: SavedMark;
  /** The text is here, from the server or from this device: the editor may be bound. */
  readonly ready: boolean;
  /** The copy on this device has been looked at: without `ready`, the text is not here. */
  readonly settled: boolean;
  /** The server has answered on some connection and lets this person write; before that, what the group said. */
  readonly mayWrite: boolean;
  readonly end: SessionEnd | undefined;
  /** A network answers in the server's place and wants something first. */
  readonly portal: boolean;
  /** Why the server refused, where it said so. */
  readonly notice: Notice | undefined;
}

/** What a session is opened with; another epoch, person or right is another session. */
export interface SessionOptions {
  readonly server: string;
  readonly group: string;
  readonly person: string;
  readonly epoch: number;
  readonly schema: number;
  readonly mayWrite: boolean;
  /** The server has said in this page's life that `schema` is its own; otherwise the copy must have been in step under it. */
  readonly schemaAsked: boolean;
  readonly storage: Storage;
  readonly transport?: Transport;
  readonly onDraft: (draft: Draft, kept: boolean) => void;
}

/** What the server has is noted on the device this often while people write: soon enough, and not for every letter. */
const KEEP_MS = 1_000;

/**
 * One group document open in one tab: the Y.Doc, its copy on this device and its connection.
 *
 * ```
 *  opening ──► copy loaded (or given up after 3 s) ──► connecting ⇄ connected ──► ended
 * ```
 *
 * Invariants:
 * 1. It connects only after the copy has settled, so that offline text is part of the first exchange.
 * 2. `ready` is true only once the document holds text of this device or of the server.
 * 3. A refused document is offered to nobody again: its unconfirmed text becomes a draft, its copy is deleted.
 * 4. No editor is bound to a text under a schema that neither the server nor, without it, the copy is known to have.
 * 5. Where somebody else has taken this browser over, nothing is handed over: the copy stays for whoever it belongs to.
 */
export class GroupSession {
  readonly doc = new Y.Doc();
  readonly #options: SessionOptions;
  readonly #provider: PlenaryProvider;
  readonly #listeners = new Set<() => void>();
  #copy: OfflineCopy | undefined;
  readonly #confirmed = new Map<number, number>();
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #mark: SavedMarkState = INITIAL_SAVED_MARK;
  #view: SessionView;
  #destroyed = false;
  #salvaged = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { epoch, group, mayWrite, person, schema, server } = options;
    this.#view = {
      mark: savedMarkOf(this.#mark),
      ready: false,
      settled: false,
      mayWrite,
      portal: false,
      end: undefined,
      notice: undefined,
    };
    this.#provider = new PlenaryProvider({
      server,
      group,
      doc: this.doc,
      schema,
      epoch,
      person,
      ...(options.transport && { transport: options.transport }),
      isFromCopy: (origin) => this.#copy === undefined || this.#copy.isOrigin(origin),
      events: {
        mark: (input) => this.#onMark(input),
        notice: (notice) => this.#onNotice(notice),
        synced: () => this.#onSynced(),
        unreached: (reach) => this.#update({ portal: reach === 'portal' }),
        confirmed: (changes) => this.#onConfirmed(changes),
        closed: (code) => this.#onClosed(code),
      },
    });
  }

  get awareness(): Awareness {
    return this.#provider.awareness;
  }

  readonly getView = (): SessionView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async open(): Promise<void> {
    const copy = await openOfflineCopy(this.#copyName(), this.doc, (late) => this.#onLateCopy(late));
    if (this.#destroyed) return void copy?.close();
    this.#useCopy(copy);
    this.#provider.connect();
  }

  /** The page is visible again, or the network is back. */
  wake(): void {
    this.#provider.wake();
  }

  /** The device says that its network is gone. */
  interrupt(): void {
    this.#provider.interrupt();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#listeners.clear();
    this.#provider.destroy();
    this.#keepConfirmed();
    void this.#copy?.close();
    this.doc.destroy();
  }

  #useCopy(copy: OfflineCopy | undefined): void {
    this.#update({ settled: true });
    this.#copy = NO_COPY;
    if (!copy) return this.#onMark({ type: 'copy-failed' });
    this.#keepIn(copy);
    // Text of an earlier visit that the server is not known to have counts as an edit of this one.
    if (copy.hadText && unconfirmedBlocks(this.doc, this.#confirmed).length > 0)
      this.#onMark({ type: 'edit' });
  }

  /** A slow device: what was written so far was in this tab only, and what the copy held came as an edit. */
  #onLateCopy(copy: OfflineCopy): void {
    if (this.#view.end === 'restart') return void copy.remove();
    if (this.#destroyed) return void copy.close();
    if (this.#view.ready) copy.keepSchema(this.#options.schema);
    this.#keepIn(copy);
  }

  #keepIn(copy: OfflineCopy): void {
    this.#copy = copy;
    this.#addConfirmed(decodeConfirmed(copy.confirmed));
    this.#onMark({ type: 'copy-kept' });
    copy.onFailure(() => this.#onMark({ type: 'copy-failed' }));
    if (copy.hadText && this.#knowsSchemaOf(copy)) this.#update({ ready: true });
  }

  #knowsSchemaOf({ schema }: OfflineCopy): boolean {
    const { schema: own, schemaAsked } = this.#options;
    return schema === own || (schemaAsked && schema === undefined);
  }

  #onMark(input: SavedMarkInput): void {
    this.#mark = nextSavedMark(this.#mark, input);
    this.#update({ mark: savedMarkOf(this.#mark) });
  }

  #onNotice(notice: Notice): void {
    if (notice.type === 'welcome')
      this.#update({ mayWrite: this.#options.mayWrite && notice.access === 'write' });
    else this.#update({ notice });
  }

  #onSynced(): void {
    this.#update({ ready: true, portal: false });
    this.#copy?.keepSchema(this.#options.schema);
    if (!this.#salvaged) void this.#salvage();
    this.#salvaged = true;
  }

  /** Once the section is here, since text it has is no draft. */
  async #salvage(): Promise<void> {
    const { group, onDraft, person, storage } = this.#options;
    const here = new Set(unconfirmedBlocks(this.doc, new Map()));
    const found = await salvageOlderCopies(person, group, this.#copyName(), storage, (text) =>
      here.has(text),
    );
    for (const { draft, kept } of found) onDraft(draft, kept);
  }

  #onConfirmed(changes: Confirmed): void {
    this.#addConfirmed(changes);
    this.#keeping ??= setTimeout(() => this.#keepConfirmed(), KEEP_MS);
  }

  #addConfirmed(changes: Confirmed): void {
    for (const [client, count] of changes) {
      this.#confirmed.set(client, Math.max(count, this.#confirmed.get(client) ?? 0));
    }
  }

  #keepConfirmed(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.#copy?.keepConfirmed(Y.encodeStateVector(this.#confirmed));
  }

  #onClosed(code: number): void {
    const end = endOf(code, this.#view.notice);
    const blocks = unconfirmedBlocks(this.doc, this.#confirmed);
    // These two keep the copy, which is handed over when its owner is back.
    if (blocks.length > 0 && end !== 'reload' && end !== 'no-session') {
      const { group, onDraft, person, storage } = this.#options;
      const draft = { id: newBlockId(randomBytes), at: Date.now(), blocks };
      onDraft(draft, keepDraft(storage, person, group, draft));
    }
    this.#update({ mayWrite: false });
    if (end !== 'restart') return this.#update({ end });
    clearTimeout(this.#keeping);
    const removed = this.#copy?.remove() ?? Promise.resolve();
    this.#copy = NO_COPY;
    void removed.finally(() => this.#update({ end }));
  }

  #copyName(): string {
    const { epoch, group, person } = this.#options;
    return copyName(person, group, epoch);
  }

  #update(change: Partial<SessionView>): void {
    if (this.#destroyed) return;
    const view = { ...this.#view, ...change };
    const same = (Object.keys(change) as (keyof SessionView)[]).every((key) =>
      sameValue(view[key], this.#view[key]),
    );
    if (same) return;
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}

function endOf(code: number, notice: Notice | undefined): SessionEnd {
  // A reader's copy held edits of a time when they could write: without it, reading is fine.
  if (code === CLOSE.noAccess && notice?.type === 'rejected') return 'restart';
  switch (code) {
    case CLOSE.noSession:
      return 'no-session';
    case CLOSE.noAccess:
      return 'no-access';
    case CLOSE.gone:
      return 'gone';
    case CLOSE.schemaTooOld:
      return 'reload';
    default:
      // Signed, another epoch, a refused edit: the server's text is fetched afresh.
      return 'restart';
  }
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Marks are small records of plain values; everything else is compared by identity. */
function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
