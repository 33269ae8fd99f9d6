import type { Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { type Heard, heardNow } from './heard-updates.ts';

/**
 * What a change by others did to the places of a text. Whoever turns a paragraph into an outcome, wraps, unwraps, merges or
 * moves it, puts in a copy of it as they see it and takes the old one out; with it goes what they had not heard of yet.
 * Positions count as ProseMirror's: of what was put in and of `now` in the document after the change, all others before.
 */
export interface Displaced {
  /** Letters taken out, and letters put in, in the order of the text. Each block of text has a `\n` at either end. */
  readonly taken: readonly Letter[];
  readonly put: readonly Letter[];
  /** Blocks of text that were taken out. */
  readonly lost: readonly Block[];
  /** What this person wrote and those who took its surroundings out had not heard of. */
  readonly unheard: readonly Unheard[];
  /** How large the document was, and is. An editor that leaves out what does not fit its schema counts otherwise. */
  readonly sizeBefore: number;
  readonly size: number;
}

export interface Letter {
  readonly letter: string;
  readonly at: number;
  /** The number of the block of text it is from. */
  readonly home?: number;
  /** This person had deleted it, and those who took its surroundings out had not heard of that. */
  readonly isWithdrawn?: boolean;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where it stood. */
  readonly now: number;
}

export interface Block extends Stretch {
  readonly home: number;
  /** Which of the letters taken out were in it: the number of the first, and how many, its edges among them. */
  readonly first: number;
  readonly size: number;
}

export interface Unheard extends Stretch {
  /** The block of text it stands in or behind, and how many of the letters that were taken out come before it. */
  readonly home: number;
  readonly behind: number;
  /** It is still there, though what was around it is not: somebody divided the paragraph before it. */
  readonly isThere: boolean;
  /** Where others wrote into it. That is theirs to put back, or it would be there twice. */
  readonly others: readonly number[];
}

/**
 * Call it while Yjs still has what was deleted: on `beforeObserverCalls`. Undefined where no place has changed.
 * `withdrew`: whether it was this person who deleted something.
 *
 * An update that deletes a block names all that its author knew to be in it. What goes with the block and is not named,
 * its author had not heard of. What updates before it delete, its author knew to be gone.
 */
export function displacedText(
  fragment: Y.XmlFragment,
  transaction: Y.Transaction,
  schema: Schema,
  withdrew: (id: Y.ID) => boolean,
): Displaced | undefined {
  const { changed, deleteSet, doc, local } = transaction;
  const heard = heardNow(doc);
  if (local || !heard || deleteSet.clients.size === 0) return undefined;
  if (![...changed].some(([type, keys]) => keys.has(null) && !(type instanceof Y.XmlText))) return undefined;
  const trace = new Trace(transaction, heard, schema, withdrew);
  trace.follow(fragment, { was: true, is: true, knows: () => true, isMine: false });
  return trace;
}

// Yjs declares every shared type with the event of its own; what is read here is the same for all.
// oxlint-disable-next-line typescript/no-explicit-any
type SharedType = Y.AbstractType<any>;

/** What holds of everything in an element. */
interface Around {
  /** It was there before the change, and is there after it. */
  readonly was: boolean;
  readonly is: boolean;
  /** Whether those who took it out had heard of something in it. */
  readonly knows: (client: number, clock: number) => boolean;
  /** It is part of something unheard. */
  readonly isMine: boolean;
}

/** What has become of something; `withdrawn`: of what its person had deleted before, and that was copied all the same. */
type Fate = 'kept' | 'put' | 'taken' | 'unheard' | 'withdrawn' | 'gone';

class Trace implements Displaced {
  readonly taken: Letter[] = [];
  readonly put: Letter[] = [];
  readonly lost: Block[] = [];
  readonly unheard: (Unheard & { to: number; others: number[] })[] = [];
  readonly #transaction: Y.Transaction;
  readonly #isWhole: boolean;
  readonly #said: readonly ReturnType<typeof Y.createDeleteSet>[];
  readonly #schema: Schema;
  readonly #withdrew: (id: Y.ID) => boolean;
  #old = 0;
  #now = 0;
  #home = 0;

  constructor(
    transaction: Y.Transaction,
    { isWhole, updates }: Heard,
    schema: Schema,
    withdrew: (id: Y.ID) => boolean,
  ) {
    this.#withdrew = withdrew;
    this.#transaction = transaction;
    this.#isWhole = isWhole;
    this.#said = updates.map((update) => Y.decodeUpdate(update).ds);
    this.#schema = schema;
  }

  get sizeBefore(): number {
    return this.#old;
  }

  get size(): number {
    return this.#now;
  }

  follow(parent: SharedType, around: Around): void {
    for (let item = parent._start; item; item = item.right) {
      const was = around.was && this.#wasThere(item);
      const is = around.is && !item.deleted;
      const isOutermost = was && !is && around.is;
      const here = { ...around, was, is, ...(isOutermost && { knows: this.#knowledgeAt(item) }) };
      // What was in something that stays, and was deleted before, is of no use.
      if (!was && !is && around.is) continue;
      const { content } = item;
      if (content instanceof Y.ContentString) this.#followText(item, content.str, here);
      // Yjs declares the nested type without its event; any shared type is meant.
      else if (content instanceof Y.ContentType) this.#followType(item, content.type as SharedType, here);
    }
  }

  #followText(item: Y.Item, text: string, around: Around): void {
    const { client, clock } = item.id;
    const isStranded = around.was && around.is && this.#isStranded(item);
    for (let index = 0; index < text.length; index += 1) {
      const fate = this.#fateOf(around, client, clock + index);
      if (fate === 'unheard' || isStranded) this.#findLetter(client, isStranded, around.isMine);
      else this.#tell(fate, text.charAt(index));
      this.#pass(around);
    }
  }

  #followType({ id }: Y.Item, type: SharedType, around: Around): void {
    const node = type instanceof Y.XmlElement ? this.#schema.nodes[type.nodeName] : undefined;
    if (!node) return this.follow(type, around);
    const fate = this.#fateOf(around, id.client, id.clock);
    if (fate === 'gone') return;
    const isFound = fate === 'unheard' && !around.isMine && this.#isMine(id.client);
    const found = isFound ? this.#find(false) : undefined;
    if (node.isTextblock) this.#home += 1;
    const start = { from: this.#old, now: this.#now, home: this.#home, first: this.taken.length };
    const edge = (): void => {
      if (node.isTextblock) this.#tell(fate, '\n');
      this.#pass(around);
    };
    edge();
    if (!node.isLeaf) {
      this.follow(type, isFound ? { ...around, isMine: true } : around);
      edge();
    }
    if (found) found.to = this.#old;
    if (node.isTextblock && fate === 'taken')
      this.lost.push({ ...start, to: this.#old, size: this.taken.length - start.first });
  }

  #fateOf({ was, is, knows }: Around, client: number, clock: number): Fate {
    if (is) return was ? 'kept' : 'put';
    const isKnown = knows(client, clock);
    if (was) return isKnown ? 'taken' : 'unheard';
    return isKnown && this.#withdrew(Y.createID(client, clock)) ? 'withdrawn' : 'gone';
  }

  #tell(fate: Fate, letter: string): void {
    if (fate === 'put') this.put.push({ letter, at: this.#now });
    if (fate === 'taken' || fate === 'withdrawn')
      this.taken.push({ letter, at: this.#old, home: this.#home, isWithdrawn: fate === 'withdrawn' });
  }

  #findLetter(client: number, isThere: boolean, isMine: boolean): void {
    if (!isMine && this.#isMine(client)) this.#find(isThere).to += 1;
    if (isMine && !this.#isMine(client)) this.unheard.at(-1)?.others.push(this.#old);
  }

  /** What of this person's is found here; it goes on from what was found just before. */
  #find(isThere: boolean): Unheard & { to: number } {
    const last = this.unheard.at(-1);
    if (last?.to === this.#old && last.isThere === isThere) return last;
    const found = {
      from: this.#old,
      to: this.#old,
      now: this.#now,
      home: this.#home,
      behind: this.taken.length,
      isThere,
      others: [],
    };
    this.unheard.push(found);
    return found;
  }

  #pass({ was, is }: Around): void {
    if (was) this.#old += 1;
    if (is) this.#now += 1;
  }

  #wasThere({ deleted, id }: Y.Item): boolean {
    const { beforeState, deleteSet } = this.#transaction;
    return id.clock < (beforeState.get(id.client) ?? 0) && (!deleted || Y.isDeleted(deleteSet, id));
  }

  /** Of what nobody but this device knows, all is this person's, whoever's copy it was typed in. */
  #isMine(client: number): boolean {
    return this.#isWhole || client === this.#transaction.doc.clientID;
  }

  /** What those knew who took out this block, which stood in one that is still there. */
  #knowledgeAt({ id }: Y.Item): Around['knows'] {
    const by = this.#said.findIndex((deleted) => Y.isDeleted(deleted, id));
    const known = this.#said.slice(0, by + 1);
    return (client, clock) =>
      by < 0 || known.some((deleted) => Y.isDeleted(deleted, Y.createID(client, clock)));
  }

  /** Whether it is one's own, and what it followed is gone, and so is what followed it. */
  #isStranded(item: Y.Item): boolean {
    const own = this.#transaction.doc.clientID;
    const beside = (side: 'left' | 'right'): Y.Item | null => {
      let next = item[side];
      while (
        next &&
        (!(next.content instanceof Y.ContentString) ||
          !this.#wasThere(next) ||
          (next.id.client === own && !next.deleted))
      )
        next = next[side];
      return next;
    };
    return item.id.client === own && beside('left')?.deleted === true && beside('right')?.deleted !== false;
  }
}
