import type { Lang } from './model.ts';

/** A file of a published report, as it is handed over to be kept. */
export interface FileToPublish {
  /** Below the report's address, unique in a publication: `fr`, `fr/summit.pdf`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A file of a published report, without its bytes. */
export interface PublishedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Number of bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
}

/** What is known of a published report beside its files. */
export interface PublicationFacts {
  /** Summit id. */
  readonly summit: string;
  /** A person's id, or a name of the system's. */
  readonly by: string;
  readonly at: number;
  /** The languages it can be read in, the first one where nobody chooses. */
  readonly langs: readonly Lang[];
  /** Whether search engines may list it. */
  readonly findable: boolean;
  /** By group id, the sequence number of the newest update that is in it. */
  readonly sources: Readonly<Record<string, number>>;
}

/** A published report: the files as they were when somebody published them, whatever the groups write later. */
export interface Publication extends PublicationFacts {
  /** In the order in which they were handed over. */
  readonly files: readonly PublishedFile[];
}

/**
 * Where published reports live: one of each summit. Bytes are kept once under their SHA-256, and no longer than a
 * publication has them. Every method is one transaction, durable when its promise resolves.
 */
export interface PublicationStore {
  /** Puts these files in place of the summit's earlier ones. Rejects when there is no such summit. */
  publish(facts: PublicationFacts, files: readonly FileToPublish[]): Promise<Publication>;
  publication(summit: string): Promise<Publication | undefined>;
  /** The bytes of a file by its name. */
  publishedBytes(summit: string, name: string): Promise<Uint8Array | undefined>;
  /** Takes a published report away, with its bytes. False when there was none. */
  unpublish(summit: string): Promise<boolean>;
}
