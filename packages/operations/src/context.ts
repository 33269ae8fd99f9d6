import type { OutcomeBlocks } from '@plenary/document';
import type { Typesetter } from '@plenary/exporters';
import type { PictureEncoder, PictureStore, PublicationStore, SummitStore } from '@plenary/programme';
import type { DocumentHead, Rooms } from '@plenary/sync';
import type { ExportRunner } from './export-job.ts';
import type { ReportCache } from './report-cache.ts';

/** What every operation works with. Composed once by an app; operations themselves keep nothing. */
export interface Context {
  readonly summits: SummitStore;
  readonly rooms: Rooms;
  readonly documents: DocumentAuthors;
  readonly pictures: PictureStore;
  readonly publications: PublicationStore;
  readonly encoder: PictureEncoder;
  readonly blocks: OutcomeBlocks;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  /** SHA-256 of the UTF-8 text, hexadecimal. */
  readonly sha256: (text: string) => string;
  /** Where people reach the server, without a trailing slash: `https://summit.example`. */
  readonly publicUrl: string;
  /** Makes PDF files; without it there are none. */
  readonly typesetter?: Typesetter;
  /** Spares reading again what has not changed since the last report; without it every report reads all. */
  readonly reports?: ReportCache;
  /** Lets everybody else who waits have their turn; without it long work is done in one go. */
  readonly breathe?: () => Promise<void>;
  /** Makes files where nobody has to wait for them; without it they are made here. */
  readonly exports?: ExportRunner;
}

/** The part of the document store that operations read directly. */
export interface DocumentAuthors {
  /** Authors of a document's log in order of first appearance. */
  authors(document: string): Promise<readonly string[]>;
  /** Who is bound to each client id of a document's log. */
  owners(document: string): Promise<ReadonlyMap<number, string>>;
  /** The newest committed state, without content: enough for a list of a thousand groups. */
  head(document: string): Promise<DocumentHead | undefined>;
}
