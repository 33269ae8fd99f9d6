import type { Notice } from '@plenary/protocol';
import type { Reach } from '../api/reach.ts';
import type { SavedMarkInput } from './saved-mark.ts';

/** What a connection tells its session. */
export interface ProviderEvents {
  readonly mark: (input: SavedMarkInput) => void;
  readonly notice: (notice: Notice) => void;
  /** The server's text has arrived on this connection. */
  readonly synced: () => void;
  /** The server has on disk, of each Yjs client, so many changes. */
  readonly confirmed: (changes: ReadonlyMap<number, number>) => void;
  /** A connection did not open; `portal` where a network answers in the server's place. */
  readonly unreached?: (reach: Reach) => void;
  /** The server closed for good (44xx): this document must not be offered to it again as it is. */
  readonly closed: (code: number) => void;
}
