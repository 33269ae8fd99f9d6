import { CLOSE, type Notice } from '@plenary/protocol';
import type { Random } from '@plenary/testing';
import * as Y from 'yjs';
import type { ReplicaReport, WriterPlan } from './messages.ts';
import type { SavedLog } from './saved-log.ts';
import { openStockClient, type StockClient } from './stock-client.ts';
import { blocksIn, hashOf, isToken, writeParagraph } from './text.ts';
import { watchOthers } from './witness.ts';

/** What a writer tells its process. */
export interface WriterEvents {
  saved(count: number): void;
  mistreated(reason: string): void;
  storage(): void;
}

/**
 * One person at one screen: types tokens that nobody else types, and notes which of them were shown as saved.
 *
 * Invariants
 * 1. A token is in the log as written before it is in the document.
 * 2. It is logged as saved only when a marker sent after it was echoed on a connection of the same replica.
 * 3. Whoever is turned away for a seal or an epoch keeps what was not saved as drafts and drops the replica.
 * 4. A witness has a token of somebody else in its log as seen as soon as it is in its replica.
 */
export class Writer {
  readonly plan: WriterPlan;
  readonly #url: string;
  readonly #log: SavedLog;
  readonly #random: Random;
  readonly #events: WriterEvents;
  #doc = new Y.Doc();
  #client: StockClient | undefined;
  #typed = 0;
  #marker = 0;
  #unsaved: { readonly token: string; readonly marker: number }[] = [];
  #lastNotice: Notice | undefined;
  readonly #seen = new Set<string>();

  constructor(plan: WriterPlan, url: string, log: SavedLog, random: Random, events: WriterEvents) {
    this.plan = plan;
    this.#url = url;
    this.#log = log;
    this.#random = random;
    this.#events = events;
    this.#open();
  }

  get unsaved(): number {
    return this.#unsaved.length;
  }

  get turnedAway(): boolean {
    return this.#client === undefined;
  }

  /** Types one token, on line or off, at some place; now and then a word that is taken back. */
  type(): void {
    if (this.#client === undefined) return;
    this.#typed += 1;
    const token = `${this.plan.name}-${this.#typed}`;
    this.#log.written(token);
    this.#marker += 1;
    this.#unsaved.push({ token, marker: this.#marker });
    if (this.#random.chance(SECOND_THOUGHTS)) this.#thinkTwice();
    writeParagraph(this.#doc, this.#random.below(blocksIn(this.#doc) + 1), token);
    this.#client.mark(this.#marker);
  }

  /** Whoever was turned away begins with a fresh document. */
  comeBack(): void {
    if (this.#client === undefined) this.#open();
  }

  report(): ReplicaReport {
    const { name: writer, group } = this.plan;
    const hash = this.#client === undefined ? undefined : hashOf(this.#doc);
    return { writer, group, hash, unsaved: this.#unsaved.length };
  }

  /** Closes as a tab is closed. */
  leave(): void {
    this.#client?.destroy();
    this.#client = undefined;
    this.#doc.destroy();
  }

  #open(): void {
    this.#doc = new Y.Doc();
    if (this.plan.witness === true) this.#watch();
    this.#client = openStockClient({
      url: this.#url,
      group: this.plan.group,
      token: this.plan.token,
      doc: this.#doc,
      onEcho: (marker) => this.#echoed(marker),
      onNotice: (notice) => this.#noticed(notice),
      // The first thing on the connection: what was typed off line is still on its way.
      onConnect: () => {
        if (this.#unsaved.length > 0) this.#client?.mark(this.#marker);
      },
      onTurnedAway: (code, reason) => this.#away(code, reason),
    });
  }

  #echoed(marker: number): void {
    const saved = this.#unsaved.filter((edit) => edit.marker <= marker).map(({ token }) => token);
    if (saved.length === 0) return;
    this.#unsaved = this.#unsaved.filter((edit) => edit.marker > marker);
    this.#log.saved(saved);
    this.#events.saved(saved.length);
  }

  #noticed(notice: Notice): void {
    this.#lastNotice = notice;
    if (notice.type !== 'rejected') return;
    if (notice.reason === 'storage') this.#events.storage();
    else if (notice.reason !== 'locked') this.#events.mistreated(`rejected: ${notice.reason}`);
  }

  #away(code: number, reason: string): void {
    const notice = this.#lastNotice?.type;
    const newEpoch = code === CLOSE.conflict && notice === 'epoch';
    const sealed = code === CLOSE.locked;
    if (!sealed && !newEpoch) this.#events.mistreated(`closed with ${code} ${reason} after ${notice}`);
    this.#log.drafted(this.#unsaved.map(({ token }) => token));
    this.#unsaved = [];
    this.leave();
    if (newEpoch) this.#open();
  }

  #watch(): void {
    watchOthers(this.#doc, (lines) => {
      const seen = lines.filter((line) => isToken(line) && !this.#seen.has(line));
      for (const token of seen) this.#seen.add(token);
      if (seen.length > 0) this.#log.seen(seen);
    });
  }

  #thinkTwice(): void {
    const scratch = this.#doc.getXmlFragment('default');
    const at = this.#random.below(scratch.length + 1);
    scratch.insert(at, [new Y.XmlElement('paragraph')]);
    scratch.delete(at, 1);
  }
}

const SECOND_THOUGHTS = 0.2;
