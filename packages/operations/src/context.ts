import type { OutcomeBlocks } from '@plenary/document';
import type { SummitStore } from '@plenary/programme';
import type { Rooms } from '@plenary/sync';

/** What every operation works with. Composed once by an app; operations themselves keep nothing. */
export interface Context {
  readonly summits: SummitStore;
  readonly rooms: Rooms;
  readonly documents: DocumentAuthors;
  readonly blocks: OutcomeBlocks;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** SHA-256 of the UTF-8 text, hexadecimal. */
  readonly sha256: (text: string) => string;
  /** Where people reach the server, without a trailing slash: `https://summit.example`. */
  readonly publicUrl: string;
}

/** The part of the document store that operations read directly. */
export interface DocumentAuthors {
  /** Authors of a document's log in order of first appearance. */
  authors(document: string): Promise<readonly string[]>;
}
